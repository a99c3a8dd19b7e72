import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentTrace } from '../http/trace.js';

/** One attempt to write. Never holds a token. */
export interface Attempt {
  readonly operation: string;
  readonly transport: string;
  readonly actor: string | null;
  readonly role: string | null;
  readonly outcome: 'ACCEPTED' | 'REPEATED' | 'DRY_RUN' | 'DRAFTED' | 'REFUSED';
  /** Codes of the refusal. */
  readonly codes?: readonly string[];
  readonly idempotencyKey?: string;
  readonly fileName?: string;
  readonly positions?: readonly number[];
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
}
