import type { Day, PackReader, Status, Value } from '@policy-timeline/domain';

/** A part of the plane (date × known day) with one answer; half-open on both axes. */
export interface ClockRect {
  readonly dateFrom: Day;
  readonly dateUntil: Day;
  readonly knownFrom: Day;
  readonly knownUntil: Day;
  readonly status: Status;
  readonly value: Value | null;
  /** Id of the deciding event. */
  readonly event: string | null;
}
/** The same span of days on both axes, so that the diagonal is "as lived". */
export interface ClockPlane {
  readonly from: Day;
  readonly until: Day;
  readonly rects: readonly ClockRect[];
}

const FAR = 2 ** 28;
const MARGIN_DAYS = 20;
const REACH_DAYS = 400;

/** Index of a slot in the pack, or null. */
export function slotIndexOf(reader: PackReader, slot: string): number | null {
  const index = reader.pack.slots.findIndex(({ id }) => id === slot);
  return index < 0 ? null : index;
}

/**
 * Every answer of one slot, on both clocks, in a window around a day: from the first to the last change that lies within
 * 400 days of it. Null where nothing changes there.
 */
export function clockPlane(reader: PackReader, index: number, around: Day): ClockPlane | null {
  const { columns } = reader.table('LEGAL');
  const rows: number[] = [];
  for (let row = columns.slotStart[index] as number; row < (columns.slotStart[index + 1] as number); row++)
    rows.push(row);
  const edges = rows
    .flatMap((row) => [
      columns.dateFrom[row] as number,
      columns.dateUntil[row] as number,
      columns.knownFrom[row] as number,
      columns.knownUntil[row] as number,
    ])
    .filter((day) => Math.abs(day) < FAR && Math.abs(day - around) <= REACH_DAYS);
  if (edges.length === 0) return null;
  const from = (Math.min(...edges, around) - MARGIN_DAYS) as Day;
  const until = (Math.max(...edges, around) + MARGIN_DAYS) as Day;
  const rects: ClockRect[] = [];
  for (const row of rows) {
    const dateFrom = Math.max(from, columns.dateFrom[row] as number) as Day;
    const dateUntil = Math.min(until, columns.dateUntil[row] as number) as Day;
    const knownFrom = Math.max(from, columns.knownFrom[row] as number) as Day;
    const knownUntil = Math.min(until, columns.knownUntil[row] as number) as Day;
    if (dateFrom >= dateUntil || knownFrom >= knownUntil) continue;
    const { status, value, event } = reader.read(index, dateFrom, knownFrom);
    rects.push({
      dateFrom,
      dateUntil,
      knownFrom,
      knownUntil,
      status,
      value: status === 'NOT_IN_FORCE' ? null : value,
      event: event?.id ?? null,
    });
  }
  return { from, until, rects };
}

/** First and last day of every stretch of days that an event decides with all that is known; null where it decides none. */
export function decidedStretch(
  reader: PackReader,
  index: number,
  event: string,
): { readonly from: Day | null; readonly until: Day | null } | null {
  const { columns } = reader.table('LEGAL');
  const known = reader.newestKnown;
  let from = Number.POSITIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  for (let row = columns.slotStart[index] as number; row < (columns.slotStart[index + 1] as number); row++) {
    if ((columns.knownFrom[row] as number) > known || known >= (columns.knownUntil[row] as number)) continue;
    const start = columns.dateFrom[row] as number;
    const { event: decides, status } = reader.read(index, start as Day, known);
    if (decides?.id !== event || status === 'SCHEDULED') continue;
    from = Math.min(from, start);
    until = Math.max(until, columns.dateUntil[row] as number);
  }
  if (until === Number.NEGATIVE_INFINITY) return null;
  return { from: Math.abs(from) < FAR ? (from as Day) : null, until: until < FAR ? (until as Day) : null };
}
