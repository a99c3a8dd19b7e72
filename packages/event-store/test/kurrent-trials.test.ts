import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { EventStoreError, type StoredEvent } from '../src/index.js';
import { type KurrentEventStore, openKurrentEventStore } from '../src/kurrent/index.js';
import { type Fault, FaultInjector, type Misbehaviour } from '../src/kurrent/testing/fault-injector.js';
import { patienceMs, report, seeded, trialSeed, trialsOf } from './seeded.js';

const TRIALS = trialsOf(100, 10_000);
/** Most of a trial is waiting for answers that never come. */
const LANES = 12;
const APPENDS = 8;

const ON_APPEND = [
  'refuse',
  'drop',
  'lose-answer',
  'late',
  'close',
  'end',
  'duplicate',
  'wrong-revision',
] as const;
const ON_EVENTS = [
  ...(['refuse', 'drop', 'late'] as const),
  ...(['close', 'end', 'skip', 'duplicate', 'reorder', 'wrong-revision', 'early-checkpoint'] as const),
];

/** A third of the calls go wrong in a way that the seed decides, up to a number of them: a server that never recovers is another promise. */
function misbehaving(random: (below: number) => number, most: number): Misbehaviour {
  let left = most;
  return ({ kind }): Fault | null => {
    if (kind === 'features' || left === 0 || random(3) > 0) return null;
    left -= 1;
    const kinds = kind === 'append' ? ON_APPEND : ON_EVENTS;
    const what = kinds[random(kinds.length)] ?? 'refuse';
    if (what === 'refuse' || what === 'drop' || what === 'lose-answer') return { do: what };
    return what === 'late' ? { do: what, ms: random(80) } : { do: what, at: random(6) };
  };
}

interface Outcome {
  readonly failures: readonly string[];
  readonly restarts: number;
  readonly gaps: number;
}

async function trial(injector: FaultInjector, seed: number): Promise<Outcome> {
  const random = seeded(seed);
  const failures: string[] = [];
  const url = injector.url(`seed-${seed}`);
  injector.hidden.clear();
  injector.misbehave = misbehaving(random, 12);
  const open = (): Promise<KurrentEventStore<StoredEvent>> =>
    openKurrentEventStore({ url, patienceMs: 60_000, callTimeoutMs: 200, pollMs: 40 });
  const store = await open();
  const seen: number[] = [];
  const following = store
    .subscribe(0, ({ position }) => void seen.push(position))
    .then(
      () => null,
      (error: unknown) => error,
    );
  let restarts = 0;
  const acknowledged = new Map<string, number>();
  let expected: number | 'none' = 'none';
  for (let i = 0; i < APPENDS; i += 1) {
    const events = Array.from({ length: 1 + random(4) }, (_, n) => ({ id: `${i}/${n}` }));
    if (random(20) === 0) {
      await injector.restart();
      restarts += 1;
    }
    const receipt = await store.append([{ stream: 'a', events, expected }]);
    if (receipt.repeated) failures.push(`append ${i} was told that it is a repetition`);
    for (const [n, position] of receipt.positions.entries()) acknowledged.set(`${i}/${n}`, position);
    expected = receipt.revisions[0]?.revision ?? 'none';
    // A caller that did not hear it sends it again.
    if (random(3) === 0) {
      const again = await store.append([{ stream: 'a', events, expected: i === 0 ? 'none' : 0 }]);
      if (!again.repeated || again.hash !== receipt.hash)
        failures.push(`repetition of ${i} was another append`);
    }
  }
  const total = acknowledged.size;
  for (let waited = 0; seen.length < total && waited < 2_000; waited += 1) await setTimeout(10);
  const kept = injector.streams.of(`seed-${seed}`).length;
  if (kept !== total) failures.push(`${total} events acknowledged, ${kept} kept`);
  if (seen.length !== total || seen.some((position, at) => position !== at))
    failures.push(`the subscription saw ${seen.join(' ')} of ${total}`);
  const { events } = await store.read('a');
  for (const { event, position } of events)
    if (acknowledged.get(event.id) !== position) failures.push(`${event.id} is at ${position}`);
  await store.close();
  const error = await following;
  if (error !== null) failures.push(`the subscription stopped: ${String(error)}`);

  let gaps = 0;
  if (random(4) === 0) {
    gaps = 1;
    failures.push(...(await throughGap(injector, open, random(total - 1))));
  }
  return { failures, restarts, gaps };
}

