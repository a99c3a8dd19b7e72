import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyLog, type EventStore, openSqliteEventStore, type StoredEvent } from '../src/index.js';
import { openKurrentEventStore } from '../src/kurrent/index.js';
import { FaultInjector } from '../src/kurrent/testing/fault-injector.js';
import { scratchFolder } from './scratch-folder.js';

interface Note extends StoredEvent {
  readonly text?: unknown;
}

// A server, its client's native half and, here and there, another process: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const folder = scratchFolder();
let injector: FaultInjector;
afterEach(() => injector.stop());

const EVENTS = 2_500;

/** What a log can hold: several streams, actors, keys, characters of every kind. */
async function filledFile(name: string): Promise<string> {
  const file = join(folder, name);
  const store = await openSqliteEventStore<Note>({ file });
  const texts: unknown[] = [
    '関税',
    { __proto__: null, 10: 'ten', 9: 'nine' },
    '\u0000\u202e',
    1e308,
    [[null]],
  ];
  await store.append(
    [0, 1, 2].map((s) => ({
      stream: `stream/${s}`,
      events: Array.from({ length: (EVENTS - 1) / 3 }, (_, i) => ({ id: `${s}/${i}`, text: texts[i % 5] })),
      expected: 'none' as const,
    })),
    { actor: 'editor', idempotencyKey: 'first' },
  );
  await store.append([{ stream: 'single', events: [{ id: 'last' }], expected: 'none' }]);
  await store.close();
  return file;
}

const headOf = async (store: EventStore<Note>) => {
  const head = await store.head();
  await store.close();
  return head;
};

/** A key of the first log is still known in the copy: the same batch under it is a repetition. */
async function repeatsFirst(store: EventStore<Note>): Promise<boolean> {
  const { events } = await store.read('single');
  const writes = [{ stream: 'single', events: events.map(({ event }) => event), expected: 'none' as const }];
  const { repeated } = await store.append(writes);
  await expect(
    store.append([{ stream: 'x', events: [{ id: 'x' }], expected: 'none' }], { idempotencyKey: 'first' }),
  ).rejects.toMatchObject({ reason: 'KEY_REUSED' });
  return repeated;
}

describe('a log copied from a file into a ledger and back', () => {
  it('is the same log: equal hash at the end, equal ids and keys', async () => {
    injector = await FaultInjector.start({ mostAppendBytes: 1024 * 1024 });
    const from = await filledFile('from.db');
    const there = await copyLog(from, injector.url());
    expect(there).toMatchObject({ intact: true, records: EVENTS, resumedAt: 0 });
    const back = join(folder, 'back.db');
    expect(await copyLog(injector.url(), back)).toMatchObject({ records: EVENTS, head: there.head });
    expect(await headOf(await openSqliteEventStore({ file: from }))).toEqual(there.head);
    const ledger = await openKurrentEventStore<Note>({ url: injector.url() });
    expect(await repeatsFirst(ledger)).toBe(true);
    expect(await headOf(ledger)).toEqual(there.head);
    const copy = await openSqliteEventStore<Note>({ file: back });
    expect(await repeatsFirst(copy)).toBe(true);
    expect(await headOf(copy)).toEqual(there.head);
  });

  it('goes on where it was broken off, through lost answers and a restart', async () => {
    injector = await FaultInjector.start();
    const from = await filledFile('interrupted.db');
    let appends = 0;
    injector.misbehave = ({ kind }) => {
      if (kind !== 'append') return null;
      appends += 1;
      return appends === 2 ? { do: 'close', at: 0 } : appends === 3 ? { do: 'refuse' } : null;
    };
    const stopping = copyLog(from, injector.url(), () => {
      throw new Error('stopped by hand');
    });
    await expect(stopping).rejects.toThrow('stopped by hand');
    const kept = injector.streams.of('policy-timeline').length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(EVENTS);
    await injector.restart();
    expect(await copyLog(from, injector.url())).toMatchObject({ records: EVENTS, resumedAt: kept });
    expect(injector.streams.of('policy-timeline')).toHaveLength(EVENTS);
  });

  it('is refused into a ledger that holds something else, or onto itself', async () => {
    injector = await FaultInjector.start();
    const from = await filledFile('one.db');
    const store = await openKurrentEventStore<Note>({ url: injector.url() });
    await store.append([{ stream: 'a', events: [{ id: 'mine' }], expected: 'none' }]);
    await store.close();
    await expect(copyLog(from, injector.url())).rejects.toThrow(
      'they differ at position 0; name an empty target',
    );
    await expect(copyLog(injector.url(), injector.url())).rejects.toThrow('cannot be copied onto itself');
  });

  it('is verified by the command, damage in the ledger named by position', async () => {
    injector = await FaultInjector.start();
    const from = await filledFile('verified.db');
    const { head } = await copyLog(from, injector.url());
    const verify = async (): Promise<[number | null, string]> => {
      const main = fileURLToPath(new URL('../commands/main.mjs', import.meta.url));
      const child = spawn(process.execPath, [main, 'verify', folder, injector.url()]);
      const [out, err, [code]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'close') as Promise<[number | null]>,
      ]);
      return [code, out + err];
    };
    const [code, told] = await verify();
    expect([code, told]).toEqual([0, expect.stringContaining(head.hash)]);
    expect(told).toContain(`(ledger policy-timeline) is intact: ${EVENTS} records`);
    injector.hidden.add(700);
    const [damaged, sentence] = await verify();
    expect([damaged, sentence]).toEqual([1, expect.stringContaining('is damaged at position 700')]);
  });
});
