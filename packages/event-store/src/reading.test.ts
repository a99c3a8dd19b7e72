import { describe, expect, it } from 'vitest';
import { patienceMs, report, seeded, trialSeed, trialsOf } from '../test/seeded.js';
import { AppendSignal } from './append-signal.js';
import { GapInLog } from './errors.js';
import type { Recorded, StoredEvent } from './port.js';
import { follow, type RecordSource, readForward } from './reading.js';

const TRIALS = trialsOf(100, 5_000);

const record = (position: number): Recorded<StoredEvent> => ({
  position,
  stream: 's',
  revision: position,
  event: { id: `${position}` },
  recordedAt: '',
  actor: null,
  hash: '',
  previousHash: '',
});

/** A source that drops, doubles and swaps records, and cuts pages anywhere. */
function faultySource(random: (below: number) => number, length: number): RecordSource<StoredEvent> {
  return {
    appended: new AppendSignal(),
    head: async () => ({ position: length - 1, hash: '' }),
    page: async (from) => {
      const page = Array.from({ length: Math.min(1 + random(9), length - from) }, (_, i) => record(from + i));
      const i = random(Math.max(page.length, 1));
      if (page.length > 0 && random(8) === 0) {
        const fault = random(4);
        if (fault === 0) page.splice(i, 1);
        if (fault === 1) page.splice(i, 0, page[i] as Recorded<StoredEvent>);
        if (fault === 2) page.reverse();
        if (fault === 3) page.length = 0;
      }
      return page;
    },
  };
}

describe('reading from a source that loses, doubles and reorders', () => {
  it('sees 0..n without a hole, or stops with GAP', { timeout: patienceMs(10_000) }, async () => {
    const seed = trialSeed();
    let [silent, stopped] = [0, 0];
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const random = seeded(seed + trial);
      const ending = new AbortController();
      const [followed, read]: [number[], number[]] = [[], []];
      const faults = await Promise.all([
        follow(
          faultySource(random, 40),
          0,
          ({ position }) => {
            followed.push(position);
            if (position === 39) ending.abort();
          },
          ending.signal,
        ).then(
          () => null,
          (e: unknown) => e,
        ),
        (async () => {
          for await (const { position } of readForward(faultySource(random, 40), 0)) read.push(position);
        })().then(
          () => null,
          (e: unknown) => e,
        ),
      ]);
      for (const [i, seen] of [followed, read].entries()) {
        const dense = seen.every((position, at) => position === at);
        const complete =
          seen.length === 40 ? true : faults[i] instanceof GapInLog && faults[i].position === seen.length;
        silent += dense && complete ? 0 : 1;
        stopped += faults[i] === null ? 0 : 1;
      }
    }
    report(10, `faulty sources (${stopped} stopped)`, seed, silent, 2 * TRIALS);
    expect(silent).toBe(0);
    expect(stopped).toBeGreaterThan(20);
  });
});
