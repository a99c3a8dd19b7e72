import type { Timeline } from '../bitemporal/timeline.js';
import type { DateSpec, Effect, SlotId, Track } from '../events/envelope.js';
import type { DeadlineRow } from './deadline-rows.js';
import { namedDays } from './named-days.js';

/** The slots whose day it is, each once: of an event's own day those that are given none of their own. */
export function slotsOn(
  timeline: Timeline,
  { event: id, edge, date, ofEffects }: Pick<DeadlineRow, 'event' | 'edge' | 'date' | 'ofEffects'>,
  track: Track,
): readonly SlotId[] {
  const event = timeline.event(id)?.event;
  const known = timeline.record.knownWindows.get(id);
  if (!event || !known) return [];
  const named = namedDays(timeline, event, known.nominal, track).find(
    (one) => one.edge === edge && one.ofEffects === ofEffects && (!ofEffects || one.spec.date === date),
  );
  const own = (effect: Effect): DateSpec | undefined => (edge === 'START' ? effect.from : effect.until);
  const on = (named?.effects ?? []).filter(
    (effect) => ofEffects || own(effect) === undefined || own(effect)?.date === named?.spec.date,
  );
  return [...new Set(on.map(({ slot }) => slot))];
}
