import type { Day, PackEvent, PackReader } from '@policy-timeline/domain';
import { borderOf, type Place } from './knowledge';

/** One link: an act that speaks of the slot, its place among all of them as known, and the day it became known. */
export interface ChainLink {
  readonly event: PackEvent;
  /** From 1. */
  readonly at: number;
  readonly of: number;
  readonly day: Day;
}

/** The acts that speak of a slot, in the order in which they became known; none from beyond a fixed known day. */
export function chainOf(reader: PackReader, index: number, place: Place): readonly PackEvent[] {
  const { knowledge } = place;
  const known = knowledge.mode === 'fixed' ? borderOf(place, reader.newestKnown) : reader.newestKnown;
  return reader.pack.events
    .filter((event) => event.known <= known && event.slots.includes(index))
    .sort((a, b) => a.known - b.known || (a.day ?? a.known) - (b.day ?? b.known));
}

/** The next or previous link after the place: by date, of several on one day the first; null beyond either end. */
export function stepInChain(
  reader: PackReader,
  index: number,
  place: Place,
  direction: 1 | -1,
): ChainLink | null {
  const chain = chainOf(reader, index, place);
  const day =
    direction === 1
      ? chain.find(({ known }) => known > place.date)?.known
      : chain.findLast(({ known }) => known < place.date)?.known;
  const at = chain.findIndex(({ known }) => known === day);
  const event = chain[at];
  return event ? { event, at: at + 1, of: chain.length, day: event.known as Day } : null;
}
