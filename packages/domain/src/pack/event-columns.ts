import { NO_DAY } from '../bitemporal/day-codes.js';
import { PER_SLICE, type Slices } from '../bitemporal/slices.js';
import type { Column, PackEvent } from './pack.js';

/** What tracks and deadlines are told beside: of each event when it became known, when it begins and the slots it speaks of. */
export interface EventColumns {
  readonly known: Int32Array;
  /** `NO_DAY` where no source gives one. */
  readonly days: Int32Array;
  /** Where the slots of each event begin in `slots`, and where the last end. */
  readonly slotStart: Int32Array;
  readonly slots: Int32Array;
}

export function* eventColumns(events: readonly PackEvent[]): Slices<EventColumns> {
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

/** The events that speak of each slot, in order: those of slot i are `[starts[i], starts[i + 1])` of `events`. */
export interface EventsOfSlots {
  readonly starts: Int32Array;
  readonly events: Int32Array;
}

export function eventsOfSlots({ slotStart, slots }: EventColumns, slotCount: number): EventsOfSlots {
  const starts = new Int32Array(slotCount + 2);
  // One place further on than where they belong: filling the lists moves them there.
  for (let i = 0; i < slots.length; i++) {
    const place = (slots[i] as number) + 2;
    starts[place] = (starts[place] as number) + 1;
  }
  for (let slot = 2; slot < starts.length; slot++)
    starts[slot] = (starts[slot] as number) + (starts[slot - 1] as number);
  const events = new Int32Array(slots.length);
  let event = 0;
  for (let i = 0; i < slots.length; i++) {
    while ((slotStart[event + 1] as number) <= i) event++;
    const place = (slots[i] as number) + 1;
    const next = starts[place] as number;
    events[next] = event;
    starts[place] = next + 1;
  }
  return { starts, events };
}

export const at = (column: Column, i: number): number => column[i] as number;
