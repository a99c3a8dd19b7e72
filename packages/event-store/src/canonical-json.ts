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
export function canonicalJson(value: unknown, path: Path): string {
  return write(value, path, []);
}

/** Where the value stands; put into words only when it is at fault. */
export type Path = string | (() => string);

/** `trail`: the members and indexes that lead to `value`, one list for the whole walk. A place is only put into words when it is at fault. */
function write(value: unknown, path: Path, trail: (string | number)[]): string {
  if (trail.length > MAX_DEPTH)
    throw new InvalidInput(place(path, trail), `is nested deeper than ${MAX_DEPTH} levels; flatten it.`);
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) {
    let items = '';
    for (let index = 0; index < value.length; index += 1) {
      trail.push(index);
      items += index === 0 ? write(value[index], path, trail) : `,${write(value[index], path, trail)}`;
      trail.pop();
    }
    return `[${items}]`;
  }
  if (isPlainObject(value)) {
    let members = '';
    for (const key of sortedKeys(value)) {
      const member = value[key];
      if (member === undefined) continue;
      trail.push(key);
      members += (members === '' ? '' : ',') + keyed(key) + write(member, path, trail);
      trail.pop();
    }
    return `{${members}}`;
  }
  throw new InvalidInput(
    place(path, trail),
    `${describeValue(value)} has no JSON form; use strings, finite numbers, booleans, null, arrays and plain objects.`,
  );
}

/** JSON.stringify escapes lone surrogates, so the text is well-formed whatever the string holds. */
const quoted = (text: string): string => JSON.stringify(text);

/** Most objects are written with their members in one order, and often in the right one. */
function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  for (let i = 1; i < keys.length; i += 1)
    if ((keys[i - 1] as string) > (keys[i] as string)) return keys.sort();
  return keys;
}

/** The same few names of members come in event after event. */
const names = new Map<string, string>();
const MAX_NAMES = 1_000;

function keyed(key: string): string {
  const known = names.get(key);
  if (known !== undefined) return known;
  const text = `${quoted(key)}:`;
  if (names.size < MAX_NAMES && key.length < 100) names.set(key, text);
  return text;
}

function place(path: Path, trail: readonly (string | number)[]): string {
  return (
    (typeof path === 'string' ? path : path()) +
    trail.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
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
