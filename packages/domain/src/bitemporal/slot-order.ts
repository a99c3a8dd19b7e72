import type { SlotId } from '../events/envelope.js';

/** Where an id stands in a list by id, or would. */
export function firstFrom(sorted: readonly SlotId[], id: string): number {
  return halved(sorted.length, (place) => (sorted[place] as SlotId) < id);
}

/** The same in `order`, which lists the numbers of slots by their ids. */
export function placeOfId(order: readonly number[], ids: readonly SlotId[], id: string): number {
  return halved(order.length, (place) => (ids[order[place] as number] as SlotId) < id);
}

const sortedOf = new WeakMap<readonly number[], readonly SlotId[]>();

/** The ids in an order; made once for all versions that have it. */
export function inOrder(ids: readonly SlotId[], order: readonly number[]): readonly SlotId[] {
  const known = sortedOf.get(order);
  if (known) return known;
  const sorted = order.map((slot) => ids[slot] as SlotId);
  sortedOf.set(order, sorted);
  return sorted;
}

/** The first place of a list that is not before. */
function halved(length: number, isBefore: (place: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
