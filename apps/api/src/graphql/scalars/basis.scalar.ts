import { GraphQLScalarType } from 'graphql';
import { readBasis } from '../../timeline/basis.js';
import { fromLiteral } from './from-literal.js';

/** Checked for its form here; whether the log knows it, the timelines say. */
export const BasisScalar = new GraphQLScalarType<string, string>({
  name: 'Basis',
  description:
    'Opaque token of a log prefix (position and hash), as answers carry it. Repeating a question with it gives the same bytes for ever. Example: `MTIuMGYzYTliMmMxZDRlNWY2Nw`.',
  serialize: String,
  parseValue: (given) => checked(typeof given === 'string' ? given : (JSON.stringify(given) ?? '')),
  parseLiteral: (node) => checked(fromLiteral(node)),
});

function checked(token: string): string {
  readBasis(token);
  return token;
}
