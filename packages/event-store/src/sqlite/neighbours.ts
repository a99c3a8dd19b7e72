import type { DatabaseSync } from 'node:sqlite';
import type { AppendSignal } from '../append-signal.js';

/** Notices what other processes append to the same file, for as long as somebody here follows the log. */
export class Neighbours {
  readonly #version;
  readonly #appended: AppendSignal;
  readonly #pollMs: number;
  #watchers = 0;
  #poll: NodeJS.Timeout | undefined;
  #seen = 0;

  constructor(database: DatabaseSync, appended: AppendSignal, pollMs: number) {
    this.#version = database.prepare('PRAGMA data_version');
    this.#appended = appended;
    this.#pollMs = pollMs;
  }

  /** @throws what SQLite throws when the file cannot be read. */
  watch(): void {
    this.#watchers += 1;
    if (this.#watchers > 1) return;
    this.#seen = this.#dataVersion();
    this.#poll = setInterval(() => this.#look(), this.#pollMs);
  }

  unwatch(): void {
    this.#watchers -= 1;
    if (this.#watchers === 0) this.forget();
  }

  /** Whoever watches is not told any more. */
  forget(): void {
    clearInterval(this.#poll);
  }

  #look(): void {
    let version: number;
    try {
      version = this.#dataVersion();
    } catch {
      // Let the readers meet the fault where they can report it.
      version = Number.NaN;
    }
    if (version === this.#seen) return;
    this.#seen = version;
    this.#appended.announce();
  }

  /** Changes when, and only when, another connection has committed. */
  #dataVersion(): number {
    return (this.#version.get() as { data_version: number }).data_version;
  }
}
