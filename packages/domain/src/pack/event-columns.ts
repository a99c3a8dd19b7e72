import { NO_DAY } from '../bitemporal/day-codes.js';
import { PER_SLICE, type Slices } from '../bitemporal/slices.js';
import type { Column, PackEvent } from './pack.js';

/** What tracks and deadlines are told beside: of each event when it became known and when it begins. */
export interface EventColumns {
  readonly known: Int32Array;
  /** `NO_DAY` where no source gives one. */
  readonly days: Int32Array;
}

/** The slots of which each event speaks, in the order of its effects. */
export interface SpokenSlots {
  /** Where the slots of each event begin in `slots`, and where the last end. */
  readonly slotStart: Int32Array;
  readonly slots: Int32Array;
}

export function* eventColumns(events: readonly PackEvent[]): Slices<EventColumns & SpokenSlots> {
  const { length } = events;
  const known = new Int32Array(length);
  const days = new Int32Array(length);
  const slotStart = new Int32Array(length + 1);
  const spoken: number[] = [];
  for (const [i, { known: knownOn, day, slots }] of events.entries()) {
    known[i] = knownOn;
    days[i] = day ?? NO_DAY;
    for (const slot of slots) spoken.push(slot);
    slotStart[i + 1] = spoken.length;
    if (i % PER_SLICE === 0) yield;
  }
  return { known, days, slotStart, slots: Int32Array.from(spoken) };
}

/** What a column says at the places in `of`; `none` where a place is negative. */
export function picked(column: Int32Array, of: Int32Array, none: number): Int32Array {
  const out = new Int32Array(of.length);
  for (let i = 0; i < out.length; i++) {
    const place = of[i] as number;
    out[i] = place < 0 ? none : (column[place] as number);
  }
  return out;
}

/** Where each part begins, and where the last ends. */
export function startsOf(lengths: Column): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  let start = 0;
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = start += lengths[i] as number;
  return starts;
}

/** The slots of which each event decides something, ascending: those of event i are `[starts[i], starts[i + 1])` of `slots`. */
export interface SlotsOfEvents {
  readonly starts: Int32Array;
  readonly slots: Int32Array;
}

/** Of statements that lie by slot, `saidIn[k]` of them of the slot `slots[k]`, each with the event through which it decides. */
export function slotsOfEvents(
  slots: Column,
  saidIn: Column,
  deciding: Column,
  eventCount: number,
): SlotsOfEvents {
  // One place further on than where they belong: filling the lists moves them there.
  const starts = new Int32Array(eventCount + 2);
  const eachSlot = (tell: (event: number, slot: number) => void): void => {
    const last = new Int32Array(eventCount).fill(-1);
    let end = 0;
    for (let k = 0, said = 0; k < slots.length; k++) {
      const slot = at(slots, k);
      for (end += at(saidIn, k); said < end; said++) {
        const event = at(deciding, said);
        if (event < 0 || last[event] === slot) continue;
        last[event] = slot;
        tell(event, slot);
      }
    }
  };
  eachSlot((event) => {
    starts[event + 2] = at(starts, event + 2) + 1;
  });
  for (let event = 2; event < starts.length; event++)
    starts[event] = at(starts, event) + at(starts, event - 1);
  const all = new Int32Array(at(starts, eventCount + 1));
  eachSlot((event, slot) => {
    const next = at(starts, event + 1);
    all[next] = slot;
    starts[event + 1] = next + 1;
  });
  return { starts, slots: all };
}

export const at = (column: Column, i: number): number => column[i] as number;
