/** A short start says nothing; a long one tells now and then how far it is. */
const MILLISECONDS_BETWEEN = 2_000;

/** How far a starting server has come: reading the log, then settling what it says and making the index. */
export class Starting {
  readonly #began = performance.now();
  #told = this.#began;
  #stage: 'reading' | 'settling' | 'done' = 'reading';
  #read = 0;
  #of = 0;

  constructor(private readonly say: (line: string) => void) {}

  /** @param of events of the log; infinite when nobody knows. */
  reading(of: number): void {
    this.#of = of;
  }

  read(count: number): void {
    this.#read = count;
    // The clock is looked at now and then only: this is called for each event.
    if (count % 1024 !== 0 || performance.now() < this.#told + MILLISECONDS_BETWEEN) return;
    this.#told = performance.now();
    this.say(`Reading the log: ${count} of ${this.#of} events.`);
  }

  settling(): void {
    this.#stage = 'settling';
    if (this.#isLong) this.say(`The log is read: ${this.#read} events. Settling them and making the index.`);
  }

  done(): void {
    this.#stage = 'done';
    if (this.#isLong)
      this.say(`The index is ready after ${((performance.now() - this.#began) / 1000).toFixed(1)} s.`);
  }

  /** Null once readers may be let in. */
  get progress(): {
    readonly stage: 'reading' | 'settling';
    readonly read: number;
    readonly of: number | null;
  } | null {
    if (this.#stage === 'done') return null;
    return { stage: this.#stage, read: this.#read, of: Number.isFinite(this.#of) ? this.#of : null };
  }

  get #isLong(): boolean {
    return performance.now() > this.#began + MILLISECONDS_BETWEEN;
  }
}
