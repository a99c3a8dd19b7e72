import { parseDay, type TariffLayersQuestion, Timeline, tariffLayers, viewOf } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/load-catalogue.js';

/** The whole record: instruments where it has them, the papers' accounts of them beside. */
const record = Timeline.of(loadCatalogue().events.map((event, position) => ({ event, position })));
const on = (date: string) => viewOf({ date: parseDay(date), knownAt: parseDay(date) });
const layersOf = (question: TariffLayersQuestion, date = '2025-06-01') =>
  tariffLayers(record, on(date), question);
const states = (question: TariffLayersQuestion, date?: string) =>
  Object.fromEntries(
    layersOf(question, date).layers.map(({ slot, state, ratePercent }) => [
      slot.slice(slot.indexOf('/us/') + 4),
      [state, ratePercent],
    ]),
  );

describe('layers of papers 004 (section 2 (2), section 5) and 000 on the whole record', () => {
  it('Japan on 1 June 2025: base in force, top-up paused, sector duties beside them', () => {
    expect(states({ partner: 'JPN' })).toMatchObject({
      base: ['IN_FORCE', 10],
      'reciprocal/JPN': ['PAUSED', 24],
      'section-232-cars': ['IN_FORCE', 25],
      'section-232-metals/steel': ['IN_FORCE', 25],
    });
    const paused = layersOf({ partner: 'JPN' }).layers.find(({ state }) => state === 'PAUSED');
    expect(paused?.topUpPercent).toBe(14);
  });

  it.each<[string, TariffLayersQuestion, string, number | null]>([
    ['the base alone before the country rates begin', { partner: 'JPN' }, '2025-04-06', 10],
    ['the listed total on 9 April', { partner: 'JPN' }, '2025-04-09', 24],
    ['the base alone during the pause', { partner: 'JPN' }, '2025-06-01', 10],
    ['steel: the metal duty in place of the base', { partner: 'JPN', goods: 'steel' }, '2025-06-01', 25],
    ['Canada: 25 instead of the reciprocal tariff', { partner: 'CAN' }, '2025-06-01', 25],
    ['Canada under USMCA: nothing', { partner: 'CAN', claimsUsmca: true }, '2025-06-01', 0],
    ['Russia: left out', { partner: 'RUS' }, '2025-06-01', 0],
    ['China after Geneva: 20 and 10', { partner: 'CHN' }, '2025-06-01', 30],
    ['China on 12 April: 145', { partner: 'CHN' }, '2025-04-12', 145],
    ['a base-only partner', { partner: 'AUS' }, '2025-06-01', 10],
    ['the EU rate covers the Netherlands, a partner with a US surplus', { partner: 'NLD' }, '2025-04-09', 20],
    ['nothing before the announcement', { partner: 'AUS' }, '2025-04-01', 0],
    ['Mexican steel spared in 2018', { partner: 'MEX', goods: 'steel' }, '2018-03-23', 0],
  ])('%s', (_why, question, date, total) => expect(layersOf(question, date).totalPercent).toBe(total));

  it('says why there is no total', () =>
    expect(layersOf({ partner: 'JPN' }, '1999-01-01')).toMatchObject({
      totalPercent: null,
      doubt: 'NO_RECORD',
    }));

  it('shows exclusions, and what officials said of them', () => {
    expect(states({ partner: 'RUS' })).toMatchObject({ 'reciprocal/RUS': ['EXCLUDED', null] });
    expect(states({ partner: 'CAN' }).base?.[0]).toBe('EXCLUDED');
    expect(layersOf({ partner: 'RUS' }).remarks.map(({ event }) => event)).toEqual([
      'leavitt-exclusions-remark',
      'bessent-russia-tariff-remark',
    ]);
  });

  it('shows threats as threats, with their sequel, and agreements without a day as agreed', () => {
    expect(states({ partner: 'NLD' })['eu-50']).toEqual(['THREATENED', 50]);
    expect(states({ partner: 'GBR' })['section-232-cars/GBR']?.[0]).toBe('AGREED');
    expect(states({ partner: 'GBR' }).reciprocal).toEqual(['NOT_LISTED', null]);
    expect(layersOf({ partner: 'COL' }, '2025-02-01').threats.map(({ toldBy }) => toldBy)).toContain(
      'colombia-tariff-threat',
    );
  });

  it('has an event of the record behind every layer', () => {
    const layers = ['JPN', 'CAN', 'CHN', 'GBR', 'BRA', 'DEU'].flatMap(
      (partner) => layersOf({ partner }).layers,
    );
    expect(
      layers.filter(({ events }) => events.length === 0 || events.some((id) => !record.event(id))),
    ).toEqual([]);
  });
});
