import { DerivedMap } from './derived-map.js';

/** A map whose values lie as JSON in one text each, and are made when first asked for; then they stay. */
export class StoredMap<V> extends DerivedMap<V> {
  readonly #made = new Map<string, V>();

  constructor(private readonly texts: ReadonlyMap<string, string>) {
    super();
  }

  override get(id: string): V | undefined {
    const made = this.#made.get(id);
    if (made !== undefined) return made;
    const text = this.texts.get(id);
    if (text === undefined) return undefined;
    const value = JSON.parse(text) as V;
    this.#made.set(id, value);
    return value;
  }
  override has(id: string): boolean {
    return this.texts.has(id);
  }
  override get size(): number {
    return this.texts.size;
  }
  protected override *each(): IterableIterator<[string, V]> {
    // A walk over all of them keeps none.
    for (const [id, text] of this.texts) yield [id, this.#made.get(id) ?? (JSON.parse(text) as V)];
  }
}
