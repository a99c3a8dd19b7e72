import { NO_DAY } from '../bitemporal/day-codes.js';
import { EVER, OPEN } from '../bitemporal/lens.js';

/**
 * Numbers told by others that lie near, as codes from 0 which are mostly small and mostly alike. What is read
 * stands in the place of the codes. A reader's loops do one thing each over typed arrays of one kind:
 * in a page just opened they run before the engine has compiled anything.
 */

/** Any number, as its distance from one that lies near: in a column of steps the one before. */
export const distanceCode = (value: number, near: number): number => folded(value - near);
export function readSteps(codes: Int32Array): Int32Array {
  let last = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    codes[i] = last += (code >>> 1) ^ -(code & 1);
  }
  return codes;
}

export function readDistances(codes: Int32Array, near: Int32Array): Int32Array {
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    codes[i] = (near[i] as number) + ((code >>> 1) ^ -(code & 1));
  }
  return codes;
}

export function readDays(codes: Int32Array, near: Int32Array): Int32Array {
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (code === SAME) codes[i] = near[i] as number;
    else codes[i] = dayOfCode(code, near[i] as number);
  }
  return codes;
}

/** A day, or `EVER`, `OPEN` or `NO_DAY`, beside another. */
export function dayCode(day: number, near: number): number {
  if (day === near) return SAME;
  const mark = MARKS.indexOf(day);
  return mark >= 0 ? mark : FIRST_DISTANCE + folded(day - dayBeside(near));
}
export function dayOfCode(code: number, near: number): number {
  if (code > SAME) {
    const distance = code - FIRST_DISTANCE;
    return dayBeside(near) + ((distance >>> 1) ^ -(distance & 1));
  }
  return code === SAME ? near : (MARKS[code] as number);
}

const MARKS = Int32Array.of(EVER, OPEN, NO_DAY);
/** The very number that it stands beside. */
export const SAME = 3;
const FIRST_DISTANCE = 4;
const FAR = 2 ** 29;
/** Beside no day a day is told as it is. */
const dayBeside = (near: number): number => (near < FAR && near > -FAR ? near : 0);
/** Small for small numbers, whatever their sign. */
export const folded = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
export const unfolded = (code: number): number => (code >>> 1) ^ -(code & 1);
