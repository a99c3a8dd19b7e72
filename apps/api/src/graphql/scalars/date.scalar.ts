import { type Day, formatDay, parseDay } from '@policy-timeline/domain';
import { GraphQLScalarType } from 'graphql';
import { fromLiteral } from './from-literal.js';

/** Days are parsed once, here: resolvers and the domain know only `Day`. */
export const DateScalar = new GraphQLScalarType<Day, string>({
  name: 'Date',
  description:
    'A civil day in the jurisdiction of the act, `YYYY-MM-DD`, with no clock and no time zone. Example: `2025-04-09`.',
  serialize: (day) => formatDay(day as Day),
  parseValue: (given) => parseDay(typeof given === 'string' ? given : (JSON.stringify(given) ?? '')),
  parseLiteral: (node) => parseDay(fromLiteral(node)),
});
