import {
  type Day,
  type DiffKind,
  type Direction,
  type PackReader,
  type PackReading,
  sameValue,
  type Text,
  type WorldChange,
} from '@policy-timeline/domain';
import { borderOf, type Place } from './knowledge';
import { type RowReading, rowReading } from './reading-list';

/** One slot in one leg of the walk from one place to another: the same rows as the API's `diff`. */
export interface KindRow {
  readonly index: number;
  readonly slot: string;
  readonly kind: DiffKind;
  readonly change: WorldChange;
  readonly before: RowReading;
  readonly after: RowReading;
  /** First day of the answer that came; null where only the plan or our knowledge moved. */
  readonly day: Day | null;
  readonly event: {
    readonly id: string;
    readonly title: Text;
    readonly direction: Direction;
    readonly known: number;
  } | null;
}
export const KINDS: readonly DiffKind[] = ['WORLD', 'PLAN', 'LEARNED', 'CORRECTED'];

/**
 * What differs between two places, and why: first what was learned about the earlier day (LEARNED, or PLAN where only days to
 * come read otherwise), then what happened between the days (WORLD). One pack is one position, so nothing is CORRECTED in it.
 */
export function fourKinds(
  reader: PackReader,
  slots: readonly number[],
  from: Place,
  to: Place,
): readonly KindRow[] {
  const knownFrom = borderOf(from, reader.newestKnown);
  const knownTo = borderOf(to, reader.newestKnown);
  const rows: KindRow[] = [];
  for (const index of slots) {
    const start = reader.read(index, from.date, knownFrom);
    const learned = knownFrom === knownTo ? start : reader.read(index, from.date, knownTo);
    const end = from.date === to.date ? learned : reader.read(index, to.date, knownTo);
    if (!sameAnswer(start, learned))
      rows.push(row(isPlan(start, learned) ? 'PLAN' : 'LEARNED', start, learned));
    else if (
      knownFrom !== knownTo &&
      planOf(reader, index, from.date, knownFrom) !== planOf(reader, index, from.date, knownTo)
    )
      rows.push({ ...row('PLAN', start, learned), change: 'OTHER' });
    if (!sameAnswer(learned, end)) rows.push(row('WORLD', learned, end));
  }
  return rows.sort(
    (a, b) =>
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (b.day ?? 0) - (a.day ?? 0) || a.index - b.index,
  );
}

function row(kind: DiffKind, before: PackReading, after: PackReading): KindRow {
  const { event } = after;
  return {
    index: after.index,
    slot: after.slot.id,
    kind,
    change: changeOf(before, after),
    before: rowReading(before),
    after: rowReading(after),
    day: kind === 'WORLD' && after.dateFrom > -(2 ** 29) ? after.dateFrom : null,
    event: event && { id: event.id, title: event.title, direction: event.direction, known: event.known },
  };
}

/** Same status, value, certainty and deciding event: `projected` alone is no change. */
function sameAnswer(a: PackReading, b: PackReading): boolean {
  return (
    a === b ||
    (a.status === b.status &&
      a.event === b.event &&
      a.certainty === b.certainty &&
      a.validFrom === b.validFrom &&
      sameValue(a.value, b.value))
  );
}

/** Nothing holds before or after: what was learned is a date still to come. */
function isPlan(before: PackReading, after: PackReading): boolean {
  return !holds(before) && !holds(after) && (before.status === 'SCHEDULED' || after.status === 'SCHEDULED');
}
const holds = ({ status }: PackReading): boolean => status === 'IN_FORCE' || status === 'SUSPENDED';

function changeOf(before: PackReading, after: PackReading): WorldChange {
  if (after.status === 'SUSPENDED' && before.status !== 'SUSPENDED') return 'SUSPENDED';
  if (before.status === 'SUSPENDED' && after.status === 'IN_FORCE') return 'RESUMED';
  if (!holds(before) && holds(after)) return 'BEGAN';
  if (holds(before) && !holds(after)) return 'ENDED';
  return holds(before) && holds(after) && !sameValue(before.value, after.value) ? 'VALUE_CHANGED' : 'OTHER';
}

/** The answers from a day on, as one text: two knowledges plan alike when their texts are equal. */
function planOf(reader: PackReader, index: number, date: Day, known: Day): string {
  const { columns } = reader.table('LEGAL');
  const starts = new Set<number>([date]);
  for (let i = columns.slotStart[index] as number; i < (columns.slotStart[index + 1] as number); i++) {
    const from = columns.dateFrom[i] as number;
    if (from > date && (columns.knownFrom[i] as number) <= known && known < (columns.knownUntil[i] as number))
      starts.add(from);
  }
  const steps: unknown[] = [];
  let last: string | null = null;
  for (const day of [...starts].sort((a, b) => a - b)) {
    const { status, value, event } = reader.read(index, day as Day, known);
    const answer = JSON.stringify([status, value, event?.id]);
    if (answer !== last) steps.push([day === date ? 0 : day, answer]);
    last = answer;
  }
  return JSON.stringify(steps);
}
