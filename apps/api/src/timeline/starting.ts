/** A short start says nothing; a long one tells now and then how far it is. */
const MILLISECONDS_BETWEEN = 2_000;

/** How far a starting server has come: reading a snapshot or the log, then settling what it says and making the index. */
export class Starting {
  readonly #began = performance.now();
  #told = this.#began;
  #stage: 'reading' | 'settling' | 'done' = 'reading';
  #read = 0;
  #restoredAt: number | null = null;
  #of = 0;

  constructor(private readonly say: (line: string) => void) {}

  /** @param of events of the log; infinite when nobody knows. */
  reading(of: number): void {
    this.#of = of;
  }

  /** A snapshot of the log up to a position was read; what follows on it is read from the log. */
  restored(position: number): void {
    this.#restoredAt = position;
    this.#read = position + 1;
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
    const seconds = ((performance.now() - this.#began) / 1000).toFixed(1);
    if (this.#restoredAt !== null)
      this.say(
        `Started from the snapshot of position ${this.#restoredAt}, then ${this.#read - 1 - this.#restoredAt} events, in ${seconds} s.`,
      );
    else if (this.#isLong) this.say(`The index is ready after ${seconds} s.`);
  }

  /** Null once readers may be let in. */
  get progress(): {
    readonly stage: 'reading' | 'settling';
    readonly read: number;
    readonly of: number | null;
    /** The position of the snapshot from which it started; null without one. */
    readonly snapshot: number | null;
  } | null {
    if (this.#stage === 'done') return null;
    return {
      stage: this.#stage,
      read: this.#read,
      of: Number.isFinite(this.#of) ? this.#of : null,
      snapshot: this.#restoredAt,
    };
  }

  get #isLong(): boolean {
    return performance.now() > this.#began + MILLISECONDS_BETWEEN;
  }
}
