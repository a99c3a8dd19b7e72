import { type GraphQLSchema, isObjectType } from 'graphql';

/**
 * Nest gives every plain property a resolver of its own. Without it graphql reads the property itself, which is the same
 * and, compiled, a plain member access instead of a call.
 */
export function withPlainFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (field.resolve?.name === 'rootFieldResolver') delete field.resolve;
  }
  return schema;
}
