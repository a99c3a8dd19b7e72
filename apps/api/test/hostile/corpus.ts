/** A document, or anything else in its place, that must be refused: cheaply, and in words. */
export interface Hostile {
  readonly name: string;
  readonly query: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
}

const state = 'stateAsOf(date: "2025-05-01")';
const times = (n: number, part: (i: number) => string, between = ' '): string =>
  Array.from({ length: n }, (_, i) => part(i)).join(between);
const nested = (n: number, open: string, inside: string, close = ' }'): string =>
  `${open.repeat(n)}${inside}${close.repeat(n)}`;
const wide =
  'edges { node { id title { en ja } sources { id title { en ja } } effects { slot terms { include { hs } } } } }';
const filter = (content: string): string => `{ stateAsOf(date: "2025-05-01", filter: ${content}) { basis } }`;
const dated = (date: string): Hostile => ({
  name: `the date ${date.slice(0, 20)}`,
  query: 'query ($d: Date!) { stateAsOf(date: $d) { basis } }',
  variables: { d: date },
});

const floods: readonly Hostile[] = [
  { name: 'alias flood', query: `{ ${times(200, (i) => `a${i}: ${state} { basis }`)} }` },
  { name: 'alias flood beneath', query: `{ ${state} { ${times(200, (i) => `a${i}: basis`)} } }` },
  {
    name: 'alias flood in a fragment',
    query: `{ ${state} { ...F } } fragment F on PolicyState { ${times(100, (i) => `a${i}: basis`)} }`,
  },
  { name: 'directive flood', query: `{ ${state} { basis ${'@skip(if: false) '.repeat(100)} } }` },
  {
    name: 'directive flood on fields',
    query: `{ ${times(80, () => `${state} { basis @include(if: true) }`)} }`,
  },
  { name: 'unknown directive flood', query: `{ ${state} { basis ${'@a '.repeat(100)} } }` },
  { name: 'token flood', query: `{ ${'__typename '.repeat(20_000)} }` },
  { name: 'comma flood', query: `{ __typename ${','.repeat(100_000)} nothing }` },
  { name: 'comment flood', query: `{ ${'#a\n'.repeat(30_000)} nothing }` },
  { name: 'brace flood', query: '{'.repeat(50_000) },
  { name: 'bracket flood', query: `{ stateAsOf(date: ${'['.repeat(20_000)}` },
  { name: 'string flood', query: `{ subject(id: "${'a'.repeat(100_000)}") { id } }` },
  { name: 'block string flood', query: `{ nothing(id: """${'\\n '.repeat(20_000)}""") }` },
  { name: 'name flood', query: `{ ${'a'.repeat(100_000)} }` },
  { name: 'argument flood', query: `{ stateAsOf(${times(1_000, (i) => `a${i}: 1`)}) { basis } }` },
  { name: 'variable flood', query: `query (${times(1_000, (i) => `$v${i}: Int`)}) { ${state} { basis } }` },
  { name: 'operation flood', query: times(500, (i) => `query Q${i} { __typename }`), operationName: 'Q499x' },
  {
    name: 'fragment flood',
    query: `{ ${state} { basis } } ${times(400, (i) => `fragment F${i} on PolicyState { basis }`)}`,
  },
  { name: 'unknown field flood', query: `{ ${times(900, (i) => `nothing${i}`)} }` },
  { name: 'unknown type flood', query: `{ ${times(300, (i) => `... on Nothing${i} { a }`)} }` },
  { name: 'same field flood', query: `{ ${times(900, () => `${state} { basis }`)} }` },
  { name: 'overlapping fields', query: `{ ${times(60, (i) => `a: subject(id: "${i}") { id }`)} }` },
];

const depths: readonly Hostile[] = [
  { name: 'depth', query: `{ subject(id: "x") ${nested(12, '{ readings { subject ', '{ id }', ' } }')} }` },
  {
    name: 'depth in fragments',
    query: `{ subject(id: "x") { ...F0 } } ${times(20, (i) => `fragment F${i} on Subject { readings { subject { ...F${i + 1} } } }`)} fragment F20 on Subject { id }`,
  },
  {
    name: 'depth in inline fragments',
    query: `{ subject(id: "x") ${nested(300, '{ ... on Subject ', '{ nothing }')} }`,
  },
  {
    name: 'deep introspection',
    query: `{ __schema { types ${nested(12, '{ fields { type ', '{ name }', ' } }')} } }`,
  },
  {
    name: 'circular introspection',
    query: `{ __type(name: "Query") ${nested(12, '{ fields { type ', '{ name }', ' } }')} }`,
  },
  { name: 'deep list literal', query: filter(`{ subjects: ${nested(900, '[', '"a"', ']')} }`) },
  { name: 'deep object literal', query: filter(nested(900, '{ a: ', '1')) },
  {
    name: 'deep variable',
    query: 'query ($f: ReadingFilter) { stateAsOf(date: "2025-05-01", filter: $f) { basis } }',
    variables: { f: JSON.parse(`${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`) },
  },
  { name: 'deep list type', query: `query ($a: ${nested(500, '[', 'Int', ']')}) { __typename }` },
  {
    name: 'partner of quadrant of partner',
    query: `{ partner(code: "JPN", date: "2025-05-01") ${nested(12, '{ quadrant { partner ', '{ code }', ' } }')} }`,
  },
];

