import { GraphQLError, GraphQLScalarType, type ValueNode, valueFromASTUntyped } from 'graphql';

const MAX_DEPTH = 20;

/** For an event's `data`, whose shape belongs to its type, and for the documents of the papers' systems. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: `Any JSON value up to ${MAX_DEPTH} levels deep. Example: \`{"round": 4}\`.`,
  serialize: (value) => value,
  parseValue: (given) => checked(given, 0),
  parseLiteral: (node: ValueNode, variables) => checked(valueFromASTUntyped(node, variables), 0),
});

function checked(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH)
    throw new GraphQLError(`JSON: nested deeper than ${MAX_DEPTH} levels; flatten it.`, {
      extensions: { code: 'INVALID_INPUT' },
    });
  if (Array.isArray(value)) return value.map((item) => checked(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, checked(member, depth + 1)]));
}
