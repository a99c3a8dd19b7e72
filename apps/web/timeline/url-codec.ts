import { type Day, formatDay, InvalidDate, parseDay } from '@policy-timeline/domain';
import { HINDSIGHT, type Knowledge, knowledgeText, type Place } from './knowledge';
import type { Span } from './scrub-range';
import { spanFrom, spanText } from './span-text';

/** The pictures of the first pane, in the order of the keys 1 to 5. */
export const VIEWS = ['map', 'lanes', 'matrix', 'table', 'series'] as const;
export type ViewName = (typeof VIEWS)[number];

/** The view as the address holds it; null where the address says nothing. */
export interface ScrubQuery {
  readonly date: Day | 'earliest' | 'latest' | null;
  readonly knowledge: Knowledge;
  /** The pinned place that the screen is compared with. */
  readonly pin: Place | null;
  readonly view: ViewName;
  /** The stretch of days on the rail; null: where it rests. */
  readonly window: Span | null;
  /** Families, parties and words, as typed. */
  readonly filter: readonly string[];
  readonly selected: string | null;
  /** A log position, handed on as it is. */
  readonly position: string | null;
  /** A value of `d` or `k` that could not be read. */
  readonly unreadable: string | null;
}

type Params = Pick<URLSearchParams, 'get'>;

/** Reads `d`, `k`, `a`, `v`, `f`, `s`, `r` and `z`. A wrong day is reported in `unreadable` and otherwise ignored. */
export function readQuery(params: Params): ScrubQuery {
  const wrong: string[] = [];
  const day = (text: string | null): Day | null => {
    if (text === null || text === '') return null;
    try {
      return parseDay(text);
    } catch (error) {
      if (!(error instanceof InvalidDate)) throw error;
      wrong.push(text.slice(0, 40));
      return null;
    }
  };
  const known = params.get('k');
  const asked = params.get('d');
  const date = asked === 'earliest' || asked === 'latest' ? asked : day(asked);
  const view = params.get('v');
  return {
    date,
    knowledge: knowledgeFrom(known, day),
    pin: pinFrom(params.get('a'), day),
    view: VIEWS.find((name) => name === view) ?? 'map',
    window: spanFrom(params.get('r')),
    filter: splitFilter(params.get('f') ?? ''),
    selected: params.get('s') || null,
    position: params.get('z') || null,
    unreadable: wrong[0] ?? null,
  };
}

function knowledgeFrom(text: string | null, day: (text: string | null) => Day | null): Knowledge {
  if (text === null || text === '' || text === 'now') return HINDSIGHT;
  if (text === 'lived') return { mode: 'lived' };
  const fixed = day(text);
  return fixed === null ? HINDSIGHT : { mode: 'fixed', day: fixed };
}

/** `2025-08-01~now`: the pinned day, and the knowledge it was read with. */
function pinFrom(text: string | null, day: (text: string | null) => Day | null): Place | null {
  const [date, known] = (text ?? '').split('~');
  const pinned = day(date ?? null);
  return pinned === null ? null : { date: pinned, knowledge: knowledgeFrom(known ?? null, day) };
}

export function splitFilter(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .slice(0, 200)
        .split(/[,、]/)
        .map((token) => token.trim())
        .filter((token) => token !== ''),
    ),
  ];
}

/** What the address needs to show the same picture again. */
export interface AddressParts {
  readonly place: Place;
  readonly filter: readonly string[];
  readonly selected: string | null;
  readonly position: string | null;
  readonly pin?: Place | null;
  readonly view?: ViewName;
  readonly window?: Span | null;
  readonly locale: string;
}

/** `/?d=2025-08-20&k=lived&a=2025-08-01~now&v=lanes&f=JPN,tariff&s=…&r=2025-01..2025-12&z=573&lang=ja`, with parts at rest left out. */
export function writeQuery(address: AddressParts): string {
  const { place, filter, selected, position, pin, view, window, locale } = address;
  const parts: string[] = [`d=${formatDay(place.date)}`, `k=${knowledgeText(place.knowledge)}`];
  if (pin) parts.push(`a=${formatDay(pin.date)}~${knowledgeText(pin.knowledge)}`);
  if (view !== undefined && view !== 'map') parts.push(`v=${view}`);
  if (filter.length > 0) parts.push(`f=${filter.map(readable).join(',')}`);
  if (selected !== null) parts.push(`s=${readable(selected)}`);
  if (window) parts.push(`r=${spanText(window)}`);
  if (position !== null) parts.push(`z=${readable(position)}`);
  parts.push(`lang=${locale}`);
  return `?${parts.join('&')}`;
}

/** Escapes all but the characters of our ids, which stay legible. */
const readable = (text: string): string =>
  encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%3A', ':');
