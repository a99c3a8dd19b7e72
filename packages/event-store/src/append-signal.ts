/** Wakes readers that have reached the end of the log. Holds a count, never records, so a slow reader piles up nothing. */
export class AppendSignal {
  #count = 0;
  readonly #waiting = new Set<() => void>();

  /** Take it *before* looking for records: an append in between then ends the wait at once. */
  get count(): number {
    return this.#count;
  }

  announce(): void {
    this.#count += 1;
    for (const wake of [...this.#waiting]) wake();
  }

  /** Resolves when something was announced after `count` was taken, or when `signal` aborts. */
  async changedSince(count: number, signal: AbortSignal): Promise<void> {
    if (this.#count !== count || signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = (): void => resolve();
    this.#waiting.add(wake);
    signal.addEventListener('abort', wake, { once: true });
    await promise;
    this.#waiting.delete(wake);
    // A subscription waits many times on one signal: what is not taken off again piles up there.
    signal.removeEventListener('abort', wake);
  }
}
