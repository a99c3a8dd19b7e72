import type { SlotId } from '../events/envelope.js';
import { DerivedMap } from '../project/derived-map.js';
import { IdRows } from '../project/id-rows.js';
import { PER_SLICE, type Slices } from './slices.js';

/** The number of each slot by its id: a hash table of numbers over the list of ids, a seventh of a map that holds both. */
export class SlotNumbers extends DerivedMap<number> {
  private constructor(
    private readonly ids: readonly SlotId[],
    private readonly numbers: IdRows,
  ) {
    super();
  }

  /** @param ids each slot's in its place, all different */
  static *inSlices(ids: readonly SlotId[]): Slices<SlotNumbers> {
    const numbers = IdRows.for(ids.length);
    for (let slot = 0; slot < ids.length; slot++) {
      if (slot % PER_SLICE === PER_SLICE - 1) yield;
      numbers.add(ids[slot] as SlotId, slot);
    }
    return new SlotNumbers(ids, numbers);
  }

  override get(id: SlotId): number | undefined {
    const slot = this.numbers.find(id, (number) => this.ids[number] === id);
    return slot < 0 ? undefined : slot;
  }
  override get size(): number {
    return this.ids.length;
  }
  protected override *each(): IterableIterator<[SlotId, number]> {
    for (const [slot, id] of this.ids.entries()) yield [id, slot];
  }
}
