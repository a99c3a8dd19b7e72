/** Whole numbers from 0, in two bytes each where all are small enough. */
export type Numbers = Uint16Array | Int32Array;

export const numbersUpTo = (most: number, length: number): Numbers =>
  most <= 0xffff ? new Uint16Array(length) : new Int32Array(length);
