import { type GraphQLLeafType, isEnumType } from 'graphql';

/** Gives a value that is there as the answer holds it. @throws as `serialize` does for what the type does not allow */
export type Reader = (value: unknown) => unknown;

/** Serializes as the type does; values that most answers are made of are known to stay what they are. */
export function leafReader(type: GraphQLLeafType): Reader {
  const serialize: Reader = (value) => {
    if (value instanceof Error) throw value;
    const serialized: unknown = type.serialize(value);
    if (serialized == null) throw new TypeError(`${type.name} has no such value`);
    return serialized;
  };
  if (isEnumType(type)) return remembering(serialize);
  switch (type.name) {
    case 'ID':
    case 'String':
      return (value) => (typeof value === 'string' ? value : serialize(value));
    case 'Boolean':
      return (value) => (typeof value === 'boolean' ? value : serialize(value));
    case 'Float':
      return (value) => (Number.isFinite(value) ? value : serialize(value));
    default:
      return serialize;
  }
}

/** A list seldom changes from one entry to the next. */
function remembering(serialize: Reader): Reader {
  let last: unknown;
  let serialized: unknown;
  return (value) => {
    if (value !== last || value === undefined) {
      serialized = serialize(value);
      last = value;
    }
    return serialized;
  };
}
