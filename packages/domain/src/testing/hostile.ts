/** Numbers between 0 and 1 that follow from the seed alone (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const nested = (depth: number): unknown => {
  let value: unknown = 'deep';
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { a: value };
  return value;
};

/** Values that programs have stumbled over, for any field; the large ones are made anew each time. */
export const HOSTILE_VALUES: readonly (() => unknown)[] = [
  '2018-02-29',
  '0000-01-01',
  '-0001-01-01',
  '10000-01-01',
  '9999-12-31',
  '2025-13',
  '２０２５-０４-０９',
  '٢٠٢٥-٠٤-٠٩',
  '2025-04-09T00:00:00Z',
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  'x\uDC00y',
  '\u202Egnp.exe',
  '\u2066hidden\u2069',
  'e\u0301'.repeat(3),
  'é',
  '__proto__',
  'constructor',
  'toString',
  '<script>window.hostile = 1</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '@SUM(A1)',
  '-1',
  '../../etc/passwd',
  "'; DROP TABLE events; --",
  '{{7*7}}',
  '%00',
  '&a [*a, *a, *a]',
  '!!js/function "x"',
  '\uFEFFbom',
  '𝟚𝟘𝟚𝟝',
  '\n\r\t',
  '-0-',
  'null',
  0,
  -0,
  -1,
  1e308,
  -1e308,
  5e-324,
  2 ** 53,
  true,
  false,
  null,
  [],
  {},
  [[]],
  [null],
]
  .map(
    (value): (() => unknown) =>
      () =>
        value,
  )
  .concat([
    () => 'x'.repeat(1_000_000),
    () => 'あ'.repeat(5_000),
    () => nested(10_000),
    () => nested(30),
    () => JSON.parse('{"__proto__": {"hostile": true}, "constructor": {"prototype": {"hostile": true}}}'),
    () => Array.from({ length: 30_000 }, (_, i) => i),
    () => Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`k${i}`, i])),
  ]);

export const pick = <T>(from: readonly T[], random: () => number): T =>
  from[Math.floor(random() * from.length)] as T;

/** A copy of a plain value in which one member, at any depth, is another value, is gone, or has another name. */
export function spoiled(value: unknown, random: () => number, hostile: () => unknown): unknown {
  const copy = JSON.parse(JSON.stringify(value)) as unknown;
  const places: (readonly [object, string])[] = [];
  const visit = (at: unknown): void => {
    if (typeof at !== 'object' || at === null) return;
    for (const [key, member] of Object.entries(at)) {
      places.push([at, key]);
      visit(member);
    }
  };
  visit(copy);
  const [holder, key] = pick(places, random);
  const members = holder as Record<string, unknown>;
  const what = random();
  if (what < 0.8) members[key] = hostile();
  else if (what < 0.9) delete members[key];
  else
    Object.defineProperty(members, String(hostile()).slice(0, 50), {
      value: members[key],
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return copy;
}
