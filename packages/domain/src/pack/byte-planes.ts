import { PER_SLICE, type Slices } from '../bitemporal/slices.js';
import type { Column } from './pack.js';

/**
 * How a column of numbers from 0 to 2^31 - 1 lies in its bytes: of numbers that are all the same only how many and which one;
 * else how many, in how many planes, and how many of them are told apart. A plane holds one byte of each number, the lowest
 * first. Where some are told apart there is one plane for all, 255 marks their places, and their planes follow.
 */
export type Laid =
  | readonly [length: number, value: number]
  | readonly [length: number, planes: number, apart: number];

/** Beyond this share of numbers told apart, planes for all are the smaller and the sooner read. */
const MOST_APART = 1 / 4;
const APART = 255;

/** @throws RangeError for a number that a pack cannot tell. */
export function* layOut(values: Column): Slices<readonly [Laid, Uint8Array]> {
  let [most, wide, others] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!(value >= 0 && value < WIDEST)) throw new RangeError(`A pack cannot tell the number ${value}.`);
    if (value > most) most = value;
    if (value >= APART) wide++;
    if (value !== values[0]) others++;
    if (i % PER_SLICE === 0) yield;
  }
  const { length } = values;
  if (others === 0) return [[length, values[0] ?? 0], new Uint8Array(0)];
  const planes = planesFor(most);
  if (planes === 1) return [[length, 1, 0], yield* planesOf(values, 1)];
  if (wide > MOST_APART * length) return [[length, planes, 0], yield* planesOf(values, planes)];
  const bytes = new Uint8Array(length + planes * wide);
  const apart: number[] = [];
  for (let i = 0; i < length; i++) {
    const value = values[i] as number;
    bytes[i] = Math.min(value, APART);
    if (value >= APART) apart.push(value);
    if (i % PER_SLICE === 0) yield;
  }
  bytes.set(yield* planesOf(apart, planes), length);
  return [[length, planes, wide], bytes];
}

export function bytesLaid([length, planes, apart]: Laid): number {
  if (apart === undefined) return 0;
  return apart === 0 ? length * planes : length + apart * planes;
}

/** The numbers of a column whose bytes begin at `at`: moved as a whole wherever they are single bytes. */
export function readLaid(bytes: Uint8Array, at: number, [length, planes, apart]: Laid): Int32Array {
  if (apart === undefined) return new Int32Array(length).fill(planes);
  if (apart === 0) return readPlanes(bytes, at, length, planes);
  const marks = bytes.subarray(at, at + length);
  const out = new Int32Array(length);
  out.set(marks);
  const values = readPlanes(bytes, at + length, apart, planes);
  let place = -1;
  for (let i = 0; i < apart; i++) {
    place = marks.indexOf(APART, place + 1);
    out[place] = values[i] as number;
  }
  return out;
}

function readPlanes(bytes: Uint8Array, at: number, length: number, planes: number): Int32Array {
  const out = new Int32Array(length);
  out.set(bytes.subarray(at, at + length));
  for (let plane = 1; plane < planes; plane++) {
    const from = at + plane * length;
    const shift = 8 * plane;
    for (let i = 0; i < length; i++) out[i] = (out[i] as number) | ((bytes[from + i] as number) << shift);
  }
  return out;
}

function* planesOf(values: Column, planes: number): Slices<Uint8Array> {
  const { length } = values;
  const bytes = new Uint8Array(length * planes);
  for (let plane = 0; plane < planes; plane++)
    for (let i = 0; i < length; i++) {
      bytes[plane * length + i] = (values[i] as number) >>> (8 * plane);
      if (i % PER_SLICE === 0) yield;
    }
  return bytes;
}

const WIDEST = 2 ** 31;
const planesFor = (most: number): number => (most < 2 ** 8 ? 1 : most < 2 ** 16 ? 2 : most < 2 ** 24 ? 3 : 4);
