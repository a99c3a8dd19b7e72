import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeReady } from '../bitemporal/refresh.js';
import { inOneGo } from '../bitemporal/slices.js';
import { Timeline } from '../bitemporal/timeline.js';
import type { LogRecord } from '../events/record-event.js';
import { fewDaysLog } from '../testing/few-days.js';
import { realisticLog } from '../testing/realistic/realistic-log.js';
import { SNAPSHOT_VERSION, writeSnapshot } from './snapshot.js';

/** What this version writes of the logs below. */
const VERSION = 6;
const DIGEST = '57a1cf1e97402c3c741eb29bae948d77bbc25b8f9c3da454505135773f2162f7';

/** Logs in which every act, erratum and void meets every other on few days, and one in which a slot is heard of often. */
function* logs(): Iterable<readonly LogRecord[]> {
  yield* fc.sample(fewDaysLog, { seed: 20261121, numRuns: 60 });
  yield [...realisticLog({ events: 500, slots: 6 })];
}

it('an old snapshot is not taken for a new one: who changes what is stored, or what it means, raises its version', {
  timeout: 20_000,
}, () => {
  const digest = createHash('sha256');
  for (const records of logs()) {
    const timeline = Timeline.of(records);
    for (const reading of ['NOMINAL', 'CERTAIN', 'POSSIBLE'] as const)
      for (const track of ['LEGAL', 'COLLECTED'] as const) inOneGo(makeReady(timeline, { reading, track }));
    for (const bytes of writeSnapshot(timeline, { hash: '', madeBy: '' }, () => createHash('sha256')))
      digest.update(bytes);
  }
  expect(
    { version: SNAPSHOT_VERSION, digest: digest.digest('hex') },
    'The bytes of a snapshot have changed: raise SNAPSHOT_VERSION, then write it and the new digest at the top of this test. An old file would otherwise be read as if it said what this program says.',
  ).toEqual({ version: VERSION, digest: DIGEST });
});