const cycles: readonly Hostile[] = [
  {
    name: 'fragment cycle',
    query: `{ ${state} { ...A } } fragment A on PolicyState { ...B } fragment B on PolicyState { ...A }`,
  },
  { name: 'own fragment cycle', query: `{ ${state} { ...A } } fragment A on PolicyState { ...A basis }` },
  {
    name: 'long fragment cycle',
    query: `{ ${state} { ...F0 } } ${times(300, (i) => `fragment F${i} on PolicyState { ...F${(i + 1) % 300} }`)}`,
  },
  {
    name: 'fragment bomb',
    query: `{ ${state} { ...F0 } } ${times(40, (i) => `fragment F${i} on PolicyState { ...F${i + 1} ...F${i + 1} }`)} fragment F40 on PolicyState { basis }`,
  },
  {
    name: 'fragment bomb with fields',
    query: `{ subject(id: "x") { ...F0 } } ${times(30, (i) => `fragment F${i} on Subject { a${i}: id ...F${i + 1} b${i}: id ...F${i + 1} }`)} fragment F30 on Subject { id }`,
  },
  {
    name: 'fragment on a cycle of types',
    query: `{ event(id: "x") { ...E } } fragment E on PolicyEvent { relations { event { ...E } } }`,
  },
  { name: 'missing fragment', query: `{ ${state} { ...Nowhere } }` },
  { name: 'fragment on a scalar', query: `{ ${state} { ... on Date { a } } }` },
];

const costs: readonly Hostile[] = [
  {
    name: 'cost by variable',
    query: `query ($n: Int!) { ${times(12, (i) => `a${i}: events(first: $n) { ${wide} }`)} }`,
    variables: { n: 2_000_000_000 },
  },
  {
    name: 'cost by default',
    query: `query ($n: Int = 200) { ${times(12, (i) => `a${i}: events(first: $n) { ${wide} }`)} }`,
  },
  { name: 'cost by literal', query: `{ ${times(12, (i) => `a${i}: events(first: 200) { ${wide} }`)} }` },
  {
    name: 'cost behind @include',
    query: `query ($y: Boolean = true) { ${times(12, (i) => `a${i}: events(first: 200) @include(if: $y) { ${wide} }`)} }`,
  },
  {
    name: 'cost through fragments',
    query: `{ ${times(12, (i) => `a${i}: events(first: 200) { ...W }`)} } fragment W on PolicyEventConnection { ${wide} }`,
  },
  {
    name: 'nested lists',
    query:
      '{ events(first: 200) { edges { node { relatedFrom { event { relatedFrom { event { relatedFrom { event { id title { en } } } } } } } } } } }',
  },
  {
    name: 'reasons of reasons',
    query:
      '{ stateAsOf(date: "2025-05-01", first: 200) { readings { edges { node { because { event { readings { because { event { readings { slot } } } } } } } } } } }',
  },
  {
    name: 'negative page by variable',
    query: 'query ($n: Int!) { events(first: $n) { edges { node { id } } } }',
    variables: { n: -5 },
  },
  { name: 'negative page', query: '{ events(first: -5) { edges { node { id } } } }' },
  { name: 'page of zero', query: '{ events(first: 0) { edges { node { id } } } }' },
  { name: 'page beyond Int', query: '{ events(first: 99999999999999999999) { edges { node { id } } } }' },
  {
    name: 'page as a float',
    query: 'query ($n: Int!) { events(first: $n) { edges { node { id } } } }',
    variables: { n: 1.5 },
  },
  {
    name: 'page as NaN',
    query: 'query ($n: Int!) { events(first: $n) { edges { node { id } } } }',
    variables: { n: 'NaN' },
  },
  {
    name: 'bins without end',
    query: '{ density(from: "0001-01-01", until: "9999-12-31", bins: 2000000000) { from } }',
  },
  { name: 'days without end', query: '{ upcoming(date: "2025-05-01", withinDays: 2000000000) { id } }' },
];

