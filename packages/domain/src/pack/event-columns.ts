import { NO_DAY } from '../bitemporal/reading-table.js';
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

export function eventColumns(events: readonly PackEvent[]): EventColumns {
  return {
    known: Int32Array.from(events, ({ known }) => known),
    days: Int32Array.from(events, ({ day }) => day ?? NO_DAY),
    slotStart: startsOf(events.map(({ slots }) => slots.length)),
    slots: Int32Array.from(events.flatMap(({ slots }) => slots)),
  };
}

/** What a column says at the places in `of`; `none` where there is no such place. */
export function picked(column: Int32Array, of: Int32Array, none: number): Int32Array {
  const out = new Int32Array(of.length);
  for (let i = 0; i < out.length; i++) out[i] = column[of[i] as number] ?? none;
  return out;
}

/** Where each part begins, and where the last ends. */
export function startsOf(lengths: Column): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = at(starts, i) + at(lengths, i);
  return starts;
}

/** The events that speak of each slot, in order: a list by slot. */
export function eventsOfSlots({ slotStart, slots }: EventColumns): ReadonlyMap<number, readonly number[]> {
  const lists = new Map<number, number[]>();
  for (let event = 0; event + 1 < slotStart.length; event++)
    for (let i = at(slotStart, event); i < at(slotStart, event + 1); i++) {
      const list = lists.get(at(slots, i));
      if (list) list.push(event);
      else lists.set(at(slots, i), [event]);
    }
  return lists;
}

export const at = (column: Column, i: number): number => column[i] as number;
