import { expect, it } from 'vitest';
import { type ApiUnderTest, runApi } from '../running-api.js';
import { fill, readNothing, subscribe } from '../slow-reader.js';
import { tell } from './seeded.js';

const TRIALS = Number(process.env.READERS ?? 5);
const EVENTS = Number(process.env.EVENTS ?? 100_000);
/** What the server waits for a reader that takes nothing, unless it is told otherwise. */
const PATIENCE_MS = 30_000;
const ADDED_MB = 64;
/** Rounds without and with a slow reader, turn by turn: so many at least, and so many at most where the two are not within `NEAR` yet. */
const PAIRS = 7;
const MOST_PAIRS = 28;
const NEAR = 1.1;

/** What other readers wait for, ms: p99 of a thousand questions, each of another day. */
async function roundP99(api: ApiUnderTest, round: number): Promise<number> {
  const took: number[] = [];
  for (let i = round * 1_000; i < (round + 1) * 1_000; i++) {
    const date = new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(0, 10);
    const began = performance.now();
    await api.ask('query ($date: Date!) { stateAsOf(date: $date, first: 1) { counts { total } } }', { date });
    took.push(performance.now() - began);
  }
  return took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)] as number;
}

/**
 * What others wait for without the slow reader and beside one, turn by turn: a machine that others use sways by more than
 * ten percent from one minute to the next, and by less from one second to the next. The best round of each: what neighbours
 * on the machine add is left out, what the slow reader adds is in every round. A tenth of 0.4 ms is less than one wait for
 * a busy core, so where the best are not near each other after a few rounds there are more: they come near each other
 * unless the slow reader is what keeps them apart.
 */
async function waits(api: ApiUnderTest): Promise<{ readonly alone: number; readonly beside: number }> {
  const rounds = { alone: [] as number[], beside: [] as number[] };
  const best = () => ({ alone: Math.min(...rounds.alone), beside: Math.min(...rounds.beside) });
  const near = () => best().beside <= best().alone * NEAR;
  for (let round = 0; round < PAIRS || (round < MOST_PAIRS && !near()); round++) {
    rounds.alone.push(await roundP99(api, 2 * round));
    const slow = await subscribe(api, { 'last-event-id': '0' });
    slow.on('error', () => undefined);
    rounds.beside.push(await roundP99(api, 2 * round + 1));
    slow.destroy();
  }
  return best();
}

it(`row 11: a reader that does not read, ${EVENTS} events behind, ${TRIALS} times`, async () => {
  const api = await runApi();
  await fill(api, EVENTS);
  const failures: string[] = [];
  await roundP99(api, 0);
  for (let trial = 0; trial < TRIALS; trial++) {
    const { alone, beside } = await waits(api);
    const { addedMb, closed, last, resumed } = await readNothing(api, {
      patienceMs: PATIENCE_MS,
      events: EVENTS,
    });
    if (!closed) failures.push('not closed');
    process.stdout.write(
      `row 11: ${addedMb.toFixed(1)} MB more; p99 of others ${beside.toFixed(2)} ms, ${alone.toFixed(2)} ms without; closed after position ${last}, goes on at ${resumed}\n`,
    );
    if (addedMb > ADDED_MB) failures.push(`${addedMb.toFixed(0)} MB more`);
    if (resumed !== last + 1) failures.push(`closed after ${last}, went on at ${resumed}`);
    if (beside > alone * NEAR)
      failures.push(`others waited ${beside.toFixed(2)} instead of ${alone.toFixed(2)} ms`);
  }
  await api.remove();
  tell(11, failures.length, TRIALS, 0);
  expect(failures).toEqual([]);
});
