import type { Slices } from '@policy-timeline/domain';
import { inTurns } from './in-turns.js';

/** So many are made at once, and so many more may wait: each is memory, and what makes it takes its turns from the readers. */
const AT_ONCE = 2;
const MOST_WAITING = 16;

/** More is asked for than is made at once and may wait. */
export class TooManyPreparations extends Error {
  constructor() {
    super(
      `${AT_ONCE + MOST_WAITING} old versions, tables and lists are being made for other questions, as many as are taken on at a time.`,
    );
  }
}

/** The server stops, and what was being made is left undone. */
export class PreparationsEnded extends Error {
  constructor() {
    super('The server is stopping, and what the question needs is not made any more.');
  }
}

/** Makes what questions wait for, some milliseconds a turn of the event loop; who asks for the same waits for the same. */
export class Preparations {
  readonly #underway = new Map<string, Promise<unknown>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(
    private readonly milliseconds: number,
    private readonly ending: AbortSignal,
  ) {
    ending.addEventListener('abort', () => {
      for (const go of this.#waiting.splice(0)) go();
    });
  }

  /** Being made or waiting for it. */
  get count(): number {
    return this.#underway.size;
  }

  /**
   * @param name the same for the same structure of the same version
   * @throws TooManyPreparations, PreparationsEnded, and what making it throws
   */
  share<T>(name: string, slices: () => Slices<T>): Promise<T> {
    const known = this.#underway.get(name) as Promise<T> | undefined;
    if (known) return known;
    if (this.#underway.size >= AT_ONCE + MOST_WAITING) return Promise.reject(new TooManyPreparations());
    const made = this.#make(name, slices);
    this.#underway.set(name, made);
    return made;
  }

  async #make<T>(name: string, slices: () => Slices<T>): Promise<T> {
    try {
      if (this.#running >= AT_ONCE) await new Promise<void>((go) => this.#waiting.push(go));
      this.#running++;
      try {
        // What it gives is wrapped: null is how turns tell that they were ended.
        const made = await inTurns(wrapped(slices()), this.milliseconds, this.ending);
        if (made === null) throw new PreparationsEnded();
        return made.value;
      } finally {
        this.#running--;
        this.#waiting.shift()?.();
      }
    } finally {
      this.#underway.delete(name);
    }
  }
}

function* wrapped<T>(slices: Slices<T>): Slices<{ readonly value: T }> {
  return { value: yield* slices };
}
