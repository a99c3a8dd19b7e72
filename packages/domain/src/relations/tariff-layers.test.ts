import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../data/dist/index.js';
import { Timeline } from '../bitemporal/timeline.js';
import { viewOf } from '../bitemporal/view.js';
import { parseDay } from '../calendar/civil-day.js';
import { type TariffLayersQuestion, tariffLayers } from './tariff-layers.js';

/** What the five papers alone tell: these readings hold whatever the rest of the record adds. */
const papers = Timeline.of(
  loadCatalogue()
    .events.filter((event) => !('sources' in event) || event.sources.every(({ kind }) => kind === 'PAPER'))
    .map((event, position) => ({ event, position })),
);
const on = (date: string, knownAt: string | null = date) =>
  viewOf({ date: parseDay(date), knownAt: knownAt === null ? null : parseDay(knownAt) });
const ids = (events: readonly { readonly event: string }[]): string[] => events.map(({ event }) => event);

const layersOf = (question: TariffLayersQuestion, date = '2025-06-01') =>
  tariffLayers(papers, on(date), question);
const states = (question: TariffLayersQuestion, date?: string) =>
  Object.fromEntries(
    layersOf(question, date).layers.map(({ slot, state, ratePercent }) => [
      slot.slice(slot.indexOf('/us/') + 4),
      [state, ratePercent],
    ]),
  );

describe('layers of paper 004 (section 2 (2), section 5)', () => {
  it('Japan on 1 June 2025: base in force, top-up paused, sector duties beside them', () => {
    expect(states({ partner: 'JPN' })).toMatchObject({
      base: ['IN_FORCE', 10],
      'reciprocal/JPN': ['PAUSED', 24],
      'section-232-cars': ['IN_FORCE', 25],
      'section-232-metals/steel': ['IN_FORCE', 25],
    });
    const paused = layersOf({ partner: 'JPN' }).layers.find(({ state }) => state === 'PAUSED');
    expect([paused?.topUpPercent, paused?.events]).toEqual([
      14,
      ['reciprocal-pause', 'reciprocal-jpn', 'us-baseline-10'],
    ]);
  });

  it.each<[string, TariffLayersQuestion, string, number | null, string | null]>([
    ['the listed total, before the pause was known', { partner: 'JPN' }, '2025-04-20', 24, null],
    ['the base alone during the pause', { partner: 'JPN' }, '2025-06-01', 10, null],
    ['nobody recorded what followed the pause', { partner: 'JPN' }, '2025-07-15', null, 'STATE_UNKNOWN'],
    [
      'cars: replace or add is not stated',
      { partner: 'JPN', goods: 'cars' },
      '2025-06-01',
      null,
      'STACKING_NOT_STATED',
    ],
    ['Canada: 25 instead of the reciprocal tariff', { partner: 'CAN' }, '2025-06-01', 25, null],
    ['Canada under USMCA: nothing', { partner: 'CAN', claimsUsmca: true }, '2025-06-01', 0, null],
    ['Russia: left out', { partner: 'RUS' }, '2025-06-01', 0, null],
    [
      'China: not related to the base or the pause',
      { partner: 'CHN' },
      '2025-06-01',
      null,
      'STACKING_NOT_STATED',
    ],
    ['a base-only partner', { partner: 'AUS' }, '2025-06-01', 10, null],
    ['the EU rate covers the Netherlands', { partner: 'NLD' }, '2025-04-20', 20, null],
    ['before the announcement', { partner: 'AUS' }, '2025-04-01', null, 'NOTHING_RECORDED'],
    [
      '2018: no rate stated by paper 000',
      { partner: 'BRA', goods: 'steel' },
      '2018-03-22',
      null,
      'NOTHING_RECORDED',
    ],
  ])('%s', (_why, question, date, total, doubt) => {
    const { totalPercent, doubt: given } = layersOf(question, date);
    expect([totalPercent, given]).toEqual([total, doubt]);
  });

  it('shows exclusions with the act that excludes', () => {
    const { layers, remarks } = layersOf({ partner: 'RUS' });
    expect(
      layers.filter(({ state }) => state === 'EXCLUDED').map(({ slot, events }) => [slot, events]),
    ).toEqual([
      ['tariff/us/base', ['us-baseline-10', 'us-exempts-russia']],
      ['tariff/us/reciprocal/RUS', ['us-exempts-russia']],
    ]);
    expect(ids(remarks)).toEqual(['leavitt-exclusions-remark', 'bessent-russia-tariff-remark']);
  });

  it('shows threats as threats and agreements without a day as agreed', () => {
    expect(states({ partner: 'NLD' })['eu-50']).toEqual(['THREATENED', 50]);
    expect(states({ partner: 'GBR' })['section-232-cars/GBR']).toEqual(['AGREED', 'UNKNOWN']);
    expect(states({ partner: 'GBR' }).reciprocal).toEqual(['NOT_LISTED', null]);
    expect(ids(layersOf({ partner: 'COL' }, '2025-02-01').threats)).toContain('colombia-tariff-threat');
    const hint = layersOf({ partner: 'JPN' }).layers.find(
      ({ slot }) => slot === 'threat/us/all-partners-tariff',
    );
    expect(hint?.followedBy).toEqual(['reciprocal-tariff-order']);
  });

  it('2018: steel ahead on 22 March, Mexico spared on condition (paper 000)', () => {
    expect(states({ partner: 'MEX' }, '2018-03-22')).toMatchObject({
      'section-232-metals/steel': ['ANNOUNCED', 'UNKNOWN'],
      'section-232-metals/MEX': ['ANNOUNCED', 'UNKNOWN'],
    });
  });

  it('has an event behind every layer', () => {
    const layers = ['JPN', 'CAN', 'CHN', 'GBR', 'BRA', 'DEU'].flatMap(
      (partner) => layersOf({ partner }).layers,
    );
    expect(
      layers.filter(({ events }) => events.length === 0 || events.some((id) => !papers.event(id))),
    ).toEqual([]);
  });
});
