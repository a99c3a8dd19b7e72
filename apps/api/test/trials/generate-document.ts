import {
  buildSchema,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { corpus, type Hostile } from '../hostile/corpus.js';
import type { Seeded } from './seeded.js';

const DIRECTIVES = [
  '@skip(if: false)',
  '@include(if: true)',
  '@include(if: $b)',
  '@nothing',
  '@deprecated',
  '@skip',
];
const LITERALS = [
  '1',
  '-5',
  '200',
  '201',
  '99999999999',
  '1.5',
  '1e400',
  '"2025-05-01"',
  '"2025-02-30"',
  '"JPN"',
  '"tariff/us"',
  'null',
  'true',
  'NOMINAL',
  'TARIFF',
  '[]',
  '[[[[]]]]',
  '{}',
  '{ date: "2025-05-01" }',
  '$n',
  '$d',
  '$f',
  '""',
  '"\\u0000"',
  '"__proto__"',
];
const NOISE = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '"',
  '"""',
  '$',
  '@',
  '...',
  '!',
  ':',
  '#',
  '\n',
  '\u0000',
  '\ud800',
  '\u202e',
  ',',
  '|',
  '&',
  'on',
  'fragment',
  'query',
  'mutation',
  'subscription',
  '9e9',
];
const VARIABLES = [
  {},
  { n: -5 },
  { n: 2 ** 31 },
  { n: 'a', d: 1e308 },
  { d: '2025-02-30' },
  { f: { subjects: Array.from({ length: 2_000 }, (_, i) => `s${i}`) } },
  { f: JSON.parse('{"__proto__":{"a":1}}') },
  { n: 200, d: '2025-05-01', b: true },
  [],
  'text',
  null,
];

/** Documents of four kinds: grown from the schema, the corpus bent, the corpus crossed, and noise. */
export function documentMaker(sdl: string): (random: Seeded) => Hostile {
  const schema = buildSchema(sdl);
  return (random) => {
    const variables = random.pick(VARIABLES);
    const kind = random.int(4);
    const query =
      kind === 0
        ? grown(schema, random)
        : kind === 1
          ? bent(random)
          : kind === 2
            ? crossed(random)
            : noise(random);
    return { name: query.slice(0, 80), query, variables };
  };
}

/** A selection that follows the types of the schema, with more of everything than anybody needs. */
function grown(schema: GraphQLSchema, random: Seeded): string {
  const root = random.pick([
    schema.getQueryType(),
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ]) as GraphQLObjectType;
  const kind =
    root === schema.getQueryType()
      ? 'query'
      : root === schema.getMutationType()
        ? 'mutation'
        : 'subscription';
  let budget = 20 + random.int(500);
  const select = (type: GraphQLObjectType, depth: number): string => {
    const fields = Object.values(type.getFields());
    const parts: string[] = [];
    for (let i = 1 + random.int(5); i > 0 && budget > 0; i--) {
      budget--;
      const field = random.pick(fields);
      const named = getNamedType(field.type);
      const args = field.args
        .filter((arg) => isNonNullType(arg.type) || random.next() < 0.3)
        .map(
          (arg) =>
            `${arg.name}: ${random.next() < 0.7 ? likely(arg.name, isListType(arg.type)) : random.pick(LITERALS)}`,
        );
      const alias = random.next() < 0.5 ? `a${random.int(1e6)}: ` : '';
      const directive = random.next() < 0.1 ? ` ${random.pick(DIRECTIVES)}` : '';
      const beneath = isLeafType(named)
        ? ''
        : isObjectType(named) && depth > 0
          ? ` ${select(named, depth - 1)}`
          : isAbstractType(named)
            ? ' { __typename }'
            : ' { __typename }';
      parts.push(
        `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${directive}${beneath}`,
      );
    }
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  };
  return `${kind} ($n: Int = 200, $d: Date, $f: ReadingFilter, $b: Boolean = true) ${select(root, 1 + random.int(24))}`;
}

function likely(name: string, isList: boolean): string {
  if (isList) return '[]';
  if (/date|from|knownAt/i.test(name)) return '"2025-05-01"';
  if (/until/i.test(name)) return '"2026-05-01"';
  if (/view|^a$|^b$/.test(name)) return '{ date: "2025-05-01" }';
  if (/first|within|bins/i.test(name)) return '200';
  return '"JPN"';
}

const textOf = (hostile: Hostile): string => String(hostile.query).slice(0, 20_000);

function bent(random: Seeded): string {
  let text = textOf(random.pick(corpus));
  for (let i = 1 + random.int(8); i > 0; i--) {
    const at = random.int(text.length + 1);
    const length = random.int(40);
    const kind = random.int(4);
    if (kind === 0) text = text.slice(0, at) + random.pick(NOISE) + text.slice(at);
    else if (kind === 1) text = text.slice(0, at) + text.slice(at + length);
    else if (kind === 2)
      text = text.slice(0, at) + text.slice(at, at + length).repeat(1 + random.int(50)) + text.slice(at);
    else text = text.slice(0, at) + random.pick(LITERALS) + text.slice(at + 1);
  }
  return text;
}

function crossed(random: Seeded): string {
  const [a, b] = [textOf(random.pick(corpus)), textOf(random.pick(corpus))];
  return a.slice(0, random.int(a.length + 1)) + b.slice(random.int(b.length + 1));
}

const noise = (random: Seeded): string =>
  Array.from({ length: 1 + random.int(400) }, () => random.pick(random.next() < 0.5 ? NOISE : LITERALS)).join(
    random.pick([' ', '']),
  );
