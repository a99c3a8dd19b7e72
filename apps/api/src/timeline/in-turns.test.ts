import { expect, it } from 'vitest';
import { inTurns, walked } from './in-turns.js';

it('what goes on at the same time takes turns: one in each pass of the event loop, and none is left out', async () => {
  let pass = 0;
  let goesOn = true;
  const passes = (async () => {
    for (; goesOn; pass++) await new Promise((resolve) => setImmediate(resolve));
  })();
  const turns: (readonly [job: string, pass: number])[] = [];
  const job = function* (name: string, slices: number) {
    for (let i = 0; i < slices; i++) {
      turns.push([name, pass]);
      yield;
    }
    return name;
  };
  // No milliseconds: a slice a turn.
  const made = await Promise.all([
    inTurns(job('append', 20), 0),
    inTurns(job('lists', 40), 0),
    inTurns(job('pack', 40), 0),
  ]);
  goesOn = false;
  await passes;
  expect(made).toEqual(['append', 'lists', 'pack']);
  const ofPass = turns.map(([, of]) => of);
  expect(new Set(ofPass).size).toBe(ofPass.length);
  // As long as all three go on, each has every third turn.
  const names = turns.slice(0, 60).map(([name]) => name);
  expect(names).toEqual(Array.from({ length: 60 }, (_, i) => ['append', 'lists', 'pack'][i % 3]));
});

it('a walk gives all items, and what was ended gives nothing', async () => {
  const items: number[] = [];
  for await (const item of walked([1, 2, 3])) items.push(item);
  expect(items).toEqual([1, 2, 3]);
  const ending = new AbortController();
  const slices = (function* () {
    yield;
    ending.abort();
    yield;
    return 'made';
  })();
  expect(await inTurns(slices, 0, ending.signal)).toBeNull();
});
