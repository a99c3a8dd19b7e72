/**
 * What was asked for lately, by key, so that it need not be made again at once. Bounded by weight: when it is full it begins
 * anew, which costs one making of each and nothing to keep in order.
 */
export class Recent<Key, Value extends object> {
  readonly #values = new Map<Key, Value>();
  #weight = 0;

  constructor(private readonly most: number) {}

  /** @param weight anything heavier than the bound is made and not kept. */
  get(key: Key, make: () => Value, weight: (value: Value) => number = one): Value {
    const kept = this.#values.get(key);
    if (kept) return kept;
    const value = make();
    const more = weight(value);
    if (more > this.most) return value;
    if (this.#weight + more > this.most) {
      this.#values.clear();
      this.#weight = 0;
    }
    this.#values.set(key, value);
    this.#weight += more;
    return value;
  }
}

const one = (): number => 1;
