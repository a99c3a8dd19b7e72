import { describe } from 'vitest';
import { accessCases } from './contract/access-cases.js';
import { appendCases } from './contract/append-cases.js';
import { idempotenceCases } from './contract/idempotence-cases.js';
import { inputCases } from './contract/input-cases.js';
import type { OpenStore } from './contract/note.js';
import { readCases } from './contract/read-cases.js';
import { subscribeCases } from './contract/subscribe-cases.js';

export type { Note, OpenStore } from './contract/note.js';

/**
 * The promises of the port, as cases for one adapter. Call it in a `*.test.ts` file; it needs vitest.
 * `open` is asked for an empty store in every case, with the clock that the case wants; the case closes it.
 */
export function describeEventStore(name: string, open: OpenStore): void {
  describe(`event store contract: ${name}`, () => {
    readCases(open);
    accessCases(open);
    appendCases(open);
    idempotenceCases(open);
    inputCases(open);
    subscribeCases(open);
  });
}