const values: readonly Hostile[] = [
  ...[
    '2018-02-29',
    '0000-01-01',
    '-0001-01-01',
    '10000-01-01',
    '２０２５-05-01',
    '٢٠٢٥-05-01',
    '2025-05-01T00:00:00Z',
    '',
    'null',
    '\u0000',
    '\ud800',
    '\u202e2025-05-01',
    '9'.repeat(50_000),
  ].map(dated),
  {
    name: 'a number as a date',
    query: 'query ($d: Date!) { stateAsOf(date: $d) { basis } }',
    variables: { d: 1e308 },
  },
  {
    name: 'an object as a date',
    query: 'query ($d: Date!) { stateAsOf(date: $d) { basis } }',
    variables: { d: { toString: 'a' } },
  },
  {
    name: 'null for a date',
    query: 'query ($d: Date!) { stateAsOf(date: $d) { basis } }',
    variables: { d: null },
  },
  {
    name: 'prototype in variables',
    query: 'query ($f: ReadingFilter) { stateAsOf(date: "2025-05-01", filter: $f) { basis } }',
    variables: { f: JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}') },
  },
  { name: 'prototype as a subject', query: '{ subject(id: "__proto__") { id } }' },
  { name: 'a cursor of another list', query: '{ events(after: "nonsense") { edges { cursor } } }' },
  {
    name: 'a basis of another log',
    query: '{ stateAsOf(date: "2025-05-01", basis: "MTIuMGYzYTliMmMxZDRlNWY2Nw") { basis } }',
  },
  {
    name: 'a basis that is none',
    query: '{ stateAsOf(date: "2025-05-01", basis: "../../etc/passwd") { basis } }',
  },
  {
    name: 'as lived beside a known day',
    query: '{ stateAsOf(date: "2025-05-01", knownAt: "2025-05-01", asLived: true) { basis } }',
  },
  { name: 'an unknown enum value', query: filter('{ families: [NOTHING] }') },
  {
    name: 'an HS code of letters',
    query:
      '{ tariffQuote(question: { partner: "JPN", product: "<script>" }, date: "2025-05-01") { additionalPercent } }',
  },
  {
    name: 'a country that is none',
    query:
      '{ tariffQuote(question: { partner: "QQQ", product: "ordinary" }, date: "2025-05-01") { additionalPercent } }',
  },
];

const shapes: readonly Hostile[] = [
  {
    name: 'several operations, none named',
    query: `query A { ${state} { basis } } query B { ${state} { basis } }`,
  },
  { name: 'an operation that is not there', query: `query A { ${state} { basis } }`, operationName: 'B' },
  { name: 'no operation', query: 'fragment A on PolicyState { basis }' },
  { name: 'empty', query: '' },
  { name: 'white space', query: ' \n\t ' },
  { name: 'no GraphQL', query: 'SELECT * FROM events; --' },
  { name: 'NUL in the document', query: '{ \u0000 }' },
  { name: 'a lone surrogate in the document', query: '{ subject(id: "\ud800") { id } }' },
  { name: 'a type instead of a query', query: 'type A { b: Int }' },
  { name: 'an unknown variable', query: '{ subject(id: $x) { id } }' },
  { name: 'a variable of a type that is none', query: 'query ($a: Nothing) { __typename }' },
  { name: 'a variable of an output type', query: 'query ($a: PolicyState) { __typename }' },
  { name: 'stream and defer', query: `{ ${state} { ... @defer { basis } } }` },
  {
    name: 'a subscription with two fields',
    query: 'subscription { eventAppended { id } viewChanged(view: { date: "2025-05-01" }) { basis } }',
  },
  {
    name: 'a subscription in a past prefix',
    query:
      'subscription { viewChanged(view: { date: "2025-05-01", basis: "MTIuMGYzYTliMmMxZDRlNWY2Nw" }) { basis } }',
  },
];

/** Found by trials with generated documents. */
const found: readonly Hostile[] = [
  {
    name: 'a subscription with a condition by variable',
    query:
      'subscription ($b: Boolean = true) { eventAppended @include(if: $b) { id } viewChanged { basis } }',
  },
  { name: 'a list of variables', query: `query { ${state} { basis nothing } }`, variables: [] },
  { name: 'variables as text', query: `query { ${state} { basis nothing } }`, variables: 'text' },
  { name: 'a number as an operation name', query: `{ ${state} { nothing } }`, operationName: 7 },
  { name: 'a number as a document', query: 7 },
];

export const corpus: readonly Hostile[] = [
  ...floods,
  ...depths,
  ...cycles,
  ...costs,
  ...values,
  ...shapes,
  ...found,
];
