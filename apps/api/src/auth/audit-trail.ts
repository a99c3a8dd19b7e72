import { appendFileSync, closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { currentTrace } from '../http/trace.js';

export const OUTCOMES_OF_ATTEMPTS = ['ACCEPTED', 'REPEATED', 'DRY_RUN', 'DRAFTED', 'REFUSED'] as const;
export type AttemptOutcome = (typeof OUTCOMES_OF_ATTEMPTS)[number];

/** One attempt to write. Never holds a token. */
export interface Attempt {
  readonly operation: string;
  readonly transport: string;
  readonly actor: string | null;
  readonly role: string | null;
  readonly outcome: AttemptOutcome;
  /** Codes of the refusal. */
  readonly codes?: readonly string[];
  readonly idempotencyKey?: string;
  readonly fileName?: string;
  readonly positions?: readonly number[];
}

/** A line of the trail as it was written. */
export interface NotedAttempt extends Attempt {
  /** ISO 8601, by the clock of the server. */
  readonly at: string;
  readonly traceId: string | null;
  /** Byte in the file at which the line begins: it never changes, because lines are only appended. */
  readonly offset: number;
}

/** Every attempt to write, accepted or refused, one JSON line each; only ever appended to. */
export class AuditTrail {
  readonly #file: string;

  constructor(dataFolder: string) {
    this.#file = join(dataFolder, 'audit.ndjson');
  }

  /** @throws Error of the file system: an attempt that cannot be written down is not carried out. */
  note(attempt: Attempt): void {
    const line = { at: new Date().toISOString(), traceId: currentTrace(), ...attempt };
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
  }

  /** Up to `count` attempts before a byte of the file (default: its end), newest first; a line that cannot be read is left out. */
  newest(count: number, before: number = Number.POSITIVE_INFINITY): readonly NotedAttempt[] {
    const file = this.#opened();
    if (file === null) return [];
    try {
      const found: NotedAttempt[] = [];
      for (const { offset, text } of linesBackwards(file, Math.min(before, fstatSync(file).size))) {
        const attempt = parsed(text);
        if (attempt) found.push({ ...attempt, offset });
        if (found.length === count) break;
      }
      return found;
    } finally {
      closeSync(file);
    }
  }

  #opened(): number | null {
    try {
      return openSync(this.#file, 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }
}

/** Read at a time, from the end: a trail of years is never read as a whole. */
const BLOCK = 64 * 1024;

function* linesBackwards(file: number, end: number): Generator<{ offset: number; text: string }> {
  let start = end;
  let held = Buffer.alloc(0);
  while (start > 0) {
    const size = Math.min(BLOCK, start);
    const block = Buffer.alloc(size);
    start -= size;
    readSync(file, block, 0, size, start);
    held = Buffer.concat([block, held]);
    for (
      let at = held.lastIndexOf(10, held.length - 2);
      at >= 0;
      at = held.lastIndexOf(10, held.length - 2)
    ) {
      yield { offset: start + at + 1, text: held.toString('utf8', at + 1) };
      held = held.subarray(0, at + 1);
      if (held.length < 2) break;
    }
  }
  if (held.length > 1) yield { offset: 0, text: held.toString('utf8') };
}

function parsed(text: string): Omit<NotedAttempt, 'offset'> | null {
  try {
    return JSON.parse(text) as Omit<NotedAttempt, 'offset'>;
  } catch {
    return null;
  }
}
