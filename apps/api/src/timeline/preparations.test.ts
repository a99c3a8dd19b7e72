import { expect, it } from 'vitest';
import { Preparations, PreparationsEnded, TooManyPreparations } from './preparations.js';

/** So many slices; tells how often it was begun. */
function work(slices: number) {
  const told = { begun: 0, done: 0 };
  return {
    told,
    *make(): Generator<undefined, string> {
      told.begun++;
      for (let i = 0; i < slices; i++) yield;
      told.done++;
      return 'made';
    },
  };
}

it('who asks for the same waits for the same, and who asks afterwards has it made again', async () => {
  const preparations = new Preparations(0, new AbortController().signal);
  const { told, make } = work(5);
  const both = [preparations.share('1', make), preparations.share('1', make)];
  expect(preparations.count).toBe(1);
  expect(await Promise.all(both)).toEqual(['made', 'made']);
  expect(told).toEqual({ begun: 1, done: 1 });
  await preparations.share('1', make);
  expect(told).toEqual({ begun: 2, done: 2 });
});

it('two are made at once, sixteen wait, more are refused until there is room', async () => {
  const preparations = new Preparations(0, new AbortController().signal);
  const all = Array.from({ length: 18 }, () => work(3));
  const taken = all.map(({ make }, i) => preparations.share(`${i}`, make));
  // One of them has its turn in each pass of the event loop.
  for (let pass = 0; pass < 2; pass++) await new Promise((resolve) => setImmediate(resolve));
  expect(all.filter(({ told }) => told.begun === 1)).toHaveLength(2);
  await expect(preparations.share('one more', work(1).make)).rejects.toThrow(TooManyPreparations);
  // Whoever asks for one that is taken on may wait for it.
  expect(await preparations.share('17', work(1).make)).toBe('made');
  await Promise.all(taken);
  expect(preparations.count).toBe(0);
  expect(await preparations.share('one more', work(1).make)).toBe('made');
});

it('one that fails is told to all who wait and holds no place', async () => {
  const preparations = new Preparations(0, new AbortController().signal);
  const failing = function* (): Generator<undefined, never> {
    yield;
    throw new RangeError('no room');
  };
  const both = [preparations.share('1', failing), preparations.share('1', failing)];
  for (const one of both) await expect(one).rejects.toThrow('no room');
  for (let i = 0; i < 5; i++) await expect(preparations.share('1', failing)).rejects.toThrow('no room');
  expect(preparations.count).toBe(0);
});

it('when the server stops, those under way and those waiting end unmade', async () => {
  const ending = new AbortController();
  const preparations = new Preparations(0, ending.signal);
  const all = Array.from({ length: 5 }, () => work(1_000_000));
  const taken = all.map(({ make }, i) => preparations.share(`${i}`, make));
  setImmediate(() => ending.abort());
  await Promise.all(taken.map((one) => expect(one).rejects.toThrow(PreparationsEnded)));
  expect(all.some(({ told }) => told.done > 0)).toBe(false);
  expect(preparations.count).toBe(0);
});
