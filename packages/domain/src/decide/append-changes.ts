import { changeOf, type DiffKind, sameReading, type WorldChange } from '../bitemporal/diff.js';
import { intervalsOf } from '../bitemporal/intervals.js';
import type { SlotReading } from '../bitemporal/slot-reading.js';
import type { Timeline } from '../bitemporal/timeline.js';
import { type View, viewOf } from '../bitemporal/view.js';
import type { Day } from '../calendar/civil-day.js';
import type { SlotId } from '../events/envelope.js';
import { isRecordEvent, type LogEvent } from '../events/record-event.js';
import { factOf } from '../project/facts.js';

/** What events change in one slot from one day on: the same question asked of the record without and with them. */
export interface AppendChange {
  /**
   * CORRECTED for an erratum or void. Else by the day on which the event was known: PLAN for a later day,
   * WORLD on that day, LEARNED for an earlier one.
   */
  readonly kind: DiffKind;
  readonly slot: SlotId;
  readonly change: WorldChange;
  /** Date and known day of both readings; the date is the first one that differs. */
  readonly view: View;
  readonly before: SlotReading | null;
  readonly after: SlotReading | null;
}

/**
 * What `events`, which are in `after` and not in `before`, change in the readings: one row per slot and stretch of days,
 * by slot and date. Read with everything known; a slot on which later knowledge hides them, as of their own known day.
 */
export function changesByAppend(
  before: Timeline,
  after: Timeline,
  events: readonly LogEvent[],
): readonly AppendChange[] {
  const newest = Math.max(before.newestKnown, after.newestKnown) as Day;
  const corrects = events.some(isRecordEvent);
  return touchedSlots(before, after, events).flatMap((slot) => {
    const known = events
      .filter((event) => !isRecordEvent(event) && event.effects.some((effect) => effect.slot === slot))
      .flatMap(({ id }) => after.record.knownWindows.get(id)?.nominal ?? []);
    for (const knownAt of [newest, ...known.sort((a, b) => b - a)]) {
      for (const track of ['LEGAL', 'COLLECTED'] as const) {
        const rows = stretches(before, after, slot, viewOf({ date: knownAt, knownAt, track }));
        if (rows.length > 0)
          return rows.map(
            (row): AppendChange => ({ ...row, kind: corrects ? 'CORRECTED' : kindOf(row, after, known) }),
          );
      }
    }
    return [];
  });
}

type Row = Omit<AppendChange, 'kind'>;

/** The days from which on the slot reads otherwise; stretches in which nothing holds, before or after, only where there is no other. */
function stretches(before: Timeline, after: Timeline, slot: SlotId, view: View): readonly Row[] {
  const sides = [before, after].filter(({ index }) => index.slots.has(slot));
  // The first stretch has no first day: it is read on its last one.
  const edges = sides.flatMap((side) =>
    intervalsOf(side, slot, 'VALID', view, { from: null, until: null }).map(
      ({ from, until }) => from ?? (until === null ? view.date : ((until - 1) as Day)),
    ),
  );
  const rows: Row[] = [];
  for (const date of [...new Set(edges)].sort((a, b) => a - b)) {
    const at = { ...view, date };
    const read = (side: Timeline): SlotReading | null => (sides.includes(side) ? side.read(slot, at) : null);
    const row = { slot, view: at, before: read(before), after: read(after) };
    if (sameReading(row.before, row.after)) continue;
    const last = rows.at(-1);
    if (last && same(last.before, row.before) && same(last.after, row.after)) continue;
    rows.push({ ...row, change: changeOf(asPlanned(row.before), asPlanned(row.after)) });
  }
  const holding = rows.filter((row) => holds(row.before) || holds(row.after));
  return holding.length > 0 ? holding : rows.slice(0, 1);
}

const same = (a: SlotReading | null, b: SlotReading | null): boolean =>
  (a === null && b === null) || sameReading(a, b);

/** Where the record's coverage ends nobody knows what became of a plan: what changes is the plan, and it is read as carried out. */
const asPlanned = (reading: SlotReading | null): Pick<SlotReading, 'status' | 'value'> | null =>
  reading?.status === 'UNKNOWN' && reading.value !== null
    ? { status: 'IN_FORCE', value: reading.value }
    : reading;

const holds = (reading: SlotReading | null): boolean => {
  const status = asPlanned(reading)?.status;
  return status === 'IN_FORCE' || status === 'SUSPENDED';
};

function kindOf({ view: { date }, after: reading }: Row, after: Timeline, known: readonly Day[]): DiffKind {
  const decided = reading?.decidedBy == null ? undefined : after.record.knownWindows.get(reading.decidedBy);
  const knownOn =
    decided !== undefined && known.includes(decided.nominal) ? decided.nominal : Math.max(...known);
  return date > knownOn ? 'PLAN' : date === knownOn ? 'WORLD' : 'LEARNED';
}

/** The slots that the events speak of, that what they correct or void speaks of, and that other accounts of the same acts speak of. */
function touchedSlots(before: Timeline, after: Timeline, events: readonly LogEvent[]): readonly SlotId[] {
  const slots = new Set<SlotId>();
  const facts = new Set<string>();
  const visit = (id: string, seen: ReadonlySet<string>): void => {
    for (const side of [before, after]) {
      const event = side.event(id)?.event;
      if (!event) continue;
      facts.add(factOf(event));
      for (const { slot } of event.effects) slots.add(slot);
    }
    const said = [...after.record.recordEvents, ...before.record.recordEvents].find(
      ({ event }) => event.id === id,
    );
    const target = said && 'target' in said.event ? said.event.target : undefined;
    if (target !== undefined && !seen.has(target)) visit(target, new Set([...seen, target]));
  };
  for (const event of events) {
    visit(event.id, new Set([event.id]));
    if ('target' in event) visit(event.target as string, new Set([event.id]));
  }
  for (const side of [before, after])
    for (const fact of facts)
      for (const { slot } of side.event(side.record.accounts.get(fact) ?? '')?.event.effects ?? [])
        slots.add(slot);
  return [...slots].sort();
}
