import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { type Refusal, type Way, ways } from '../hostile/ways.js';
import { runApi } from '../running-api.js';
import { documentMaker } from './generate-document.js';
import { givenSeed, seeded, tell } from './seeded.js';

const TRIALS = Number(process.env.TRIALS) || 100_000;
const QUICK_MS = 50;
const ADDED_MB = 50;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heapMb = (): number => {
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};

/** Generated documents may be right; what they may not do is break something, tell of the inside, or take long. */
function complaint({ status, body }: Refusal): string | null {
  if (status >= 500) return `status ${status}`;
  if (/node_modules|"INTERNAL"|\bat [\w.]+ \(/.test(body)) return 'shows the inside of the server';
  return status >= 400 && status !== 431 && !/"code":"[A-Z_]+"/.test(body) ? 'no code' : null;
}

it(`row 12: ${TRIALS} generated documents on every way in`, async () => {
  const seed = givenSeed();
  const random = seeded(seed);
  const make = documentMaker(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
  const api = await runApi();
  const names = Object.keys(ways) as Way[];
  const failures: string[] = [];
  const warm = Math.min(2_000, TRIALS / 10);
  let before = 0;
  for (let i = 0; i < TRIALS; i++) {
    if (i === warm) before = heapMb();
    const hostile = make(random);
    // A subscription that is accepted stays open; its first bytes are its answer.
    const way = /^\s*subscription/.test(String(hostile.query))
      ? random.pick(['POST', 'GET'] as const)
      : random.pick(names);
    const refusal = await ways[way](api, hostile);
    const why = complaint(refusal);
    let { took } = refusal;
    for (let k = 0; k < 3 && took > QUICK_MS; k++)
      took = Math.min(took, (await ways[way](api, hostile)).took);
    if (why || took > QUICK_MS)
      failures.push(
        `trial ${i} by ${way}: ${why ?? `${took.toFixed(0)} ms`}: ${JSON.stringify(hostile).slice(0, 2_000)}`,
      );
    if ((i + 1) % 10_000 === 0)
      process.stdout.write(`row 12: ${i + 1} of ${TRIALS}, ${failures.length} failures\n`);
  }
  const added = heapMb() - before;
  if (added > ADDED_MB) failures.push(`${added.toFixed(0)} MB more than before`);
  await api.remove();
  tell(12, failures.length, TRIALS, seed);
  expect(failures).toEqual([]);
});
