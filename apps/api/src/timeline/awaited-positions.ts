/** Who waits for positions of the log that are not applied yet. */
export class AwaitedPositions {
  readonly #waiting = new Set<{
    readonly position: number;
    readonly resolve: () => void;
    readonly reject: (error: Error) => void;
  }>();

  /** Resolves once `position` is reached; rejects when everything fails before. */
  wait(position: number): Promise<void> {
    return new Promise((resolve, reject) => this.#waiting.add({ position, resolve, reject }));
  }

  reached(last: number): void {
    for (const waiting of this.#waiting) {
      if (waiting.position > last) continue;
      this.#waiting.delete(waiting);
      waiting.resolve();
    }
  }

  failed(error: Error): void {
    for (const { reject } of this.#waiting) reject(error);
    this.#waiting.clear();
  }
}
