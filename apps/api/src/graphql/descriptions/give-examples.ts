import {
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { EXAMPLE_QUESTIONS } from './example-questions.js';
import { EXAMPLE_BY_NAME, EXAMPLE_BY_PATH } from './examples.js';

interface Described {
  description?: string | null | undefined;
}

/** Whether a description shows one already. */
const SHOWS = /\bexample\b|\be\.g\./i;

/**
 * Gives every root field a whole question, and every argument, input field and plain value (scalar or enum) an example, where
 * its description has none yet: that of its path, else that of its name. What still has none is returned, as in `describeSchema`.
 * A field that holds an object has none of its own: those of the object's fields stand there.
 */
export function giveExamples(schema: GraphQLSchema): readonly string[] {
  const bare: string[] = [];
  const show = (member: Described, path: string, example: string | undefined): void => {
    if (SHOWS.test(member.description ?? '')) return;
    if (example === undefined) bare.push(path);
    else member.description = `${member.description ?? ''} Example: \`${example}\`.`.trimStart();
  };
  const known = (path: string, name: string): string | undefined =>
    EXAMPLE_BY_PATH[path] ?? EXAMPLE_BY_NAME[name];
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) {
        const path = `${type.name}.${field.name}`;
        show(field, path, known(path, field.name));
      }
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const path = `${type.name}.${field.name}`;
      if (roots.some((root) => root === type)) show(field, path, EXAMPLE_QUESTIONS[path]);
      else if (isPlain(field.type)) show(field, path, known(path, field.name));
      for (const argument of field.args) {
        const pathOfArgument = `${path}(${argument.name})`;
        show(argument, pathOfArgument, known(pathOfArgument, argument.name));
      }
    }
  }
  return bare;
}

const isPlain = (type: GraphQLInputType | GraphQLOutputType): boolean => isLeafType(getNamedType(type));
