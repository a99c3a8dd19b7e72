import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type EventStore, MemoryEventStore, openSqliteEventStore, type StoredEvent } from '../src/index.js';
import { scratchFolder } from './scratch-folder.js';
import { patienceMs, report, seeded, trialSeed, trialsOf } from './seeded.js';

const TRIALS = trialsOf(100, 10_000);
const APPENDS = 12;
/** One trial in so many is on a file that is closed and opened again on the way. */
const ON_A_FILE = 10;
const folder = scratchFolder();

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 10, 21);
/** Clocks as machines have had them: right, a little back, a day back, at the end of 32 bits, beyond four digits, lost. */
const INSTANTS: readonly ((at: number) => number)[] = [
  (at) => at,
  (at) => at - 1,
  (at) => at - DAY_MS,
  () => 0,
  () => Date.UTC(1970, 0, 1) - 1,
  () => Date.UTC(2038, 0, 19, 3, 14, 8),
  () => Date.UTC(9999, 11, 31, 23, 59, 59, 999),
  () => 8.64e15,
  () => Number.NaN,
];

it('goes on in order, whatever the clock says', { timeout: patienceMs(60_000) }, async () => {
  const seed = trialSeed();
  const random = seeded(seed);
  let failures = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const clock = Array.from({ length: APPENDS }, (_, i) => {
      const instant = INSTANTS[random(INSTANTS.length)] as (at: number) => number;
      return new Date(instant(START + i * 1_000));
    });
    const wrong = await whatIsWrong(clock, trial % ON_A_FILE === 0 ? join(folder, `${trial}.db`) : null);
    if (wrong === null) continue;
    failures += 1;
    console.log(`trial ${trial}, seed ${seed}: ${wrong}`);
  }
  report(7, 'clock set back, ahead, to 2038, to 9999 and lost', seed, failures, TRIALS);
  expect(failures).toBe(0);
});

const opened = (
  file: string | null,
  now: () => Date,
): Promise<EventStore<StoredEvent>> | EventStore<StoredEvent> =>
  file === null
    ? new MemoryEventStore<StoredEvent>({ now })
    : openSqliteEventStore<StoredEvent>({ file, now });

/** Appends one event at each instant, then holds what is read against what a log with a right clock says. */
async function whatIsWrong(clock: readonly Date[], file: string | null): Promise<string | null> {
  let tick = 0;
  const now = (): Date => clock[tick] as Date;
  let log = await opened(file, now);
  for (; tick < APPENDS; tick += 1) {
    if (file !== null && tick === APPENDS / 2) {
      await log.close();
      log = await opened(file, now);
    }
    await log.append([
      { stream: 'a', events: [{ id: `${tick}` }], expected: tick === 0 ? 'none' : tick - 1 },
    ]);
  }
  try {
    const { intact, damage } = await log.verify();
    if (!intact) return damage?.reason ?? 'damaged';
    let last = '';
    let position = 0;
    for await (const record of log.readAll(0)) {
      if (record.position !== position || record.event.id !== `${position}`)
        return `"${record.event.id}" stands at ${record.position}, not at ${position}`;
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(record.recordedAt))
        return `recordedAt ${record.recordedAt} is no instant of fixed width`;
      if (record.recordedAt < last) return `recordedAt goes from ${last} back to ${record.recordedAt}`;
      last = record.recordedAt;
      position += 1;
    }
    return position === APPENDS ? null : `${position} of ${APPENDS} events are there`;
  } finally {
    await log.close();
  }
}
