import { InvalidInput } from './errors.js';

/** Deeper than any policy event, shallow enough for every JSON reader's stack. */
const MAX_DEPTH = 256;

/**
 * The one text of a JSON value: members sorted by UTF-16 code unit, no spaces, `undefined` members left out.
 * Two values have the same text exactly when they are the same JSON.
 *
 * @throws InvalidInput naming the place of anything JSON would change in silence (NaN, Date, Map, bigint, holes in arrays),
 * and of nesting beyond 256 levels.
 */
export function canonicalJson(value: unknown, path: string): string {
  return write(value, path, 0);
}

function write(value: unknown, path: string, depth: number): string {
  if (depth > MAX_DEPTH)
    throw new InvalidInput(path, `is nested deeper than ${MAX_DEPTH} levels; flatten it.`);
  if (value === null || typeof value === 'boolean') return String(value);
  // JSON.stringify escapes lone surrogates, so the text is well-formed whatever the string holds.
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, index) => write(item, `${path}[${index}]`, depth + 1)).join(',')}]`;
  }
  if (isPlainObject(value)) {
    const members: string[] = [];
    for (const key of Object.keys(value).sort()) {
      const member = value[key];
      if (member !== undefined)
        members.push(`${JSON.stringify(key)}:${write(member, `${path}.${key}`, depth + 1)}`);
    }
    return `{${members.join(',')}}`;
  }
  throw new InvalidInput(
    path,
    `${describeValue(value)} has no JSON form; use strings, finite numbers, booleans, null, arrays and plain objects.`,
  );
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // An object of another realm has another Object.prototype; what they share is having nothing above it.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function describeValue(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return `an instance of ${value.constructor?.name ?? 'a class'}`;
  return typeof value === 'symbol' || typeof value === 'function' ? `a ${typeof value}` : String(value);
}
