import { readFileSync } from 'node:fs';
import {
  type Day,
  formatDay,
  parseDay,
  quoteIntervals,
  quoteTariff,
  type TariffQuestion,
  type Timeline,
} from '@policy-timeline/domain';

/** The level of the published series before the first step: what every import is taken to pay as MFN. */
const MFN_PERCENT = 2.3;

/** Kosovo has no code of ISO 3166-1; a quote for it is refused. */
const WITHOUT_CODE = new Set(['', 'XKX']);

export interface Weighed {
  readonly partner: string;
  readonly claims: readonly string[];
  /** Share of all imports of 2024. */
  readonly share: number;
}
export interface Month {
  readonly month: string;
  readonly published: number;
  readonly ours: number;
  readonly projected: boolean;
}
export interface PublishedStep {
  readonly date: string;
  readonly rate: number;
  readonly change: number;
}

const rowsOf = (name: string): readonly (readonly string[])[] =>
  readFileSync(new URL(`../../reference/${name}.csv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

/** Partners by their share of imports; Canada and Mexico in two parts, with a claim and without. */
export function weights(): readonly Weighed[] {
  const rows = rowsOf('us-imports-2024').map(([iso3 = '', name = '', kind = '', usd = '']) => ({
    iso3,
    name,
    kind,
    usd: Number(usd),
  }));
  const amountOf = (name: string): number => rows.find((row) => row.name === name)?.usd ?? Number.NaN;
  const world = amountOf('World Not Seasonally Adjusted');
  const claimed: Readonly<Record<string, number>> = {
    CAN: amountOf('USMCA with Canada (Consump)'),
    MEX: amountOf('USMCA with Mexico (Consump)'),
  };
  return rows
    .filter(({ kind, iso3 }) => kind === 'country' && !WITHOUT_CODE.has(iso3))
    .flatMap(({ iso3, usd }): readonly Weighed[] => {
      const usmca = claimed[iso3];
      if (usmca === undefined) return [{ partner: iso3, claims: [], share: usd / world }];
      return [
        { partner: iso3, claims: [], share: (usd - usmca) / world },
        { partner: iso3, claims: ['USMCA'], share: usmca / world },
      ];
    });
}

/** The import-weighted rate, MFN included, of one good on every day of `[from, until)`. */
function dailySeries(timeline: Timeline, product: string, from: Day, until: Day): Float64Array {
  const series = new Float64Array(until - from);
  for (const { share, ...who } of weights()) {
    const question: TariffQuestion = { ...who, product, mfnRatePercent: MFN_PERCENT };
    for (const { quote, ...stretch } of quoteIntervals(timeline, question, {}, { from, until })) {
      const rate = quote.allInPercent;
      if (rate === null)
        throw new Error(`${who.partner} ${product} is not settled on ${formatDay(stretch.from)}`);
      for (let day = stretch.from; day < stretch.until; day++)
        series[day - from] = (series[day - from] as number) + share * rate;
    }
  }
  return series;
}

/**
 * How the import-weighted rate of one good changes on a day, over the partners whose rate is settled before and after. Weights
 * are those of all goods, so for a good that is not ordinary only the direction tells.
 */
function changeOn(timeline: Timeline, product: string, day: Day): number {
  return weights().reduce((sum, { share, ...who }) => {
    const question = { ...who, product, mfnRatePercent: MFN_PERCENT, overQuota: false };
    const [before, after] = [(day - 1) as Day, day].map(
      (date) => quoteTariff(timeline, question, { date }).allInPercent,
    );
    return typeof before === 'number' && typeof after === 'number' ? sum + share * (after - before) : sum;
  }, 0);
}

export function months(timeline: Timeline): readonly Month[] {
  const rows = rowsOf('average-rate-by-month');
  const from = parseDay(`${rows[0]?.[0]}-01`);
  const last = rows.at(-1) as readonly string[];
  const until = (parseDay(`${last[0]}-01`) + Number(last[4])) as Day;
  const series = dailySeries(timeline, 'ordinary', from, until);
  return rows.map(([month = '', published, , , days, projected]) => {
    const start = parseDay(`${month}-01`) - from;
    const own = series.subarray(start, start + Number(days));
    return {
      month,
      published: Number(published),
      ours: own.reduce((sum, rate) => sum + rate, 0) / own.length,
      projected: projected === 'yes',
    };
  });
}

export function publishedSteps(): readonly PublishedStep[] {
  const rows = rowsOf('average-rate-steps').map(([date = '', rate]) => ({ date, rate: Number(rate) }));
  return rows.slice(1).map((row, i) => ({ ...row, change: row.rate - (rows[i]?.rate as number) }));
}

export interface Match {
  /** Of the published series. */
  readonly step: string;
  /** The good that the step is on, and the day on which the record has it change. */
  readonly product: string;
  readonly day: string;
  readonly act: string;
}

/** What of the record each published step is. Its days are the acts' own; the series dates some a few days off. */
export const MATCHES: readonly Match[] = [
  ['2025-02-04', 'ordinary', '2025-02-04', 'EO 14195, China 10 %'],
  ['2025-03-06', 'ordinary', '2025-03-04', 'EO 14193, 14194, 14228; USMCA goods freed on 7 March'],
  ['2025-03-12', 'steel', '2025-03-12', 'Proclamation 10896, metals 25 %'],
  ['2025-04-03', 'passenger-vehicles', '2025-04-03', 'Proclamation 10908, cars 25 %'],
  ['2025-04-05', 'ordinary', '2025-04-05', 'EO 14257, base 10 %'],
  ['2025-04-08', 'ordinary', '2025-04-09', 'EO 14257 Annex I, EO 14259, China 84 %'],
  ['2025-04-09', 'ordinary', '2025-04-10', 'EO 14266, pause; China 125 %'],
  ['2025-05-12', 'ordinary', '2025-05-14', 'EO 14298, China 10 %'],
  ['2025-06-03', 'steel', '2025-06-04', 'Proclamation 10947, metals 50 %'],
  ['2025-08-07', 'ordinary', '2025-08-07', 'EO 14326, second schedule'],
  ['2025-10-14', 'upholstered-wooden-furniture-note-37d', '2025-10-14', 'Proclamation 10976, timber'],
  ['2025-11-01', 'ordinary', '2025-11-10', 'EO 14357, China 10 %'],
  ['2025-11-14', 'ordinary', '2025-11-14', '90 FR 55964, 90 FR 59281, Korea and Switzerland'],
  ['2026-02-07', 'ordinary', '2026-02-07', 'EO 14384, India'],
  ['2026-02-20', 'ordinary', '2026-02-20', 'EO 14389, end of the IEEPA duties'],
  ['2026-02-24', 'ordinary', '2026-02-24', 'Proclamation 11012, surcharge 10 %'],
  ['2026-07-22', 'ordinary', '2026-07-22', '91 FR 45516, Brazil 25 %'],
  ['2026-07-24', 'ordinary', '2026-07-24', '91 FR 47318, forced labour; end of the surcharge'],
  ['2026-08-19', 'canada338b1-alcohol', '2026-08-22', 'Proclamations 11046 and 11056, section 338'],
].map(([step = '', product = '', day = '', act = '']) => ({ step, product, day, act }));

/** Published steps that no rate of the record moves with, and why. */
export const UNMATCHED: Readonly<Record<string, string>> = {
  '2025-04-11': 'electronics left out of the reciprocal duty: the codes of Annex II are not in the record',
  '2026-04-06': 'metals pay on their full value and over other lists; the rate itself does not rise',
};

export interface Compared extends Match {
  readonly published: number;
  readonly ours: number;
}
export const compared = (timeline: Timeline): readonly Compared[] =>
  MATCHES.map((match) => {
    const published = publishedSteps().find(({ date }) => date === match.step)?.change ?? Number.NaN;
    return { ...match, published, ours: changeOn(timeline, match.product, parseDay(match.day)) };
  });
