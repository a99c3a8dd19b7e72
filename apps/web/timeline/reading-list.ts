import {
  type Certainty,
  type Day,
  type Family,
  type Modality,
  type PackReader,
  type PackReading,
  type Status,
  sameValue,
  type Value,
} from '@policy-timeline/domain';
import { FAMILY_ORDER } from './family-order';
import { borderOf, knownAtOf, type Place } from './knowledge';
import { slotRanks } from './slot-ranks';

/** What one row of a list says, free of language. */
export interface RowReading {
  readonly status: Status;
  readonly modality: Modality;
  readonly certainty: Certainty;
  readonly projected: boolean;
  readonly value: Value | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly retroactiveDays: number | null;
}
export interface ReadingRow {
  readonly index: number;
  readonly slot: string;
  readonly family: Family;
  readonly reading: RowReading;
  /** With everything known; given where the knowledge is fixed. */
  readonly actual: RowReading | null;
  /** Known now, not known at the fixed day. */
  readonly hollow?: boolean;
}
export type GroupKey = Family | 'DIFFERENT' | 'UNRECORDED' | 'HOLLOW' | 'SAME' | 'CHANGED' | 'UNCHANGED';
export interface RowGroup {
  readonly key: GroupKey;
  readonly rows: readonly ReadingRow[];
  /** How many there are; the server sends fewer rows ahead. */
  readonly count: number;
}
export interface ReadingList {
  readonly groups: readonly RowGroup[];
  readonly shown: number;
  /** Readings of the filter that ended, expired or never took effect. */
  readonly past: number;
}

const LISTED: ReadonlySet<Status> = new Set([
  'IN_FORCE',
  'SUSPENDED',
  'UNKNOWN',
  'DATE_OPEN',
  'THREATENED',
  'PROPOSED',
]);
const PAST: ReadonlySet<Status> = new Set(['ENDED', 'EXPIRED', 'SUPERSEDED', 'NEVER_TOOK_EFFECT']);
const HOLDS: ReadonlySet<Status> = new Set(['IN_FORCE', 'SUSPENDED']);
const SOON_DAYS = 365;

/** What holds, is paused, planned within a year, open or threatened; what is over only on request. */
export function readingList(
  reader: PackReader,
  slots: readonly number[],
  place: Place,
  withPast: boolean,
  /** Stays listed also where it is over: the row that is being looked at. */
  kept: number | null = null,
): ReadingList {
  const knownAt = knownAtOf(place);
  const compare = place.knowledge.mode === 'fixed';
  const rows: ReadingRow[] = [];
  let past = 0;
  for (const index of slots) {
    const reading = reader.read(index, place.date, knownAt);
    const over = PAST.has(reading.status);
    if (over) past++;
    const actual = compare ? reader.read(index, place.date, null) : null;
    const listed =
      LISTED.has(reading.status) || (over && (withPast || index === kept)) || isSoon(reading, place.date);
    // What holds, and nobody had announced: hollow.
    const hollow =
      !listed &&
      actual !== null &&
      !actual.projected &&
      HOLDS.has(actual.status) &&
      actual.slot.family !== 'INDICATOR';
    if (!listed && !hollow) continue;
    rows.push({
      index,
      slot: reading.slot.id,
      family: reading.slot.family,
      reading: rowReading(reading),
      actual: actual && rowReading(actual),
      ...(hollow ? { hollow } : {}),
    });
  }
  const ranks = slotRanks(reader);
  rows.sort((a, b) => (ranks[a.index] as number) - (ranks[b.index] as number));
  return {
    groups: compare
      ? byFinding(rows, borderOf(place, reader.newestKnown) < reader.newestKnown)
      : byFamily(rows),
    shown: rows.length,
    past,
  };
}

function isSoon({ status, dateUntil }: PackReading, date: Day): boolean {
  return status === 'SCHEDULED' && dateUntil - date <= SOON_DAYS;
}

export function rowReading({
  status,
  modality,
  certainty,
  projected,
  value,
  validFrom,
  validUntil,
  retroactiveDays,
}: PackReading): RowReading {
  return { status, modality, certainty, projected, value, validFrom, validUntil, retroactiveDays };
}

/** What holds comes first, what is over last; equal ones stay as they came. */
const STATUS_ORDER: readonly Status[] = [
  'IN_FORCE',
  'SUSPENDED',
  'UNKNOWN',
  'SCHEDULED',
  'THREATENED',
  'PROPOSED',
  'DATE_OPEN',
];
const rankOf = ({ reading }: ReadingRow): number => {
  const rank = STATUS_ORDER.indexOf(reading.status);
  return rank < 0 ? STATUS_ORDER.length : rank;
};
const byStatus = (a: ReadingRow, b: ReadingRow): number => rankOf(a) - rankOf(b);

/** Families in the order of the record, observations last. */
export function byFamily(rows: readonly ReadingRow[]): readonly RowGroup[] {
  return FAMILY_ORDER.flatMap((key) =>
    group(key, rows.filter(({ family }) => family === key).sort(byStatus)),
  );
}

const group = (key: GroupKey, rows: readonly ReadingRow[]): readonly RowGroup[] =>
  rows.length > 0 ? [{ key, rows, count: rows.length }] : [];

/** What turned out differently first, then the rest; one group where nothing could yet be learned. */
export function byFinding(rows: readonly ReadingRow[], learned: boolean): readonly RowGroup[] {
  if (!learned) return byFamily(rows);
  const inOrder = byFamily(rows).flatMap(({ rows: of }) => of);
  return (['DIFFERENT', 'UNRECORDED', 'HOLLOW', 'SAME'] as const).flatMap((key) =>
    group(
      key,
      inOrder.filter((row) => findingOf(row) === key),
    ),
  );
}

/** What a reader sees of an answer: its status and its value. */
export function sameAnswer(a: RowReading, b: RowReading): boolean {
  return a.status === b.status && sameValue(a.value, b.value);
}

function findingOf({ reading, actual, hollow }: ReadingRow): 'DIFFERENT' | 'UNRECORDED' | 'HOLLOW' | 'SAME' {
  if (hollow) return 'HOLLOW';
  if (actual === null || sameAnswer(actual, reading)) return 'SAME';
  return actual.status === 'UNKNOWN' ? 'UNRECORDED' : 'DIFFERENT';
}

/** Rows that differ from the pinned place first. */
export function changedFirst(list: ReadingList, changed: ReadonlySet<string>): ReadingList {
  const rows = list.groups.flatMap((of) => of.rows);
  return {
    ...list,
    groups: [
      ...group(
        'CHANGED',
        rows.filter(({ slot }) => changed.has(slot)),
      ),
      ...group(
        'UNCHANGED',
        rows.filter(({ slot }) => !changed.has(slot)),
      ),
    ],
  };
}
