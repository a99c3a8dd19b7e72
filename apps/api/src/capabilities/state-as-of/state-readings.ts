import type { ReadingFilter, SlotReading, Status, Timeline, View } from '@policy-timeline/domain';

/** The readings of a question, from the widest to the narrowest list; each in order of slot id. */
export interface StateReadings {
  /** Slots that may pass: what the filter says of slots themselves. The answer stays the same while these do. */
  readonly candidates: readonly SlotReading[];
  /** Readings that pass text and actors; what is counted. */
  readonly passing: readonly SlotReading[];
  /** Those of the asked statuses; what is listed. */
  readonly listed: readonly SlotReading[];
}

/** Questions of one operation often share a view, e.g. pages of one list: their readings are made once. */
const KEPT = 8;
const kept = new WeakMap<Timeline, Map<string, StateReadings>>();

export function stateReadings(timeline: Timeline, view: View, filter: ReadingFilter): StateReadings {
  const ofTimeline = kept.get(timeline) ?? new Map<string, StateReadings>();
  kept.set(timeline, ofTimeline);
  const key = JSON.stringify([view, filter]);
  const made = ofTimeline.get(key) ?? readState(timeline, view, filter);
  ofTimeline.delete(key);
  ofTimeline.set(key, made);
  const oldest = ofTimeline.keys().next();
  if (ofTimeline.size > KEPT && !oldest.done) ofTimeline.delete(oldest.value);
  return made;
}

function readState(timeline: Timeline, view: View, filter: ReadingFilter): StateReadings {
  const { statuses, text, actors, ...bySlot } = filter;
  const candidates = timeline.state(view, bySlot);
  const passes = timeline.passes({ ...(text !== undefined && { text }), ...(actors && { actors }) });
  const passing =
    text === undefined && !actors ? candidates : candidates.filter((reading) => passes.reading(reading));
  const wanted =
    statuses && statuses.length > 0
      ? (status: Status) => statuses.includes(status)
      : (status: Status) => status !== 'NOT_IN_FORCE';
  return { candidates, passing, listed: passing.filter(({ status }) => wanted(status)) };
}
