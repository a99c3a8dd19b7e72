import type { SlotId } from '../events/envelope.js';
import { sameValue } from '../events/value.js';
import { intervalsOf } from './intervals.js';
import type { SlotReading } from './slot-reading.js';
import type { Timeline } from './timeline.js';
import type { ReadingFilter, View } from './view.js';

/** Semantics §6. */
export type DiffKind = 'WORLD' | 'PLAN' | 'LEARNED' | 'CORRECTED';
export type WorldChange = 'BEGAN' | 'ENDED' | 'VALUE_CHANGED' | 'SUSPENDED' | 'RESUMED' | 'OTHER';

/** One slot in one leg of the walk from a to b. */
export interface DiffRow {
  readonly kind: DiffKind;
  readonly slot: SlotId;
  /** What kind of step the reading took; for PLAN, the reading at a's date is the same and later days differ. */
  readonly change: WorldChange;
  readonly before: SlotReading | null;
  readonly after: SlotReading | null;
}
export interface DiffSide {
  readonly timeline: Timeline;
  readonly view: View;
}

/** Walks from `a` to `b` in three legs: position (CORRECTED), knownAt (LEARNED, PLAN), date (WORLD). */
export function diff(a: DiffSide, b: DiffSide, filter: ReadingFilter = {}): readonly DiffRow[] {
  const knownA = a.timeline.knownAtOf(a.view);
  const knownB = b.timeline.knownAtOf(b.view);
  const fixed = (view: View, date: View['date'], knownAt: View['knownAt']): View => ({
    ...view,
    date,
    knownAt,
    asLived: false,
  });
  const start = { timeline: a.timeline, view: fixed(a.view, a.view.date, knownA) };
  const moved = { timeline: b.timeline, view: fixed(b.view, a.view.date, knownA) };
  const learned = { timeline: b.timeline, view: fixed(b.view, a.view.date, knownB) };
  const end = { timeline: b.timeline, view: fixed(b.view, b.view.date, knownB) };
  return [
    ...leg('CORRECTED', start, moved, filter),
    ...leg('LEARNED', moved, learned, filter),
    ...leg('WORLD', learned, end, filter),
  ];
}

function leg(kind: DiffKind, from: DiffSide, to: DiffSide, filter: ReadingFilter): DiffRow[] {
  if (
    from.timeline === to.timeline &&
    from.view.date === to.view.date &&
    from.view.knownAt === to.view.knownAt &&
    from.view.reading === to.view.reading &&
    from.view.track === to.view.track
  )
    return [];
  const ids = new Set([...slotIds(from, filter), ...slotIds(to, filter)]);
  const rows: DiffRow[] = [];
  for (const slot of [...ids].sort()) {
    const [before, after] = [readOrNull(from, slot), readOrNull(to, slot)];
    if (!passesEither(from, to, filter, before, after)) continue;
    if (!sameReading(before, after)) {
      const onlyThePlan = kind === 'LEARNED' && isPlan(before, after);
      rows.push({ kind: onlyThePlan ? 'PLAN' : kind, slot, change: changeOf(before, after), before, after });
    } else if (kind === 'LEARNED' && planMoved(from, to, slot))
      rows.push({ kind: 'PLAN', slot, change: 'OTHER', before, after });
  }
  return rows;
}

function slotIds({ timeline, view }: DiffSide, filter: ReadingFilter): SlotId[] {
  const passes = timeline.passes(filter);
  return timeline.table(view.reading, view.track).ids.filter((id) => passes.slot({ id }));
}

function readOrNull({ timeline, view }: DiffSide, slot: SlotId): SlotReading | null {
  return timeline.table(view.reading, view.track).slotIndex.has(slot) ? timeline.read(slot, view) : null;
}

function passesEither(
  from: DiffSide,
  to: DiffSide,
  filter: ReadingFilter,
  before: SlotReading | null,
  after: SlotReading | null,
): boolean {
  return (
    (before !== null && from.timeline.passes(filter).reading(before)) ||
    (after !== null && to.timeline.passes(filter).reading(after))
  );
}

/** Same status, value, certainty and deciding event: `projected` alone is no change of the world. A slot nobody spoke of reads like one that never held. */
export function sameReading(a: SlotReading | null, b: SlotReading | null): boolean {
  if (a === null || b === null) return (a ?? b)?.decidedBy === null;
  return (
    a.status === b.status &&
    a.decidedBy === b.decidedBy &&
    a.certainty === b.certainty &&
    a.validFrom === b.validFrom &&
    sameValue(a.value, b.value)
  );
}

/** Nothing holds before or after: what was learned is a date still to come. */
function isPlan(before: SlotReading | null, after: SlotReading | null): boolean {
  return !holds(before) && !holds(after) && (before?.status === 'SCHEDULED' || after?.status === 'SCHEDULED');
}

/** Only days later than the date read otherwise: a future date moved, was added or dropped. */
function planMoved(from: DiffSide, to: DiffSide, slot: SlotId): boolean {
  const plan = ({ timeline, view }: DiffSide): string =>
    JSON.stringify(
      intervalsOf(timeline, slot, 'VALID', view, { from: view.date, until: null }).map(
        ({ from: start, reading }) => [
          start === view.date ? 0 : start,
          reading.status === 'UNKNOWN' ? 'UNKNOWN' : reading.status,
          reading.value,
          reading.decidedBy,
        ],
      ),
    );
  return (
    from.timeline.table(from.view.reading, from.view.track).slotIndex.has(slot) && plan(from) !== plan(to)
  );
}

type Held = Pick<SlotReading, 'status' | 'value'>;

const holds = (reading: Held | null): boolean =>
  reading?.status === 'IN_FORCE' || reading?.status === 'SUSPENDED';

/** What kind of step a reading took. */
export function changeOf(before: Held | null, after: Held | null): WorldChange {
  if (after?.status === 'SUSPENDED' && before?.status !== 'SUSPENDED') return 'SUSPENDED';
  if (before?.status === 'SUSPENDED' && after?.status === 'IN_FORCE') return 'RESUMED';
  if (!holds(before) && holds(after)) return 'BEGAN';
  if (holds(before) && !holds(after)) return 'ENDED';
  return holds(before) && holds(after) && !sameValue(before?.value ?? null, after?.value ?? null)
    ? 'VALUE_CHANGED'
    : 'OTHER';
}
