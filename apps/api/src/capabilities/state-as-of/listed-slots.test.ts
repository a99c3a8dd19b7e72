import { describe, expect, it } from 'vitest';
import { ListedSlots } from './listed-slots.js';

/** Slots 999 down to 0, every third listed, none among 300 in a row. */
const order = Array.from({ length: 1_000 }, (_, place) => 999 - place);
const isListed = (place: number): boolean => place % 3 === 1 && !(place > 400 && place < 700);
const listed = order.filter((_, place) => isListed(place));
const slots = new ListedSlots(
  order,
  Uint8Array.from(order, (_, place) => (isListed(place) ? 1 : 0)),
);

describe('slots listed by marks', () => {
  it('are counted and cut as an array of them would be', () => {
    expect(slots.length).toBe(listed.length);
    expect(slots.slice()).toEqual(listed);
    for (const from of [0, 1, 84, 85, 86, 133, 134, 135, listed.length - 1, listed.length])
      for (const length of [1, 50])
        expect(slots.slice(from, from + length)).toEqual(listed.slice(from, from + length));
    for (let i = 0; i <= listed.length; i++) expect(slots.at(i)).toBe(listed[i]);
  });

  it('may be none', () => {
    for (const none of [
      new ListedSlots([], new Uint8Array(0)),
      new ListedSlots(order, new Uint8Array(1_000)),
    ]) {
      expect(none.length).toBe(0);
      expect(none.slice(0, 50)).toEqual([]);
      expect(none.at(0)).toBeUndefined();
    }
  });
});
