import { type Day, parseDay } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { HINDSIGHT } from './knowledge';
import { ScrubStore, SETTLE_MS, type StoreClock } from './scrub-store';

const day = (text: string): Day => parseDay(text);

function fixture() {
  const frames: (() => void)[] = [];
  const rests: { ms: number; run: () => void; cancelled: boolean }[] = [];
  const clock: StoreClock = {
    frame: (run) => frames.push(run),
    after: (ms, run) => rests.push({ ms, run, cancelled: false }) as never,
    cancel: (timer) => {
      const rest = rests[(timer as unknown as number) - 1];
      if (rest) rest.cancelled = true;
    },
  };
  const store = new ScrubStore({ date: day('2025-07-10'), knowledge: HINDSIGHT }, clock);
  const hot: number[] = [];
  let settled = 0;
  store.onHot(({ date }) => hot.push(date));
  store.onSettled(() => settled++);
  return {
    store,
    hot,
    settledTimes: () => settled,
    frame: () => frames.splice(0).forEach((run) => void run()),
    rest: () => rests.filter(({ cancelled }) => !cancelled).forEach(({ run }) => void run()),
    rests,
  };
}

describe('ScrubStore', () => {
  it('tells nobody of a move to the day it shows', () => {
    const { store, hot, frame, rests } = fixture();
    store.moveTo(day('2025-07-10'));
    frame();
    expect(hot).toEqual([]);
    expect(rests).toEqual([]);
  });

  it('gathers the moves of one frame into one call with the last day', () => {
    const { store, hot, frame } = fixture();
    for (const text of ['2025-07-11', '2025-07-12', '2025-07-13']) store.moveTo(day(text));
    frame();
    expect(hot).toEqual([day('2025-07-13')]);
  });

  it('settles once after a rest, however many moves came before', () => {
    const { store, settledTimes, rest, rests } = fixture();
    store.moveTo(day('2025-07-11'));
    store.moveTo(day('2025-07-12'));
    expect(settledTimes()).toBe(0);
    expect(store.settled().date).toBe(day('2025-07-10'));
    rest();
    expect(settledTimes()).toBe(1);
    expect(store.settled().date).toBe(day('2025-07-12'));
    expect(rests[0]?.ms).toBe(SETTLE_MS);
  });

  it('settles at once when the hand lets go, and a return to the start settles nothing', () => {
    const { store, settledTimes } = fixture();
    store.moveTo(day('2025-07-11'));
    store.moveTo(day('2025-07-10'));
    store.settle();
    expect(settledTimes()).toBe(0);
    store.jump({ date: day('2018-03-21'), knowledge: { mode: 'lived' } });
    expect(settledTimes()).toBe(1);
    expect(store.settled().knowledge).toEqual({ mode: 'lived' });
  });

  it('knows two fixed knowledges of one day as the same', () => {
    const { store, hot, frame } = fixture();
    store.knowBy({ mode: 'fixed', day: day('2025-05-30') });
    frame();
    store.knowBy({ mode: 'fixed', day: day('2025-05-30') });
    frame();
    expect(hot).toHaveLength(1);
  });
});

describe('a held thumb', () => {
  it('settles again on release, so that what waited for it runs once', () => {
    const { store, settledTimes, rest } = fixture();
    store.hold();
    store.moveTo(day('2025-07-11'));
    rest();
    expect([settledTimes(), store.held]).toEqual([1, true]);
    const rested = store.settled();
    store.release();
    expect([settledTimes(), store.held]).toEqual([2, false]);
    expect(store.settled()).toEqual(rested);
    expect(store.settled()).not.toBe(rested);
    store.release();
    expect(settledTimes()).toBe(2);
  });
});
