/** A map by id whose values are made when asked for. */
export abstract class DerivedMap<V> implements ReadonlyMap<string, V> {
  abstract get(id: string): V | undefined;
  protected abstract each(): IterableIterator<[string, V]>;

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }
  /** Counted anew each time. */
  get size(): number {
    let count = 0;
    for (const _ of this.each()) count++;
    return count;
  }
  *entries(): MapIterator<[string, V]> {
    yield* this.each();
  }
  *keys(): MapIterator<string> {
    for (const [id] of this.each()) yield id;
  }
  *values(): MapIterator<V> {
    for (const [, value] of this.each()) yield value;
  }
  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }
  forEach(visit: (value: V, id: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [id, value] of this.each()) visit(value, id, this);
  }
}
