import { parsePartialDate } from '@policy-timeline/domain';
import { GraphQLScalarType } from 'graphql';
import { fromLiteral } from './from-literal.js';

/** Stays text inside: precision and doubt are part of what the source says. */
export const PartialDateScalar = new GraphQLScalarType<string, string>({
  name: 'PartialDate',
  description:
    'A date as its source gives it, EDTF level 0/1: `2017`, `2017-08`, `2017-08-25`, with `~` for about and `?` for uncertain. Example: `2017-08~`.',
  serialize: String,
  parseValue: (given) =>
    parsePartialDate(typeof given === 'string' ? given : (JSON.stringify(given) ?? '')).text,
  parseLiteral: (node) => parsePartialDate(fromLiteral(node)).text,
});
