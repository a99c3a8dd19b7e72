import { describe, expect, it } from 'vitest';
import { ListedSlots } from './listed-slots.js';

/** Slots 999 down to 0, every third listed, none among 300 in a row. */
const order = Array.from({ length: 1_000 }, (_, place) => 999 - place);
const isListed = (place: number): boolean => place % 3 === 1 && !(place > 400 && place < 700);
const listed = order.filter((_, place) => isListed(place));
const marks = new Uint32Array(32);
for (const place of order.keys())
  if (isListed(place)) marks[place >> 5] = (marks[place >> 5] as number) | (1 << (place & 31));
const slots = new ListedSlots(order, marks);

describe('slots listed by marks', () => {
  it('are counted and cut as an array of them would be', () => {
    expect(slots.length).toBe(listed.length);
    expect(slots.slice()).toEqual(listed);
    for (const from of [0, 1, 84, 85, 86, 133, 134, 135, listed.length - 1, listed.length])
      for (const length of [1, 50])
        expect(slots.slice(from, from + length)).toEqual(listed.slice(from, from + length));
    for (let i = 0; i <= listed.length; i++) expect(slots.at(i)).toBe(listed[i]);
  });

  it('may be all', () => {
    const all = new ListedSlots(order, new Uint32Array(32).fill(0xffff_ffff).fill(0xff, 31));
    expect([all.length, all.slice()]).toEqual([1_000, order]);
  });

  it('may be none', () => {
    for (const none of [
      new ListedSlots([], new Uint32Array(0)),
      new ListedSlots(order, new Uint32Array(32)),
    ]) {
      expect(none.length).toBe(0);
      expect(none.slice(0, 50)).toEqual([]);
      expect(none.at(0)).toBeUndefined();
    }
  });
});
