import { type Day, parseDay } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { HINDSIGHT } from './knowledge';
import { ScrubStore, SETTLE_HELD_MS, SETTLE_MS, type StoreClock } from './scrub-store';

const day = (text: string): Day => parseDay(text);

function fixture() {
  const frames: (() => void)[] = [];
  const rests: { at: number; run: () => void }[] = [];
  let time = 0;
  const clock: StoreClock = {
    now: () => time,
    frame: (run) => frames.push(run),
    after: (ms, run) => {
      const rest = { at: time + ms, run };
      rests.push(rest);
      return rest as never;
    },
    cancel: (timer) => {
      const place = rests.indexOf(timer as never);
      if (place >= 0) rests.splice(place, 1);
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
    rest: (ms: number) => {
      const until = time + ms;
      for (;;) {
        const next = rests.findIndex(({ at }) => at <= until);
        if (next < 0) break;
        const [due] = rests.splice(next, 1);
        time = due?.at ?? until;
        due?.run();
      }
      time = until;
    },
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
    const { store, settledTimes, rest } = fixture();
    store.moveTo(day('2025-07-11'));
    rest(SETTLE_MS - 1);
    store.moveTo(day('2025-07-12'));
    rest(SETTLE_MS - 1);
    expect(settledTimes()).toBe(0);
    expect(store.settled().date).toBe(day('2025-07-10'));
    rest(1);
    expect(settledTimes()).toBe(1);
    expect(store.settled().date).toBe(day('2025-07-12'));
    rest(10 * SETTLE_MS);
    expect(settledTimes()).toBe(1);
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
    rest(SETTLE_HELD_MS - 1);
    expect(settledTimes()).toBe(0);
    rest(1);
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
