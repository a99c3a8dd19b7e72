import { expect } from 'vitest';
import type { EventStoreError } from '../errors.js';
import type { EventStore, Recorded } from '../port.js';

/** The event of the contract's cases. */
export interface Note {
  readonly id: string;
  readonly text?: unknown;
}

/** Gives an empty store. The clock is for `recordedAt`; an adapter must use it. */
export type OpenStore = (options: { readonly now?: () => Date }) => Promise<EventStore<Note>>;

export const note = (id: string, text: unknown = `text of ${id}`): Note => ({ id, text });

export const notes = (prefix: string, count: number): Note[] =>
  Array.from({ length: count }, (_, i) => note(`${prefix}-${i}`));

/** Runs a case on a store of its own and closes it whatever happens. */
export const on =
  (
    open: OpenStore,
    story: (store: EventStore<Note>) => Promise<void>,
    options: Parameters<OpenStore>[0] = {},
  ) =>
  async (): Promise<void> => {
    const store = await open(options);
    try {
      await story(store);
    } finally {
      await store.close();
    }
  };

export async function listed(records: AsyncIterable<Recorded<Note>>): Promise<Recorded<Note>[]> {
  const list: Recorded<Note>[] = [];
  for await (const record of records) list.push(record);
  return list;
}

export const idsOf = (records: readonly Recorded<Note>[]): string[] => records.map(({ event }) => event.id);

/** Awaits a refusal and hands it over. */
export async function refusal<Refusal extends EventStoreError>(
  given: Promise<unknown>,
  kind: new (...args: never[]) => Refusal,
): Promise<Refusal> {
  const error = await given.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(kind);
  return error as Refusal;
}
