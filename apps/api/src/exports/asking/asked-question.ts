import { createHash } from 'node:crypto';
import {
  type Day,
  formatDay,
  parseDay,
  type SlotReading,
  tokenTest,
  type View,
  viewOf,
} from '@policy-timeline/domain';
import { ApiError } from '../../graphql/errors.js';
import type { Request } from '../../http/express.js';
import type { Prefix } from '../../timeline/prefix.js';
import type { Timelines } from '../../timeline/timelines.js';

/** A question in the letters of the web client's addresses: `d k f lang z`. */
export interface AskedQuestion {
  readonly prefix: Prefix;
  /** True with `z`: the answer is the same for ever. */
  readonly settled: boolean;
  readonly view: View;
  readonly tokens: readonly string[];
  readonly locale: 'en' | 'ja';
  /** Any other parameter, given at most once. */
  parameter(name: string): string | null;
}

const LONGEST = 200;

/**
 * Reads an address. `d`: a day, `earliest` or `latest` (left out: the newest known day); `k`: a day, `now` or `lived`;
 * `z`: a position, or the token of a basis.
 * @throws ApiError, InvalidDate, UnknownBasis
 */
export function askedQuestion(request: Request, timelines: Timelines): AskedQuestion {
  const parameter = (name: string): string | null => {
    const given = request.query[name];
    if (given === undefined || given === '') return null;
    if (typeof given !== 'string' || given.length > LONGEST)
      throw new ApiError(
        'INVALID_INPUT',
        `${name}: write it once, with at most ${LONGEST} characters, for example ${name}=${EXAMPLES[name] ?? '1'}.`,
      );
    return given;
  };
  const z = parameter('z');
  const prefix = z === null ? timelines.current : prefixAt(timelines, z);
  const known = parameter('k') ?? 'now';
  return {
    prefix,
    settled: z !== null,
    view: viewOf({
      date: dateOf(parameter('d'), prefix),
      knownAt: known === 'now' || known === 'lived' ? null : parseDay(known, 'k'),
      asLived: known === 'lived',
    }),
    tokens: splitTokens(parameter('f') ?? ''),
    locale: oneOf('lang', parameter('lang'), ['en', 'ja']),
    parameter,
  };
}

const EXAMPLES: Readonly<Record<string, string>> = { d: '2025-08-20', k: '2025-08-25', f: 'JPN,tariff' };

function dateOf(given: string | null, { timeline }: Prefix): Day {
  if (given === null || given === 'latest') return timeline.newestKnown;
  if (given !== 'earliest') return parseDay(given, 'd');
  const days = [...timeline.record.knownWindows.values()].map(({ earliest }) => earliest);
  return days.reduce((first, day) => (day < first ? day : first), timeline.newestKnown);
}

function prefixAt(timelines: Timelines, z: string): Prefix {
  const newest = timelines.current.position;
  if (!/^\d{1,12}$/.test(z)) return timelines.at(z);
  if (Number(z) <= newest) return timelines.prefix(Number(z));
  throw new ApiError(
    'UNKNOWN_BASIS',
    `z: ${z} is not a position of this log; write a whole number from 0 to ${newest}, or leave it out for the newest.`,
  );
}

const splitTokens = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,、]/)
      .map((token) => token.trim())
      .filter((token) => token !== ''),
  ),
];

/** One of the words, the first when left out. @throws ApiError */
export function oneOf<const T extends string>(
  name: string,
  given: string | null,
  words: readonly [T, ...T[]],
): T {
  const found = words.find((word) => word === (given ?? words[0]));
  if (found === undefined)
    throw new ApiError(
      'INVALID_INPUT',
      `${name}: "${given?.slice(0, 40)}" is not known; write one of ${words.join(', ')}.`,
    );
  return found;
}

/** Readings that pass the filter, in order of slot id; slots that read NOT_IN_FORCE are left out, as in `stateAsOf`. */
export function* readingsOf({ prefix: { timeline }, view, tokens }: AskedQuestion): Generator<SlotReading> {
  const test = tokenTest(timeline, tokens);
  for (const id of timeline.slotIds) {
    if (!test.slot({ id })) continue;
    const reading = timeline.read(id, view);
    if (reading.status !== 'NOT_IN_FORCE') yield reading;
  }
}

/** The known day as an address writes it. */
export const knownText = ({ knownAt, asLived }: View): string =>
  asLived ? 'lived' : knownAt === null ? 'now' : formatDay(knownAt);

/** The address of the web client's screen for this question, frozen at its position. */
export function screenPath(question: AskedQuestion, more: Readonly<Record<string, string>> = {}): string {
  const { view, tokens, prefix, locale } = question;
  const parts = new URLSearchParams({ d: formatDay(view.date), k: knownText(view) });
  if (tokens.length > 0) parts.set('f', tokens.join(','));
  for (const [name, value] of Object.entries(more)) parts.set(name, value);
  parts.set('z', String(prefix.position));
  parts.set('lang', locale);
  return `/?${parts}`;
}

/** The same for the same address at the same prefix of the log. */
export function etagOf(request: Request, { prefix }: AskedQuestion): string {
  return `"${createHash('sha256').update(request.originalUrl).digest('base64url').slice(0, 16)}.${prefix.basis}"`;
}
