import { latinAmerica2018, parseDay, Timeline, viewOf } from '@policy-timeline/domain';
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
const ids = (events: readonly { readonly event: string }[] = []): string[] =>
  events.map(({ event }) => event);

const now = latinAmerica2018(papers, on('2018-03-21'));

describe('paper 000 on its own day, 21 March 2018', () => {
  it('three reasons, two exceptions, two factions, each an opinion with its events', () => {
    expect([now.reasons.length, now.exceptions.length, now.factions.length]).toEqual([3, 2, 2]);
    const all = [...now.reasons, ...now.exceptions, ...now.factions];
    expect(all.filter(({ asMarked, events }) => asMarked !== 'OPINION' || events.length === 0)).toEqual([]);
  });

  it('counts five of six under-secretaries and one assistant secretary vacant', () => {
    expect(now.vacancies.vacantPosts).toBe(6);
    expect(now.vacancies.vacancies.map(({ vacant, posts, event }) => [vacant, posts, event])).toEqual([
      [1, 'UNKNOWN', 'state-wha-assistant-secretary-vacant'],
      [5, 6, 'state-under-secretary-vacancies'],
    ]);
    expect(latinAmerica2018(papers, on('2018-03-20')).vacancies.vacantPosts).toBe('UNKNOWN');
  });

  it('has nobody at the State Department, Pompeo named to follow, and both free-traders gone', () => {
    const holder = (office: string) => now.officeHolders.find((o) => o.office === `office/us/${office}`);
    expect(holder('secretary-of-state')).toMatchObject({
      holder: null,
      status: 'ENDED',
      successor: { event: 'pompeo-secretary-of-state-expected' },
    });
    expect(holder('nec-director')).toMatchObject({ holder: null, event: 'cohn-resigns' });
    expect(holder('director-trade-manufacturing-policy')?.holder?.en).toBe('Peter Navarro');
    expect(holder('trade-representative')?.holder?.en).toBe('Robert Lighthizer');
  });

  it('climbs the NAFTA ladder: seven rounds held, three of them undated, the eighth expected', () => {
    expect(now.nafta.rounds.map(({ number, state, date }) => [number, state, date])).toEqual([
      [1, 'HELD', '2017-08'],
      [2, 'UNKNOWN_DAY', null],
      [3, 'UNKNOWN_DAY', null],
      [4, 'HELD', '2017-10'],
      [5, 'UNKNOWN_DAY', null],
      [6, 'HELD', '2018-01'],
      [7, 'HELD', '2018-03'],
      [8, 'EXPECTED', '2018-04~'],
    ]);
    expect(latinAmerica2018(papers, on('2017-12-31')).nafta.lastHeld).toBe(4);
    expect(ids(now.nafta.steps)).toContain('nafta-mexico-canada-counterproposals');
  });

  it('stacks three sanctions on Venezuela, two before 18 March', () => {
    expect(now.venezuela.layers.map(({ event }) => event)).toEqual([
      'us-venezuela-sanctions-2015',
      'us-venezuela-financial-sanctions-2017',
      'us-venezuela-petro-ban',
    ]);
    expect(now.venezuela.inForce).toBe(3);
    expect(latinAmerica2018(papers, on('2018-03-17')).venezuela.inForce).toBe(2);
    expect(now.venezuela.layers[2]?.because).toContain('us-venezuela-financial-sanctions-2017');
  });

  it('trade grew all the same: exports by 7.1 %, imports by 7.2 % in 2017', () => {
    const { exportsGrowth, importsGrowth } = now.trade;
    expect([exportsGrowth?.amount, importsGrowth?.amount, exportsGrowth?.year]).toEqual([7.1, 7.2, 2017]);
    expect(latinAmerica2018(papers, on('2018-03-20')).trade.exportsGrowth).toBeNull();
  });

  it('lists the deadlines ahead, soonest first', () => {
    const dated = now.deadlines.filter(({ date }) => date !== null);
    expect(dated[0]?.daysLeft).toBe(2);
    expect(ids(dated)).toEqual(
      expect.arrayContaining([
        'summit-of-americas-2018',
        'venezuela-presidential-election-2018',
        'mexico-presidential-election-2018',
        'us-tpa-expiry-2018',
        'us-midterm-elections-2018',
      ]),
    );
  });
});
