type Layer<K, V> = ReadonlyMap<K, V | undefined>;

/**
 * A map of which versions share their parts: a change is a small layer on top. Layers are put together when the newer one has
 * grown to half the older, the first excepted, so a lookup passes few of them and no version ever copies the whole.
 */
export class LayeredMap<K, V> implements ReadonlyMap<K, V> {
  private constructor(private readonly layers: readonly Layer<K, V>[]) {}

  static of<K, V>(entries: ReadonlyMap<K, V>): LayeredMap<K, V> {
    return entries instanceof LayeredMap ? entries : new LayeredMap([entries]);
  }

  /** A version with these entries added or replaced, or gone where the value is undefined. */
  with(changes: Layer<K, V>): LayeredMap<K, V> {
    if (changes.size === 0) return this;
    const layers = [...this.layers, changes];
    while (layers.length > 2) {
      const [older, newer] = layers.slice(-2) as [Layer<K, V>, Layer<K, V>];
      if (newer.size * 2 < older.size) break;
      layers.splice(-2, 2, new Map([...older, ...newer]));
    }
    return new LayeredMap(layers);
  }

  get(key: K): V | undefined {
    for (let i = this.layers.length - 1; i >= 0; i--) {
      const layer = this.layers[i] as Layer<K, V>;
      const value = layer.get(key);
      if (value !== undefined || layer.has(key)) return value;
    }
    return undefined;
  }
  has(key: K): boolean {
    return this.get(key) !== undefined;
  }
  get size(): number {
    let count = 0;
    for (const _ of this.keys()) count++;
    return count;
  }
  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }
  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }
  /** In the order in which the keys first came. */
  *entries(): MapIterator<[K, V]> {
    for (const [i, layer] of this.layers.entries()) {
      const older = this.layers.slice(0, i);
      for (const key of layer.keys()) {
        const value = older.some((o) => o.has(key)) ? undefined : this.get(key);
        if (value !== undefined) yield [key, value];
      }
    }
  }
  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }
  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}
