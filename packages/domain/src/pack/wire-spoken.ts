import type { Slices } from '../bitemporal/slices.js';
import { at, type EventColumns, type SpokenSlots, slotsOfEvents, startsOf } from './event-columns.js';
import { folded, unfolded } from './int-codes.js';
import type { PackTrack } from './pack.js';
import { type ColumnReader, type ColumnWriter, once } from './wire-columns.js';
import { type Said, statementsOfSlots } from './wire-track.js';

/**
 * The slots of which each event speaks follow the track, for an event mostly speaks of those where it decides something: each
 * is told as how far on it stands among them; 0, and its number apart, where it does not. Only lists of events ask for them.
 */
export function* writeSpoken(
  columns: ColumnWriter,
  track: PackTrack,
  { known, slotStart, slots: spoken }: EventColumns & SpokenSlots,
): Slices<void> {
  const deciding = Int32Array.from(track.statements, ({ event }) => event);
  yield;
  const decided = slotsOfEvents(track.slots, statementsOfSlots(track), deciding, known.length);
  yield* columns.counts(known.length, (i) => at(slotStart, i + 1) - at(slotStart, i));
  const steps: number[] = [];
  const others: number[] = [];
  for (let event = 0; event < known.length; event++) {
    let next = at(decided.starts, event);
    const own = decided.slots.subarray(next, at(decided.starts, event + 1));
    const first = next;
    for (let k = at(slotStart, event); k < at(slotStart, event + 1); k++) {
      const slot = at(spoken, k);
      const place = own.indexOf(slot);
      steps.push(place < 0 ? 0 : 1 + folded(first + place - next));
      if (place < 0) others.push(slot);
      else next = first + place + 1;
    }
    if (event % EVENTS_PER_SLICE === 0) yield;
  }
  yield* columns.counts(steps.length, (i) => at(steps, i));
  yield* columns.counts(others.length, (i) => at(others, i));
}

/** Each is up to a few microseconds. */
const EVENTS_PER_SLICE = 256;

export function readSpoken(
  columns: ColumnReader,
  { slots }: PackTrack,
  { saidIn, deciding }: Said,
  eventCount: number,
): () => SpokenSlots {
  const [lengths, steps, apart] = [columns.ints(), columns.ints(), columns.ints()];
  return once(() => {
    const decided = slotsOfEvents(slots, saidIn.counts(), deciding, eventCount);
    const slotStart = startsOf(lengths.counts());
    const spoken = steps.counts();
    const others = apart.counts();
    let [k, other] = [0, 0];
    for (let event = 0; event < eventCount; event++) {
      let next = at(decided.starts, event);
      for (const end = at(slotStart, event + 1); k < end; k++) {
        const code = at(spoken, k);
        if (code === 0) spoken[k] = at(others, other++);
        else {
          next += unfolded(code - 1);
          spoken[k] = at(decided.slots, next++);
        }
      }
    }
    return { slotStart, slots: spoken };
  });
}
