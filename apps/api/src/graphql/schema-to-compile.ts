import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  type GraphQLLeafType,
  GraphQLNonNull,
  type GraphQLOutputType,
  GraphQLScalarType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';

const made = new WeakMap<GraphQLSchema, GraphQLSchema>();

/**
 * The schema as queries are compiled against it: a list of leaves is one leaf, serialized in one loop. graphql-jit calls four
 * functions for each entry of a list, which for a column of hundreds costs more than everything else. What such a list may
 * not hold throws, and a compiled query that meets an error is left to graphql-js, which tells it by its place in the list.
 */
export function schemaToCompile(schema: GraphQLSchema): GraphQLSchema {
  const known = made.get(schema);
  if (known) return known;
  const lists = new Map<string, GraphQLScalarType>();
  const compiled = mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field) => {
      const type = withLeafList(field.type, lists);
      return type === null ? field : { ...field, type };
    },
  });
  made.set(schema, compiled);
  return compiled;
}

/** Null for any other type than a list of leaves. */
function withLeafList(
  type: GraphQLOutputType,
  lists: Map<string, GraphQLScalarType>,
): GraphQLOutputType | null {
  const list = isNonNullType(type) ? type.ofType : type;
  if (!isListType(list)) return null;
  const entry: GraphQLOutputType = list.ofType;
  const leaf = isNonNullType(entry) ? entry.ofType : entry;
  if (!isLeafType(leaf)) return null;
  const name = `${leaf.name}${isNonNullType(entry) ? 's' : 'sOrNull'}`;
  const scalar = lists.get(name) ?? leafList(name, leaf, isNonNullType(entry));
  lists.set(name, scalar);
  return isNonNullType(type) ? new GraphQLNonNull(scalar) : scalar;
}

function leafList(name: string, leaf: GraphQLLeafType, eachHolds: boolean): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    serialize(given) {
      if (!Array.isArray(given)) throw new TypeError('no list');
      const list: unknown[] = new Array(given.length);
      for (let i = 0; i < given.length; i++) {
        const value: unknown = given[i];
        if (value == null && !eachHolds) list[i] = null;
        else if (value == null || value instanceof Error) throw new TypeError('an entry that is not there');
        else list[i] = leaf.serialize(value);
      }
      return list;
    },
  });
}
