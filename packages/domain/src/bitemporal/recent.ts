/**
 * What was asked for lately, by key, so that it need not be made again at once. Bounded by weight: when it is full it begins
 * anew, which costs one making of each and nothing to keep in order.
 */
export class Recent<Key, Value extends object> {
  readonly #values = new Map<Key, Value>();
  #weight = 0;

  constructor(private readonly most: number) {}

  get(key: Key): Value | undefined {
    return this.#values.get(key);
  }

  /** Gives the value back. @param weight anything heavier than the bound is not kept. */
  keep(key: Key, value: Value, weight = 1): Value {
    if (weight > this.most) return value;
    if (this.#weight + weight > this.most) {
      this.#values.clear();
      this.#weight = 0;
    }
    this.#values.set(key, value);
    this.#weight += weight;
    return value;
  }
}
