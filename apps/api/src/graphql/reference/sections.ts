import {
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLUnionType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  parse,
  print,
} from 'graphql';
import { EXAMPLE_QUESTIONS } from '../descriptions/example-questions.js';

interface Described {
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

/** On one line: a description breaks where its source did. */
export function said({ description, deprecationReason }: Described): string {
  const text = (description ?? '').replace(/\s+/g, ' ').trim();
  return deprecationReason ? `**Deprecated:** ${deprecationReason} ${text}` : text;
}
const cell = (text: string): string => text.replace(/\|/g, '\\|');
/** Up to the end of the first sentence. */
const opening = (described: Described): string => /^.*?\.(?= |$)/.exec(said(described))?.[0] ?? '';
const anchor = (name: string): string => name.toLowerCase();

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

export const listOfFields = (file: string, root: GraphQLObjectType): string =>
  Object.values(root.getFields())
    .map((field) => `- [${field.name}](${file}#${anchor(field.name)}): ${opening(field)}`)
    .join('\n');
export const listOfTypes = (file: string, types: readonly GraphQLNamedType[]): string =>
  types.map(({ name }) => `[${name}](${file}#${anchor(name)})`).join(' · ');

/** The type as it is written, its name leading to where it stands. */
function linked(type: GraphQLArgument['type'] | GraphQLField<unknown, unknown>['type']): string {
  const named = getNamedType(type);
  const written = String(type);
  if (isSpecifiedScalarType(named)) return `\`${written}\``;
  return `[\`${written}\`](${fileOf(named)}#${anchor(named.name)})`;
}

function fileOf(type: GraphQLNamedType): string {
  if (isInputObjectType(type)) return 'inputs.md';
  if (isEnumType(type)) return 'enums.md';
  return isScalarType(type) ? 'scalars.md' : 'objects.md';
}

/** As the schema writes it; absent for none. */
const defaultOf = ({ defaultValue }: GraphQLArgument | GraphQLInputField): string =>
  defaultValue === undefined || defaultValue === null ? '' : `\`${String(defaultValue)}\``;

export function rootSections(root: GraphQLObjectType): string[] {
  return Object.values(root.getFields()).map((field) => {
    const question = EXAMPLE_QUESTIONS[`${root.name}.${field.name}`];
    const text = said(field).replace(/ ?Example: `[^`]*`\.$/, '');
    const args = field.args.map((argument) => [
      `\`${argument.name}\``,
      linked(argument.type),
      defaultOf(argument),
      said(argument),
    ]);
    return [
      `## ${field.name}`,
      text,
      `Answers ${linked(field.type)}.`,
      ...(question ? [`\`\`\`graphql\n${print(parse(question)).trim()}\n\`\`\``] : []),
      ...(args.length > 0 ? [table(['argument', 'type', 'default', ''], args)] : []),
    ].join('\n\n');
  });
}

export function objectSection(type: GraphQLNamedType): string {
  const head = `## ${type.name}\n\n${said(type as Described)}`;
  if (isUnionType(type))
    return `${head}\n\nOne of ${(type as GraphQLUnionType).getTypes().map(linked).join(', ')}.`;
  const object = type as GraphQLObjectType | GraphQLInterfaceType;
  const implemented = object.getInterfaces().map(linked);
  const rows = Object.values(object.getFields()).flatMap((field) => [
    [`\`${field.name}\``, linked(field.type), said(field)],
    ...field.args.map((argument) => [
      `· \`(${argument.name}:)\``,
      linked(argument.type),
      [said(argument), defaultOf(argument) && `Default: ${defaultOf(argument)}.`].filter(Boolean).join(' '),
    ]),
  ]);
  return [
    head,
    ...(implemented.length > 0 ? [`Implements ${implemented.join(', ')}.`] : []),
    table(['field', 'type', ''], rows),
  ].join('\n\n');
}

export function inputSection(type: GraphQLInputObjectType): string {
  const rows = Object.values(type.getFields()).map((field) => [
    `\`${field.name}\``,
    linked(field.type),
    defaultOf(field),
    said(field),
  ]);
  const only = type.isOneOf ? ' Exactly one of the fields is given.' : '';
  return `## ${type.name}\n\n${said(type)}${only}\n\n${table(['field', 'type', 'default', ''], rows)}`;
}

export const enumSection = (type: GraphQLEnumType): string =>
  `## ${type.name}\n\n${said(type)}\n\n${table(
    ['value', ''],
    type.getValues().map((value) => [`\`${value.name}\``, said(value)]),
  )}`;
