import { type Day, formatDay, InvalidDate, parseDay } from '@policy-timeline/domain';
import { HINDSIGHT, type Knowledge, knowledgeText, type Place } from './knowledge';

/** The view as the address holds it; null where the address says nothing. */
export interface ScrubQuery {
  readonly date: Day | null;
  readonly knowledge: Knowledge;
  /** Families, parties and words, as typed. */
  readonly filter: readonly string[];
  readonly selected: string | null;
  /** A log position, handed on as it is. */
  readonly position: string | null;
  /** A value of `d` or `k` that could not be read. */
  readonly unreadable: string | null;
}

type Params = Pick<URLSearchParams, 'get'>;

/** Reads `d`, `k`, `f`, `s` and `z`. A wrong day is reported in `unreadable` and otherwise ignored. */
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
  const date = day(params.get('d'));
  return {
    date,
    knowledge: knowledgeFrom(known, day),
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
  readonly locale: string;
}

/** `/?d=2025-08-20&k=lived&f=JPN,tariff&s=…&lang=ja`, with parts at rest left out. */
export function writeQuery({ place, filter, selected, position, locale }: AddressParts): string {
  const parts: string[] = [`d=${formatDay(place.date)}`, `k=${knowledgeText(place.knowledge)}`];
  if (filter.length > 0) parts.push(`f=${filter.map(readable).join(',')}`);
  if (selected !== null) parts.push(`s=${readable(selected)}`);
  if (position !== null) parts.push(`z=${readable(position)}`);
  parts.push(`lang=${locale}`);
  return `?${parts.join('&')}`;
}

/** Escapes all but the characters of our ids, which stay legible. */
const readable = (text: string): string =>
  encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%3A', ':');
