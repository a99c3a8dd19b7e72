import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openSqliteEventStore, type Recorded } from '../src/index.js';
import { runScript } from './child-process.js';
import { scratchFolder } from './scratch-folder.js';
import { patienceMs, report, seeded, trialSeed, trialsOf } from './seeded.js';

interface Entry {
  readonly id: string;
  readonly run: string;
  readonly batch: number;
  readonly whole: number;
}

const TRIALS = trialsOf(20, 1_000);
const folder = scratchFolder();

it('keeps every acknowledged event, once and in place, when the writer is killed', {
  timeout: patienceMs(60_000),
}, async () => {
  const seed = trialSeed();
  const random = seeded(seed);
  let failures = 0;
  let acknowledged = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    // Four trials go on in one file, so that a log hurt by one death would show in the next life.
    const file = join(folder, `${Math.floor(trial / 4)}.db`);
    const acks = await acksUntilKilled(file, `run${trial}`, random(120));
    acknowledged += acks.length;
    const wrong = await whatIsWrong(file, acks);
    if (wrong !== null) console.log(`trial ${trial}, seed ${seed}: ${wrong}`);
    failures += wrong === null ? 0 : 1;
  }
  report(1, `kill -9 while appending (${acknowledged} acknowledged events)`, seed, failures, TRIALS);
  expect(failures).toBe(0);
  expect(acknowledged).toBeGreaterThan(100);
});

/** `id@position` of every event whose acknowledgement came out before the kill. */
async function acksUntilKilled(file: string, run: string, delayMs: number): Promise<string[]> {
  const child = runScript('./appending-writer.mjs', file, run);
  const acks: string[] = [];
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const first = Promise.withResolvers<void>();
  lines.on('line', (line) => {
    acks.push(...line.split(' '));
    first.resolve();
  });
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  // A writer that cannot start must fail the trial, not hang it.
  void exited.then(() => first.resolve());
  await first.promise;
  await setTimeout(delayMs);
  child.kill('SIGKILL');
  await exited;
  return acks;
}

async function whatIsWrong(file: string, acks: readonly string[]): Promise<string | null> {
  const store = await openSqliteEventStore<Entry>({ file });
  try {
    const { intact, damage } = await store.verify();
    if (!intact) return damage?.reason ?? 'damaged';
    const records: Recorded<Entry>[] = [];
    for await (const record of store.readAll(0)) records.push(record);
    if (acks.length === 0) return 'nothing was acknowledged';
    const missing = acks.find((ack) => {
      const [id, position] = ack.split('@');
      return records[Number(position)]?.event.id !== id;
    });
    if (missing !== undefined) return `${missing} was acknowledged but is not there`;
    if (new Set(records.map(({ event }) => event.id)).size !== records.length)
      return 'an event is there twice';
    const batches = Map.groupBy(records, ({ event }) => `${event.run}/${event.batch}`);
    const torn = [...batches].find(([, of]) => of.length !== of[0]?.event.whole);
    if (torn !== undefined) return `batch ${torn[0]} is torn`;
    const run = records.at(-1)?.event.run;
    const ofRun = records.filter(({ event }) => event.run === run);
    const acknowledgedBatches = new Set(acks.map((ack) => ack.split('/')[1])).size;
    const batchesOfRun = new Set(ofRun.map(({ event }) => event.batch)).size;
    return batchesOfRun - acknowledgedBatches <= 1
      ? null
      : `${batchesOfRun - acknowledgedBatches} batches are there that nobody was told of`;
  } finally {
    await store.close();
  }
}