/** A reader that comes when a record is gone stops before it, by name. */
async function throughGap(
  injector: FaultInjector,
  open: () => Promise<KurrentEventStore<StoredEvent>>,
  hole: number,
): Promise<readonly string[]> {
  injector.hidden.add(hole);
  const store = await open();
  const seen: number[] = [];
  const error = await store
    .subscribe(0, ({ position }) => void seen.push(position))
    .then(
      () => null,
      (given: unknown) => given,
    );
  await store.close();
  const named = error instanceof EventStoreError && error.code === 'GAP' && 'position' in error;
  const right = named && error.position === hole && seen.length === hole;
  return right && seen.every((position, at) => position === at)
    ? []
    : [`with ${hole} gone the reader saw ${seen.join(' ')} and ended with ${String(error)}`];
}

describe('the KurrentDB adapter on a server that misbehaves', () => {
  const injectors: FaultInjector[] = [];
  afterAll(() => {
    for (const injector of injectors) injector.stop();
  });

  it('loses, doubles and skips nothing that was acknowledged, or stops with GAP', {
    // Most of an hour on a busy machine: each fault is waited out.
    timeout: trialsOf(60_000, 3_600_000),
  }, async () => {
    const seed = trialSeed();
    let next = 0;
    const outcomes: Outcome[] = [];
    await Promise.all(
      Array.from({ length: LANES }, async () => {
        const injector = await FaultInjector.start();
        injectors.push(injector);
        while (next < TRIALS) {
          const own = seed + next++;
          const outcome = await trial(injector, own).catch(
            (error: unknown): Outcome => ({ failures: [String(error)], restarts: 0, gaps: 0 }),
          );
          injector.release();
          for (const failure of outcome.failures) console.log(`seed ${own}: ${failure}`);
          outcomes.push(outcome);
          if (outcomes.length % 500 === 0) console.log(`${outcomes.length} of ${TRIALS} trials`);
        }
      }),
    );
    const failures = outcomes.filter((outcome) => outcome.failures.length > 0).length;
    const sum = (of: 'restarts' | 'gaps'): number =>
      outcomes.reduce((total, outcome) => total + outcome[of], 0);
    report(
      10,
      `KurrentDB fault injector (${sum('restarts')} restarts, ${sum('gaps')} holes)`,
      seed,
      failures,
      outcomes.length,
    );
    expect(failures).toBe(0);
  });
});

const EVENTS = trialsOf(2_000, 100_000);
const BATCH = 500;

describe('a long ledger', () => {
  it('is written, read, followed, repeated and verified, with the server gone and back half-way', {
    timeout: patienceMs(30_000),
  }, async () => {
    const injector = await FaultInjector.start();
    const store = await openKurrentEventStore<StoredEvent>({ url: injector.url(), patienceMs: 30_000 });
    const seen: number[] = [];
    const following = store.subscribe(0, ({ position }) => void seen.push(position));
    const batchAt = (from: number) => [
      {
        stream: `s${(from / BATCH) % 10}`,
        events: Array.from({ length: BATCH }, (_, i) => ({ id: `e${from + i}`, text: 'x'.repeat(200) })),
        expected: from < 10 * BATCH ? ('none' as const) : Math.floor(from / BATCH / 10) * BATCH - 1,
      },
    ];
    const began = performance.now();
    for (let from = 0; from < EVENTS; from += BATCH) {
      if (from === EVENTS / 2) await injector.restart();
      await store.append(batchAt(from));
    }
    const appended = performance.now();
    expect(await store.append(batchAt(0))).toMatchObject({ position: BATCH - 1, repeated: true });
    expect((await store.read('s0')).revision).toBe(Math.ceil(EVENTS / BATCH / 10) * BATCH - 1);
    for (let waited = 0; seen.length < EVENTS && waited < 1_000; waited += 1) await setTimeout(10);
    expect(seen).toHaveLength(EVENTS);
    expect(seen.every((position, at) => position === at)).toBe(true);
    await store.close();
    await following;

    const reopening = performance.now();
    const again = await openKurrentEventStore<StoredEvent>({ url: injector.url() });
    const opened = performance.now();
    let read = 0;
    for await (const { position } of again.readAll(0)) if (position === read) read += 1;
    const done = performance.now();
    expect(read).toBe(EVENTS);
    expect(await again.verify()).toMatchObject({ intact: true, records: EVENTS });
    await again.close();
    injector.stop();
    const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1);
    console.log(
      `${EVENTS} events: appended in ${seconds(began, appended)} s, opened in ${seconds(reopening, opened)} s, read in ${seconds(opened, done)} s`,
    );
  });
});
