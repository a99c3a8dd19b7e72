import { parseDay, stickDealCarrot, Timeline, viewOf } from '@policy-timeline/domain';
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

const row = (country: string, date = '2026-03-01') =>
  stickDealCarrot(papers, on(date)).rows.find((r) => r.country === country);

describe('stick, deal and carrot by country (paper 001)', () => {
  it.each([
    ['ARG', [], [], ['argentina-us-loan'], ['argentina-midterm-2025']],
    [
      'BRA',
      [],
      ['us-tariff-brazil-50', 'us-tariff-relief-food-brazil'],
      [],
      ['brazil-us-asean-summit-meeting'],
    ],
    [
      'COL',
      ['colombia-aid-suspended', 'petro-sanctioned'],
      ['colombia-tariff-threat'],
      [],
      ['colombia-accepts-migrants', 'petro-visits-us'],
    ],
    ['NIC', [], [], [], ['nicaragua-amnesty']],
    [
      'VEN',
      ['southern-spear', 'maduro-captured', 'us-strikes-venezuela'],
      [],
      [],
      ['rodriguez-accepts-us-demands', 'rodriguez-leads-venezuela'],
    ],
  ])('%s on 1 March 2026', (country, stick, deal, carrot, responses) => {
    const r = row(country);
    expect([ids(r?.stick), ids(r?.deal), ids(r?.carrot), ids(r?.responses)]).toEqual([
      stick,
      deal,
      carrot,
      responses,
    ]);
  });

  it('says which response the paper frames and which the record relates', () => {
    expect(row('COL')?.responses[0]).toMatchObject({ matched: 'FRAME', answers: ['colombia-tariff-threat'] });
    expect(row('ARG')?.responses[0]).toMatchObject({ matched: 'RELATION', answers: ['argentina-us-loan'] });
  });

  it('knows the attack on Venezuela only when it happened', () => {
    expect(ids(row('VEN', '2025-12-31')?.stick)).toEqual(['southern-spear']);
    expect(row('VEN', '2025-08-31')).toBeUndefined();
  });

  it('has the strategy of December 2025, then that of January 2026', () => {
    const held = (date: string) =>
      stickDealCarrot(papers, on(date))
        .doctrines.filter(({ status }) => status === 'IN_FORCE')
        .map(({ event }) => event);
    expect(held('2025-11-30')).toEqual([]);
    expect(held('2025-12-31')).toEqual(['nss-2025', 'trump-corollary']);
    expect(held('2026-01-31')).toEqual(['nss-2025', 'nds-2026', 'trump-corollary']);
  });

  it('sets the two corollaries side by side and says UNKNOWN where the record is silent', () =>
    expect(
      stickDealCarrot(papers, on('2026-03-01')).corollaries.map(({ buildsRegionalOrder, counterpart }) => [
        buildsRegionalOrder,
        counterpart,
      ]),
    ).toEqual([
      ['UNKNOWN', 'Europe'],
      ['no', 'CHN'],
    ]));

  it('narrows to the countries asked for', () =>
    expect(
      stickDealCarrot(papers, on('2026-03-01'), { countries: ['PAN', 'JPN'] }).rows.map(
        ({ country }) => country,
      ),
    ).toEqual(['PAN']));
});
