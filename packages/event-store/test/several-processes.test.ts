import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { openSqliteEventStore, type StoredEvent } from '../src/index.js';
import { runScript } from './child-process.js';
import { scratchFolder } from './scratch-folder.js';
import { report, trialsOf } from './seeded.js';

const folder = scratchFolder();

const WRITERS = trialsOf(4, 8);
const EVENTS = trialsOf(500, 10_000);
const RUNS = trialsOf(1, 20);

/** One run: how often a writer was told of another's revision, and what is wrong with the log they made together. */
async function contended(
  file: string,
): Promise<{ readonly refusals: number; readonly wrong: string | null }> {
  const store = await openSqliteEventStore<StoredEvent>({ file, busyTimeoutMs: 60_000 });
  const total = WRITERS * EVENTS;
  const all = Promise.withResolvers<void>();
  let seen = 0;
  let wrong: string | null = null;
  const reading = store.subscribe(0, ({ position }) => {
    if (position !== seen) wrong ??= `the reader was given ${position} where ${seen} comes next`;
    seen += 1;
    if (seen === total) all.resolve();
  });
  const names = Array.from({ length: WRITERS }, (_, i) => `writer-${i}`);
  const startAt = String(Date.now() + WRITERS * 100);
  const told = await Promise.all(
    names.map((name) =>
      text(
        runScript('./contending-writer.mjs', file, name, String(EVENTS), startAt)
          .stdout as NodeJS.ReadableStream,
      ),
    ),
  );
  const refusals = told.reduce((sum, n) => sum + Number(n), 0);
  if (told.some((n) => n === '')) wrong ??= 'a writer ended without saying how often it was refused';
  else await Promise.race([all.promise, setTimeout(10_000)]);
  if (seen !== total) wrong ??= `the reader saw ${seen} of ${total} events`;
  const next = new Map(names.map((name) => [name, 0]));
  const { revision, events } = await store.read('shared');
  if (revision !== total - 1) wrong ??= `the stream ends at revision ${revision}, not ${total - 1}`;
  for (const { event } of events) {
    const [name, i] = event.id.split('/') as [string, string];
    if (next.get(name) !== Number(i)) wrong ??= `${event.id} comes where ${name}/${next.get(name)} belongs`;
    next.set(name, Number(i) + 1);
  }
  const { intact, damage } = await store.verify();
  if (!intact) wrong ??= damage?.reason ?? 'damaged';
  await store.close();
  await reading;
  return { refusals, wrong };
}

describe('several writers on one file', () => {
  it(`gives each revision to one of ${WRITERS} processes, and a reader here sees all of it`, {
    timeout: RUNS * 5 * 60_000,
  }, async () => {
    let failures = 0;
    let refusals = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const seen = await contended(join(folder, `contended-${run}.db`));
      refusals += seen.refusals;
      if (seen.wrong === null) continue;
      failures += 1;
      console.log(`run ${run}: ${seen.wrong}`);
    }
    report(
      6,
      `${WRITERS} writers × ${EVENTS} events on one stream (${refusals} told the true revision)`,
      0,
      failures,
      RUNS,
    );
    expect(failures).toBe(0);
    // Without a refusal nobody ever met another.
    expect(refusals).toBeGreaterThan(0);
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
