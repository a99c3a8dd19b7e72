import { type Day, FIRST_DAY, parseDay } from '../calendar/civil-day.js';
import { parsePartialDate, untilOf } from '../calendar/partial-date.js';
import type { DateSpec, PolicyEvent } from '../events/envelope.js';

/**
 * Where a day lies: for certain not before `earliest`, not after `latest`; `nominal` is the day a reading uses by default
 * (semantics §2). `text` is what the source gives, null where it gives nothing.
 */
export interface Window {
  readonly earliest: Day;
  readonly nominal: Day;
  readonly latest: Day;
  readonly text: string | null;
}
/** A start; `founding` is the day back to which an unstated start is possible, null when it is stated or unknown. */
export interface StartWindow extends Window {
  readonly founding: Day | null;
}
/** A known day; `documented` is the last day of the documentation itself, which `reading: CERTAIN` waits for. */
export interface KnownWindow extends Window {
  readonly documented: Day;
}

const clamp = (day: Day, low: Day, high: Day): Day => (day < low ? low : day > high ? high : day);

function bounds(spec: DateSpec, first: Day, last: Day, field: string): { low: Day; high: Day } {
  const low = spec.earliest === undefined ? first : parseDay(spec.earliest, `${field}.earliest`);
  const high = spec.latest === undefined ? last : parseDay(spec.latest, `${field}.latest`);
  return { low: low > first ? low : first, high: high < last ? high : last };
}

/**
 * Most days are stated alone and many events share one: their windows are one object for all, made once. They lie by year,
 * month and day, which is found several times sooner than a text among ten thousand others.
 */
class SharedWindows<W> {
  #made: (W | undefined)[] | undefined;

  of({ date, earliest, latest }: DateSpec, make: () => W): W {
    if (date === null || earliest !== undefined || latest !== undefined) return make();
    const place = placeOf(date);
    if (place < 0) return make();
    this.#made ??= new Array<W | undefined>(YEARS_SHARED * 12 * 31).fill(undefined);
    const known = this.#made[place];
    if (known !== undefined) return known;
    const made = make();
    this.#made[place] = made;
    return made;
  }
}
const FIRST_SHARED = 1900;
const YEARS_SHARED = 200;

/** Of `YYYY-MM-DD` in the years that are shared, be it a day that exists or not; -1: of anything else. */
function placeOf(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return -1;
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2) - FIRST_SHARED;
  const month = twoDigits(text, 5) - 1;
  const day = twoDigits(text, 8) - 1;
  const isShared = year >= 0 && year < YEARS_SHARED && month >= 0 && month < 12 && day >= 0 && day < 31;
  return isShared ? (year * 12 + month) * 31 + day : -1;
}
const DASH = 45;
const ZERO = 48;

/** NaN, with which nothing compares, where they are none. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO];
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? 10 * tens + ones : Number.NaN;
}
const starts = new SharedWindows<StartWindow>();
const ends = new SharedWindows<Window>();
const stateds = new SharedWindows<KnownWindow>();

/** A stated start is nominally the first day of its unit; an unstated one the last day by which it must have begun, else `known`. */
export function startWindow(spec: DateSpec, known: Day, field = 'effective.from'): StartWindow {
  return starts.of(spec, () => newStart(spec, known, field));
}

function newStart(spec: DateSpec, known: Day, field: string): StartWindow {
  if (spec.date === null) {
    const latest = spec.latest === undefined ? known : parseDay(spec.latest, `${field}.latest`);
    const founding = spec.earliest === undefined ? null : parseDay(spec.earliest, `${field}.earliest`);
    return {
      earliest: founding !== null && founding < latest ? founding : founding === null ? FIRST_DAY : latest,
      nominal: latest,
      latest,
      text: null,
      founding: founding !== null && founding < latest ? founding : null,
    };
  }
  const date = parsePartialDate(spec.date, field);
  const { low, high } = bounds(spec, date.first, date.last, field);
  return {
    earliest: low,
    nominal: clamp(date.first, low, high),
    latest: high,
    text: spec.date,
    founding: null,
  };
}

/** An end is nominally the first day after its unit; for a day it is the day itself (the first that no longer counts). */
export function endWindow(spec: DateSpec, known: Day, field = 'effective.until'): Window {
  return ends.of(spec, () => newEnd(spec, known, field));
}

function newEnd(spec: DateSpec, known: Day, field: string): Window {
  if (spec.date === null) return startWindow(spec, known, field);
  const date = parsePartialDate(spec.date, field);
  const { low, high } = bounds(spec, date.first, untilOf(date), field);
  return { earliest: low, nominal: clamp(untilOf(date), low, high), latest: high, text: spec.date };
}

/**
 * The known day: nominally the last day of its window, because nothing counts as known before it certainly was.
 * Missing: the day of the source, else the effective day. For a DOCUMENTED event the earlier of effective and documented day.
 */
export function knownWindow(event: PolicyEvent): KnownWindow {
  const spec = event.knownOn ?? { date: event.sources[0].date };
  const stated = statedKnown(spec, event.effective.from);
  if (
    event.knownBasis !== 'DOCUMENTED' ||
    event.effective.dateOpen ||
    (event.effective.from.date === null && event.effective.from.latest === undefined)
  ) {
    return stated;
  }
  const start = startWindow(event.effective.from, stated.nominal);
  const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
  return {
    earliest:
      start.founding === null && start.text === null
        ? earlier(start.nominal, stated.earliest)
        : earlier(start.earliest, stated.earliest),
    nominal: earlier(start.nominal, stated.nominal),
    latest: earlier(start.latest, stated.latest),
    text: stated.text,
    documented: stated.latest,
  };
}

function statedKnown(spec: DateSpec, effective: DateSpec): KnownWindow {
  return stateds.of(spec, () => newKnown(spec, effective));
}

/** What is stated was documented by its last day. */
function newKnown(spec: DateSpec, effective: DateSpec): KnownWindow {
  if (spec.date !== null) {
    const date = parsePartialDate(spec.date, 'knownOn');
    const { low, high } = bounds(spec, date.first, date.last, 'knownOn');
    return { earliest: low, nominal: high, latest: high, text: spec.date, documented: high };
  }
  if (spec.latest !== undefined) {
    const latest = parseDay(spec.latest, 'knownOn.latest');
    const earliest = spec.earliest === undefined ? latest : parseDay(spec.earliest, 'knownOn.earliest');
    return { earliest, nominal: latest, latest, text: null, documented: latest };
  }
  return effective.date === null
    ? statedKnown({ date: '9999-12-31' }, effective)
    : statedKnown(effective, effective);
}
