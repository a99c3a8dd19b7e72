import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { ENUM_VALUES } from './enum-values.js';
import { BY_NAME, BY_PATH } from './members.js';

interface Described {
  description?: string | null | undefined;
}

/**
 * Gives every type, field, argument and enum value a description where its class has none: that of its path, else that of
 * its name. What still has none is returned, as `Type`, `Type.field`, `Type.field(argument)` or `Enum=VALUE`.
 */
export function describeSchema(schema: GraphQLSchema): readonly string[] {
  const bare: string[] = [];
  const describe = (member: Described, path: string, said: string | undefined): void => {
    if (!member.description) member.description = BY_PATH[path] ?? said ?? null;
    if (!member.description) bare.push(path);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
    describe(type, type.name, undefined);
    if (isEnumType(type))
      for (const value of type.getValues())
        describe(value, `${type.name}=${value.name}`, ENUM_VALUES[type.name]?.[value.name]);
    else if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        const path = `${type.name}.${field.name}`;
        describe(field, path, BY_NAME[field.name]);
        for (const argument of field.args)
          describe(argument, `${path}(${argument.name})`, BY_NAME[argument.name]);
      }
    else if (isInputObjectType(type))
      for (const field of Object.values(type.getFields()))
        describe(field, `${type.name}.${field.name}`, BY_NAME[field.name]);
  }
  return bare;
}
