import { type Day, FIRST_DAY, parseDay, readDay } from '../calendar/civil-day.js';
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

/** The day of a date that is stated to the day and alone, as most are; null: look closer. Not kept: reading it is as quick as finding it. */
function dayStatedAlone({ date, earliest, latest }: DateSpec): Day | null {
  return date === null || earliest !== undefined || latest !== undefined ? null : readDay(date);
}

/** A stated start is nominally the first day of its unit; an unstated one the last day by which it must have begun, else `known`. */
export function startWindow(spec: DateSpec, known: Day, field = 'effective.from'): StartWindow {
  const day = dayStatedAlone(spec);
  if (day !== null) return { earliest: day, nominal: day, latest: day, text: spec.date, founding: null };
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
  const day = dayStatedAlone(spec);
  if (day !== null) return { earliest: day, nominal: day, latest: day, text: spec.date };
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

/** What is stated was documented by its last day. */
function statedKnown(spec: DateSpec, effective: DateSpec): KnownWindow {
  const day = dayStatedAlone(spec);
  if (day !== null) return { earliest: day, nominal: day, latest: day, text: spec.date, documented: day };
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
