import { readFileSync } from 'node:fs';
import { parseDay, quadrantChart, Timeline, viewOf } from '@policy-timeline/domain';
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

const printed = readFileSync(new URL('fixtures/quadrants-of-paper-004.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(2)
  .map((line) => line.split(','))
  .map(([code = '', ...cells]) => {
    const [balance, percent, year, named, byRule] = cells.map((cell) => (cell === '' ? null : Number(cell)));
    return { code, balance, percent, year, named, byRule };
  });
const chart = quadrantChart(papers, on('2025-06-01'));
const row = (code: string) => chart.rows.find((r) => r.code === code);

describe('the quadrant chart of paper 004 (figures 2 and 3, section 4)', () => {
  it('has the figures, years, named quadrants and quadrants by rule of all 68 rows', () => {
    expect(chart.rows.length).toBe(68);
    expect(
      printed.map(({ code }) => {
        const r = row(code);
        return {
          code,
          balance: r?.balance?.amount ?? null,
          percent: r?.spending?.amount ?? null,
          year: r?.spending?.year ?? null,
          named: r?.placedByPaper?.quadrant ?? null,
          byRule: r?.quadrant ?? null,
        };
      }),
    ).toEqual(printed);
  });

  it('counts 2, 4, 36 and 21 countries in the quadrants, and 5 in none', () => {
    const count = (q: number | null) => chart.rows.filter(({ quadrant }) => quadrant === q).length;
    expect([1, 2, 3, 4, null].map(count)).toEqual([2, 4, 36, 21, 5]);
    expect(chart.rows.filter(({ noQuadrant }) => noQuadrant).map(({ code }) => code)).toEqual([
      'EU',
      'FLK',
      'LIE',
      'NRU',
      'VUT',
    ]);
  });

  it('flags Mozambique, exactly on 2.0, and it alone', () => {
    expect(chart.rows.filter(({ boundary }) => boundary).map(({ code }) => code)).toEqual(['MOZ']);
    expect(row('MOZ')?.byRule).toEqual({ above: 3, atLeast: 4 });
  });

  it('names those within 0.1 points', () =>
    expect(chart.rows.filter(({ close }) => close).map(({ code }) => code)).toEqual([
      'AUS',
      'DEU',
      'FRA',
      'MKD',
      'MOZ',
      'NLD',
      'NOR',
      'TWN',
    ]));

  it('keeps source and year of the spending apart', () => {
    const figures = row('JPN')?.spendingBySource.map(({ source, amount, year }) => [source, amount, year]);
    expect(figures).toEqual([
      ['PAPER', 1.4, 2024],
      ['SIPRI', 1.37, 2024],
      ['MINISTRY', 1.12, 2023],
    ]);
    expect(['LAO', 'LBY', 'SYR', 'VEN', 'VNM'].map((code) => row(code)?.spending?.year)).toEqual([
      2013, 2023, 2010, 2023, 2018,
    ]);
  });

  it('moves with the threshold', () => {
    const at13 = quadrantChart(papers, on('2025-06-01'), { thresholdPercent: 1.3 }).rows;
    expect(at13.find(({ code }) => code === 'JPN')?.quadrant).toBe(4);
    expect(at13.filter(({ boundary }) => boundary).map(({ code }) => code)).toEqual([
      'BEL',
      'CAN',
      'FJI',
      'PHL',
      'ZMB',
    ]);
    expect(() => quadrantChart(papers, on('2025-06-01'), { thresholdPercent: Number.NaN })).toThrow(
      /thresholdPercent/,
    );
  });

  it.each([
    ['2025-05-29', '2025-05-29', 'NOT_YET_KNOWN', 0],
    ['2025-06-01', '2025-05-29', 'NOT_YET_KNOWN', 0],
    ['2025-05-30', '2025-05-30', 'KNOWN', 68],
    ['2024-06-30', null, 'KNOWN', 68],
    ['2018-03-21', null, 'NO_PERIOD', 0],
  ])('on %s as known on %s: %s', (date, knownAt, figures, rows) => {
    const asked = quadrantChart(papers, on(date, knownAt));
    expect([asked.figures, asked.rows.length]).toEqual([figures, rows]);
    expect(asked.knownFrom).toBe(parseDay('2025-05-30'));
  });

  it('gives no conclusion before the paper and marks each as an opinion', () => {
    expect(quadrantChart(papers, on('2025-05-29')).conclusions).toEqual([]);
    expect(chart.conclusions.map(({ asMarked }) => asMarked)).toEqual(Array(4).fill('OPINION'));
  });

  it('has an event of the record behind every number', () => {
    const figures = chart.rows.flatMap((r) => [r.balance, r.spending, r.tariffShown, ...r.spendingBySource]);
    expect(figures.filter((f) => f !== null && !papers.event(f.event))).toEqual([]);
  });
});
