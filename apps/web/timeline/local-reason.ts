import {
  type Day,
  type PackEvent,
  type PackReader,
  type PackReading,
  type Source,
  sameValue,
  type Text,
  type Value,
} from '@policy-timeline/domain';
import { borderOf, type Place, readAt } from './knowledge';
import { type RowReading, rowReading } from './reading-list';

/** An answer that is not the one shown, with the act behind it. */
export interface OtherAnswer {
  readonly reading: RowReading;
  readonly event: { readonly id: string; readonly title: Text };
  /** The day on which it became known, or for what comes next the day on which it begins. */
  readonly day: Day;
}
/** A measure for the same party that does not apply here. */
export interface NotApplied {
  readonly index: number;
  readonly slot: string;
  readonly reading: RowReading;
  readonly event: { readonly id: string; readonly title: Text } | null;
}
/** The decision behind the selected row, as far as the pack tells. */
export interface LocalReason {
  readonly index: number;
  readonly slot: string;
  readonly subject: string;
  readonly reading: RowReading;
  readonly known: Day | null;
  /** Days between the act’s becoming known and this answer’s first day; null where either is open or the act reaches back. */
  readonly noticeDays: number | null;
  readonly event: Pick<PackEvent, 'id' | 'title' | 'from' | 'until' | 'knownBasis'> | null;
  readonly sources: readonly Source[];
  /** What was planned for this day until the deciding act, and did not happen; where it moved to, if it is still planned. */
  readonly ghost: (OtherAnswer & { readonly movedTo: Day | null }) | null;
  /** Answers for the same day that were not yet known. */
  readonly laterKnown: readonly OtherAnswer[];
  /** The next answer on the calendar. */
  readonly next: OtherAnswer | null;
  readonly notApplied: readonly NotApplied[];
}

const FAR = 2 ** 29;
const LATER_SHOWN = 4;
const NOT_APPLIED_SHOWN = 6;
const PLANNED: ReadonlySet<string> = new Set(['IN_FORCE', 'SUSPENDED', 'SCHEDULED']);
const IDLE: ReadonlySet<string> = new Set([
  'SUSPENDED',
  'SCHEDULED',
  'EXPIRED',
  'ENDED',
  'SUPERSEDED',
  'NEVER_TOOK_EFFECT',
]);

export function localReason(reader: PackReader, index: number, place: Place): LocalReason {
  const reading = readAt(reader, index, place);
  const { event, slot } = reading;
  return {
    index,
    slot: slot.id,
    subject: slot.subject,
    reading: rowReading(reading),
    known: reading.known,
    noticeDays: noticeOf(reading),
    event: event && {
      id: event.id,
      title: event.title,
      from: event.from,
      until: event.until,
      knownBasis: event.knownBasis,
    },
    sources: (event?.sources ?? []).flatMap((i) => reader.pack.sources[i] ?? []),
    ghost: ghostOf(reader, index, place, reading),
    laterKnown: laterKnownOf(reader, index, place),
    next: nextOf(reader, index, place, reading),
    notApplied: notAppliedOf(reader, index, place),
  };
}

function noticeOf({ event, dateFrom, status }: PackReading): number | null {
  if (!event || dateFrom <= -FAR || status === 'SCHEDULED') return null;
  const notice = dateFrom - event.known;
  return notice >= 0 ? notice : null;
}

/** The plan for this day as it stood on the eve of the deciding act, where it was to begin and did not. */
function ghostOf(
  reader: PackReader,
  index: number,
  place: Place,
  reading: PackReading,
): LocalReason['ghost'] {
  const known = borderOf(place, reader.newestKnown);
  const before = knownEdges(reader, index, place.date)
    .filter((day) => day <= known)
    .sort((a, b) => b - a);
  for (const day of before) {
    const eve = (day - 1) as Day;
    const plan = reader.read(index, place.date, eve);
    if (!PLANNED.has(plan.status) || plan.status === 'SCHEDULED' || plan.event === null) continue;
    // Only what was still to come on that eve was a plan.
    if (plan.dateFrom <= eve || same(plan, reading)) continue;
    const { dateUntil } = reading;
    const after = dateUntil < FAR ? reader.read(index, dateUntil, known) : null;
    return {
      ...other(plan, plan.dateFrom),
      movedTo: after && sameValue(after.value, plan.value) && after.status === 'IN_FORCE' ? dateUntil : null,
    };
  }
  return null;
}

function laterKnownOf(reader: PackReader, index: number, place: Place): readonly OtherAnswer[] {
  const known = borderOf(place, reader.newestKnown);
  const later: OtherAnswer[] = [];
  let before = reader.read(index, place.date, known);
  for (const day of knownEdges(reader, index, place.date).sort((a, b) => a - b)) {
    if (day <= known || later.length >= LATER_SHOWN) continue;
    const reading = reader.read(index, place.date, day);
    if (reading.event && (reading.event !== before.event || !same(reading, before)))
      later.push(other(reading, day));
    before = reading;
  }
  return later;
}

function nextOf(reader: PackReader, index: number, place: Place, reading: PackReading): OtherAnswer | null {
  if (reading.dateUntil >= FAR) return null;
  const next = reader.read(index, reading.dateUntil, borderOf(place, reader.newestKnown));
  return next.event && !same(next, reading) ? other(next, reading.dateUntil) : null;
}

/** Other measures of the family that name the same party, or everyone, and are paused, over, exempt or still to come. */
function notAppliedOf(reader: PackReader, index: number, place: Place): readonly NotApplied[] {
  const { pack } = reader;
  const chosen = pack.slots[index];
  if (!chosen || chosen.family === 'INDICATOR') return [];
  const concerned = new Set(chosen.partners);
  const found: NotApplied[] = [];
  for (const [i, slot] of pack.slots.entries()) {
    if (i === index || slot.family !== chosen.family || slot.id.includes('#')) continue;
    if (!slot.partners.some((party) => concerned.has(party))) continue;
    const reading = readAt(reader, i, place);
    if (!IDLE.has(reading.status) && reading.value?.kind !== 'EXEMPT') continue;
    found.push({
      index: i,
      slot: slot.id,
      reading: rowReading(reading),
      event: reading.event && { id: reading.event.id, title: reading.event.title },
    });
    if (found.length >= NOT_APPLIED_SHOWN) break;
  }
  return found;
}

/** Days on which the answer for a date became another. */
function knownEdges(reader: PackReader, index: number, date: Day): Day[] {
  const { columns } = reader.table('LEGAL');
  const days: Day[] = [];
  for (let row = columns.slotStart[index] as number; row < (columns.slotStart[index + 1] as number); row++) {
    const from = columns.knownFrom[row] as number;
    if (from > -FAR && (columns.dateFrom[row] as number) <= date && date < (columns.dateUntil[row] as number))
      days.push(from as Day);
  }
  return days;
}

const other = (reading: PackReading, day: Day): OtherAnswer => ({
  reading: rowReading(reading),
  event: { id: reading.event?.id ?? '', title: reading.event?.title ?? { en: '', ja: '' } },
  day,
});

const same = (
  a: { status: string; value: Value | null },
  b: { status: string; value: Value | null },
): boolean => a.status === b.status && sameValue(a.value, b.value);
