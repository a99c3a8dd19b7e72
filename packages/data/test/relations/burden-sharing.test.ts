import { burdenSharing, parseDay, Timeline, viewOf } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/load-catalogue.js';

/** What the five papers alone tell: these readings hold whatever the rest of the record adds. */
const papers = Timeline.of(
  loadCatalogue()
    .events.filter((event) => !('sources' in event) || event.sources.some(({ kind }) => kind === 'PAPER'))
    .map((event, position) => ({ event, position })),
);
const on = (date: string, knownAt: string | null = date) =>
  viewOf({ date: parseDay(date), knownAt: knownAt === null ? null : parseDay(knownAt) });

const demands = (date: string) =>
  burdenSharing(papers, on(date)).demands.map(({ party, percentOfGdp, state }) => [
    party,
    percentOfGdp,
    state,
  ]);

describe('burden sharing (paper 004, section 3; paper 003 for the expectation)', () => {
  it('2 % agreed and 5 % asked of NATO, 3 % asked of Japan, by the day of the paper', () =>
    expect(demands('2025-05-30')).toEqual([
      ['JPN', 3, 'DEMANDED'],
      ['JPN', 2, 'PLANNED'],
      ['JPN', 2, 'EXPECTED'],
      ['org:nato', 5, 'DEMANDED'],
      ['org:nato', 2, 'AGREED'],
    ]));

  it('knew of no 5 % before February 2025, and of no 3 % before the paper', () => {
    expect(demands('2025-01-31')).toEqual([['JPN', 2, 'EXPECTED']]);
    expect(demands('2025-05-29').filter(([, percent]) => percent === 3)).toEqual([]);
  });

  it('marks demands as proposed, the expectation as opinion, the goal as fact', () => {
    const marks = burdenSharing(papers, on('2025-05-30')).demands.map(({ event, asMarked }) => [
      event,
      asMarked,
    ]);
    expect(marks).toEqual([
      ['colby-3pct', 'PROPOSED'],
      ['japan-2027-2pct', 'PLANNED'],
      ['forecast-gdp2-demand', 'OPINION'],
      ['hegseth-nato-5pct', 'PROPOSED'],
      ['nato-and-2pct-norm', null],
    ]);
  });

  it.each([
    ['2024-02-09', []],
    ['2024-02-10', ['WITHDRAWAL']],
    ['2025-01-23', ['FISCAL', 'WITHDRAWAL']],
    ['2025-03-31', ['FISCAL', 'TRADE_LINK', 'WITHDRAWAL']],
  ])('on %s has remarks for %j', (date, expected) => {
    const { reasons } = burdenSharing(papers, on(date));
    expect(reasons.filter(({ events }) => events.length > 0).map(({ reason }) => reason)).toEqual(expected);
  });

  it('narrows to a party', () =>
    expect(burdenSharing(papers, on('2025-05-30'), { parties: ['org:nato'] }).demands.length).toBe(2));
});
