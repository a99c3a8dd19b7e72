import {
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLScalarType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import {
  enumSection,
  inputSection,
  listOfFields,
  listOfTypes,
  objectSection,
  rootSections,
  said,
} from './sections.js';

const HEAD = '<!-- Written by the build of apps/api from the schema; change that, not this page. -->\n\n';

/** The pages of `docs/reference`: file name → Markdown. One heading for each type and root field, so that links can name it. */
export function referencePages(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const query = schema.getQueryType() as GraphQLObjectType;
  const mutation = schema.getMutationType() as GraphQLObjectType;
  const subscription = schema.getSubscriptionType() as GraphQLObjectType;
  const roots = new Set<GraphQLNamedType>([query, mutation, subscription]);
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !roots.has(type),
  );
  const objects = types.filter((type) => isObjectType(type) || isInterfaceType(type) || isUnionType(type));
  const inputs = types.filter((type) => isInputObjectType(type));
  const enums = types.filter((type) => isEnumType(type));
  const scalars = types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
  const page = (title: string, opening: string, sections: readonly string[]): string =>
    `${HEAD}# ${title}\n\n${opening}\n\n${sections.join('\n\n')}\n`;
  return new Map([
    [
      'README.md',
      page(
        'Reference of the API',
        'Every question, type, field, argument and value of `apps/api/schema.graphql`, with what it means, its unit and an example. Ten questions with their answers are in [the recipes](../recipes.md), how to build on the API for years in [its guide](../guides/api.md), what an answer means in [semantics](../semantics.md). A field that is going away is marked as deprecated for at least one release ([how the schema changes](../schema/README.md)).',
        [
          ['## Questions', listOfFields('queries.md', query)],
          ['## Changes of the record', listOfFields('mutations.md', mutation)],
          ['## What can be followed', listOfFields('subscriptions.md', subscription)],
          ['## Types of answers', listOfTypes('objects.md', objects)],
          ['## Types of what is given', listOfTypes('inputs.md', inputs)],
          ['## Words', listOfTypes('enums.md', enums)],
          ['## Scalars', listOfTypes('scalars.md', scalars)],
        ].map((parts) => parts.join('\n\n')),
      ),
    ],
    [
      'queries.md',
      page(
        'Questions',
        `${query.description ?? ''} An argument with a default may be left out.`,
        rootSections(query),
      ),
    ],
    ['mutations.md', page('Changes of the record', mutation.description ?? '', rootSections(mutation))],
    [
      'subscriptions.md',
      page('What can be followed', subscription.description ?? '', rootSections(subscription)),
    ],
    [
      'objects.md',
      page(
        'Types of answers',
        'What a field holds that is an object itself stands under that object.',
        objects.map(objectSection),
      ),
    ],
    [
      'inputs.md',
      page(
        'Types of what is given',
        'A field whose type ends in `!` has to be given, unless it has a default.',
        inputs.map((type) => inputSection(type as GraphQLInputObjectType)),
      ),
    ],
    [
      'enums.md',
      page(
        'Words',
        'A new value may arrive at any time: keep a branch for values you do not know.',
        enums.map((type) => enumSection(type as GraphQLEnumType)),
      ),
    ],
    [
      'scalars.md',
      page(
        'Scalars',
        '`String`, `Int`, `Float`, `Boolean` and `ID` are those of GraphQL.',
        scalars.map((type) => `## ${type.name}\n\n${said(type as GraphQLScalarType)}`),
      ),
    ],
  ]);
}
