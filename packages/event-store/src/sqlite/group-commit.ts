import type { Batch } from '../batch.js';
import type { EventStoreError } from '../errors.js';
import type { Receipt } from '../port.js';

/** What became of one batch in a transaction that was committed. */
export type Outcome = { readonly receipt: Receipt } | { readonly refusal: EventStoreError };

interface Waiting {
  readonly batch: Batch;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: unknown) => void;
}

const MAX_BATCHES = 256;
const MAX_EVENTS = 4_096;

/**
 * Appends that arrive while the disk is busy share its next sync. Each is acknowledged only after the commit
 * and stands on its own expectation: one that is refused takes no other with it.
 */
export class GroupCommit {
  #waiting: Waiting[] = [];
  #asked = false;
  readonly #commit: (batches: readonly Batch[]) => readonly Outcome[];

  /** `commit` appends in one durable transaction, or throws and appends none. */
  constructor(commit: (batches: readonly Batch[]) => readonly Outcome[]) {
    this.#commit = commit;
  }

  add(batch: Batch): Promise<Receipt> {
    const { promise, resolve, reject } = Promise.withResolvers<Receipt>();
    this.#waiting.push({ batch, resolve, reject });
    if (!this.#asked) {
      this.#asked = true;
      // After the requests that came in during the last sync, not before them.
      setImmediate(() => this.flush());
    }
    return promise;
  }

  /** Carries out everything that waits, in the order in which it came. */
  flush(): void {
    this.#asked = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let next = 0; next < waiting.length; ) {
      const group = groupFrom(waiting, next);
      next += group.length;
      this.#carryOut(group);
    }
  }

  #carryOut(group: readonly Waiting[]): void {
    let outcomes: readonly Outcome[];
    try {
      outcomes = this.#commit(group.map(({ batch }) => batch));
    } catch (error) {
      // Nothing of the group is in the log. One batch may be at fault, too big for the disk say: the others get their own try.
      if (group.length > 1) for (const one of group) this.#carryOut([one]);
      else group[0]?.reject(error);
      return;
    }
    group.forEach(({ resolve, reject }, i) => {
      const outcome = outcomes[i] as Outcome;
      if ('receipt' in outcome) resolve(outcome.receipt);
      else reject(outcome.refusal);
    });
  }
}

function groupFrom(waiting: readonly Waiting[], first: number): readonly Waiting[] {
  let events = 0;
  let end = first;
  while (end < waiting.length && end - first < MAX_BATCHES) {
    events += waiting[end]?.batch.events.length ?? 0;
    if (end > first && events > MAX_EVENTS) break;
    end += 1;
  }
  return waiting.slice(first, end);
}
