import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, vi } from 'vitest';
import { openSqliteEventStore, type StoredEvent } from '../src/index.js';
import { runScript } from './child-process.js';
import { scratchFolder } from './scratch-folder.js';

const folder = scratchFolder();

describe('several writers on one file', () => {
  it('gives each revision to one of four processes, and a reader here sees all of it', {
    timeout: 60_000,
  }, async () => {
    const file = join(folder, 'contended.db');
    const store = await openSqliteEventStore<StoredEvent>({ file });
    const seen: number[] = [];
    const reading = store.subscribe(0, ({ position }) => void seen.push(position));

    const refusals = await Promise.all(
      ['w', 'x', 'y', 'z'].map((name) =>
        text(runScript('./contending-writer.mjs', file, name, '500').stdout as NodeJS.ReadableStream),
      ),
    );

    await vi.waitFor(() => expect(seen).toHaveLength(2_000), { timeout: 5_000 });
    expect(seen).toEqual(Array.from({ length: 2_000 }, (_, i) => i));
    const { revision, events } = await store.read('shared');
    expect(revision).toBe(1_999);
    for (const name of ['w', 'x', 'y', 'z']) {
      expect(events.map(({ event }) => event.id).filter((id) => id.startsWith(name))).toEqual(
        Array.from({ length: 500 }, (_, i) => `${name}/${i}`),
      );
    }
    expect(await store.verify()).toMatchObject({ intact: true, records: 2_000 });
    expect(refusals.every((n) => n !== '')).toBe(true);
    console.log(
      `4 writers × 500: told the true revision ${refusals.reduce((sum, n) => sum + Number(n), 0)} times`,
    );
    await store.close();
    await reading;
  });

  it('notices what another instance appended, within the polling time', async () => {
    const file = join(folder, 'polled.db');
    const here = await openSqliteEventStore<StoredEvent>({ file, pollMs: 20 });
    const there = await openSqliteEventStore<StoredEvent>({ file });
    const seen: string[] = [];
    void here.subscribe(0, ({ event }) => void seen.push(event.id));
    await there.append([{ stream: 'a', events: [{ id: '1' }], expected: 'none' }]);
    await vi.waitFor(() => expect(seen).toEqual(['1']));
    await here.append([{ stream: 'a', events: [{ id: '2' }], expected: 0 }]);
    await vi.waitFor(() => expect(seen).toEqual(['1', '2']));
    expect((await there.append([{ stream: 'a', events: [{ id: '2' }], expected: 0 }])).repeated).toBe(true);
    await here.close();
    await there.close();
  });
});
