import {
  type DeadlineRow,
  deadlineRows,
  type PolicyEvent,
  type SlotId,
  slotsOn,
  type Timeline,
  type Track,
} from '@policy-timeline/domain';

/** Which of an event's days is meant. */
export type Named = Pick<DeadlineRow, 'event' | 'edge' | 'date' | 'ofEffects'>;

/** The acts of a record and the steps that they set. */
export interface Acts {
  readonly timeline: Timeline;
  readonly track: Track;
  /** Days of some effects alone, by event. */
  readonly steps: ReadonlyMap<string, readonly Named[]>;
}

export function actsOf(timeline: Timeline, track: Track): Acts {
  const steps = Map.groupBy(
    deadlineRows(timeline).filter(({ ofEffects }) => ofEffects),
    ({ event }) => event,
  );
  return { timeline, track, steps };
}

/**
 * A day, the day it was moved from, what that had been moved from …; the last one gave the deadline its name. A step of an act
 * is followed to the step of the act that it amends where both are the day of the same slots, and only one is: what moves a
 * part of a step begins a deadline of its own.
 * @param known the event of that id where it was known, else undefined
 */
export function movesOf(
  record: Acts,
  day: Named,
  known: (id: string) => PolicyEvent | undefined,
): readonly Named[] {
  const chain: Named[] = [day];
  for (let at: Named | undefined = day; at !== undefined; ) {
    const event = known(at.event);
    const moved = event && movedBy(event);
    const earlier: PolicyEvent | undefined = moved === undefined ? undefined : known(moved);
    at =
      earlier && !chain.some((named) => named.event === earlier.id)
        ? sameDay(record, at, earlier)
        : undefined;
    if (at) chain.push(at);
  }
  return chain;
}

const movedBy = ({ effects, relations }: PolicyEvent): string | undefined =>
  effects.find(({ act, target }) => act === 'AMEND' && target !== undefined)?.target ??
  relations.find(({ type }) => type === 'EXTENDS')?.to;

/** The day of an earlier event that another moves; undefined where it is no one day of it. */
function sameDay({ timeline, track, steps: all }: Acts, day: Named, earlier: PolicyEvent): Named | undefined {
  const slots = slotsOn(timeline, day, track);
  const steps = (all.get(earlier.id) ?? []).filter(({ edge }) => edge === day.edge);
  const [step, another] = steps.filter((row) => isSame(slots, slotsOn(timeline, row, track)));
  if (step && !another) return step;
  const own: Named = { event: earlier.id, edge: day.edge, date: null, ofEffects: false };
  const isOfSteps =
    steps.some((row) => meets(slots, slotsOn(timeline, row, track))) &&
    !meets(slots, slotsOn(timeline, own, track));
  return day.ofEffects || isOfSteps ? undefined : own;
}

const meets = (a: readonly SlotId[], b: readonly SlotId[]): boolean => a.some((slot) => b.includes(slot));
const isSame = (a: readonly SlotId[], b: readonly SlotId[]): boolean =>
  a.length === b.length && a.every((slot) => b.includes(slot));
