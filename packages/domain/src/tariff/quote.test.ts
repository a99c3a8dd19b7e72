import { describe, expect, it } from 'vitest';
import { Timeline } from '../bitemporal/timeline.js';
import type { Track } from '../events/envelope.js';
import type { Value } from '../events/value.js';
import { attested, covered, ended, log, on, ordered, paused, percent } from '../testing/index.js';
import type { TariffQuestion } from './question.js';
import { quoteTariff, type TariffQuote } from './quote.js';
import { quoteIntervals } from './quote-intervals.js';
import { slots, withTerms } from './testing/duties.js';

const inclusive = (ratePercent: number): Value => ({ kind: 'RATE', ratePercent, rateBasis: 'INCLUSIVE' });

const BASE = 'tariff/us/base';
const FENTANYL = 'tariff/us/ieepa-fentanyl/CHN';
const CHINA = 'tariff/us/reciprocal/CHN';
const JAPAN = 'tariff/us/reciprocal/JPN';
const STEEL = 'tariff/us/section-232-metals/steel';

const record = Timeline.of(
  log(
    { ...covered('2030'), title: { en: 'reciprocal tariffs', ja: '相互関税' } },
    covered('2030', { topic: 'bodies' }),
    ...slots(['*'], BASE, STEEL, 'tariff/us/section-122', 'tariff/us/section-232-copper'),
    ...slots(['CHN'], FENTANYL, CHINA),
    ...slots(['JPN'], JAPAN),
    ...slots(['CAN'], `${STEEL}/CAN`, 'tariff/us/ieepa-fentanyl/CAN', 'tariff/us/ieepa-fentanyl/CAN-potash'),
    ...slots(['org:eu'], 'tariff/us/reciprocal/EU'),
    withTerms(ordered('10 %', { id: 'eo-14257', slot: BASE, from: '2025-04-05', known: '2025-04-02' }), {
      exclude: {
        partners: ['CAN', 'MEX'],
        lists: ['annex-ii'],
        conditions: ['in-transit-before-2025-04-05'],
      },
      conditions: ['us-content-20'],
    }),
    withTerms(ordered('20 %', { id: 'fentanyl-20', slot: FENTANYL, from: '2025-03-04' }), {
      cumulatesWith: ['chn-125', 'eo-14298'],
    }),
    withTerms(ordered('125 %', { id: 'chn-125', slot: CHINA, from: '2025-04-10', known: '2025-04-09' }), {
      displaces: ['eo-14257'],
    }),
    withTerms(
      paused({
        id: 'eo-14298',
        slot: CHINA,
        from: '2025-05-14',
        until: '2025-08-12',
        known: '2025-05-12',
        rate: '10 %',
      }),
    ),
    withTerms(ordered('15 %', { id: 'recip2-jpn', slot: JAPAN, from: '2025-08-07', known: '2025-07-31' }), {
      displaces: ['eo-14257'],
    }),
    withTerms(
      ordered(inclusive(15), { id: 'jpn-15', slot: JAPAN, from: '2025-08-07', known: '2025-09-04' }),
      {
        displaces: ['eo-14257', 'recip2-jpn'],
      },
    ),
    ...[BASE, JAPAN].flatMap((slot) => [
      ended({ id: `eo-14389 ${slot}`, slot, from: '2026-02-20', known: '2026-02-20', track: 'LEGAL' }),
      ended({ id: `csms ${slot}`, slot, from: '2026-02-24', known: '2026-02-20', track: 'COLLECTED' }),
    ]),
    withTerms(ordered('25 %', { id: 'steel-2018', slot: STEEL, from: '2018-03-23', known: '2018-03-08' }), {
      authority: 'SECTION_232',
      include: { lists: ['s232-steel-mill-articles'] },
    }),
    withTerms(
      ordered(
        { kind: 'EXEMPT' },
        { id: 'steel-can-exempt', slot: `${STEEL}/CAN`, from: '2018-03-23', until: '2018-06-01' },
      ),
      { authority: 'SECTION_232', include: { lists: ['s232-steel-mill-articles'] } },
    ),
    withTerms(
      ordered({ kind: 'EXEMPT' }, { id: 'steel-can-lifted', slot: `${STEEL}/CAN`, from: '2019-05-20' }),
      {
        authority: 'SECTION_232',
        include: { lists: ['s232-steel-mill-articles'] },
      },
    ),
    withTerms(
      ordered('25 %', { id: 'ieepa-can', slot: 'tariff/us/ieepa-fentanyl/CAN', from: '2025-03-04' }),
      {
        exclude: { conditions: ['claims-usmca-from-2025-03-07'] },
      },
    ),
    withTerms(
      ordered('10 %', {
        id: 'ieepa-can-potash',
        slot: 'tariff/us/ieepa-fentanyl/CAN-potash',
        from: '2025-03-07',
      }),
      {
        include: { lists: ['potash'] },
      },
    ),
    withTerms(
      ordered('10 %', {
        id: 's122',
        slot: 'tariff/us/section-122',
        from: '2026-02-24',
        until: '2026-07-24',
        known: '2026-02-20',
      }),
      { authority: 'SECTION_122', exclude: { conditions: ['claims-usmca'] } },
    ),
    withTerms(ordered('50 %', { id: 'copper', slot: 'tariff/us/section-232-copper', from: '2025-08-01' }), {
      authority: 'SECTION_232',
      include: { hs: ['7408'] },
      unstated: true,
    }),
    withTerms(ordered('20 %', { id: 'recip-eu', slot: 'tariff/us/reciprocal/EU', from: '2025-04-09' }), {
      displaces: ['eo-14257'],
    }),
    attested('membership/eu/DEU', { from: '1958-01-01' }),
    attested('membership/eu/GBR', { from: '1973-01-01', until: '2020-02-01' }),
  ),
);

interface Asked extends Partial<TariffQuestion> {
  readonly track?: Track;
  readonly knownAt?: string;
}
const quote = (
  partner: string,
  date: string,
  { track = 'LEGAL', knownAt, ...facts }: Asked = {},
): TariffQuote =>
  quoteTariff(
    record,
    { partner, product: 'ordinary', ...facts },
    { date: on(date), knownAt: on(knownAt ?? date), track },
  );
/** `APPLIED 125 tariff/us/reciprocal/CHN`, in the order told. */
const lines = ({ lines: all }: TariffQuote): readonly string[] =>
  all.map(({ status, additionalPercent, instrument }) => `${status} ${additionalPercent} ${instrument}`);

describe('an ordinary good of China', () => {
  it('pays two IEEPA duties that sum to 145, the base giving way to the country rate', () => {
    const answer = quote('CHN', '2025-04-12');
    expect(answer.additionalPercent).toBe(145);
    expect(lines(answer)).toEqual([`APPLIED 125 ${CHINA}`, `APPLIED 20 ${FENTANYL}`, `DISPLACED 0 ${BASE}`]);
    expect(answer.lines[2]?.displacedBy).toBe(CHINA);
  });

  it('pays 30 while the country rate is paused: the 10 kept is the base itself, counted once', () => {
    const answer = quote('CHN', '2025-06-15');
    expect(answer.additionalPercent).toBe(30);
    expect(lines(answer)).toEqual([`APPLIED 20 ${FENTANYL}`, `APPLIED 10 ${BASE}`, `SUSPENDED 0 ${CHINA}`]);
  });

  it('pays only on its foreign share once a fifth of it is US content', () => {
    const answer = quote('CHN', '2025-06-15', { usContentPercent: 40 });
    expect(lines(answer)).toContain(`APPLIED 6 ${BASE}`);
    expect(answer.additionalPercent).toBe(26);
  });
});

describe('steel of Canada in 2018', () => {
  it.each([
    ['2018-04-15', 0, ['EXEMPT 0 tariff/us/section-232-metals/steel/CAN']],
    ['2018-07-01', 25, ['APPLIED 25 tariff/us/section-232-metals/steel']],
    ['2019-06-01', 0, ['EXEMPT 0 tariff/us/section-232-metals/steel/CAN']],
  ])('on %s pays %d, by one line', (date, sum, told) => {
    const answer = quote('CAN', date, { product: 'steel' });
    expect(answer.additionalPercent).toBe(sum);
    expect(lines(answer).filter((line) => line.includes('steel'))).toEqual(told);
  });
});

describe('a good of Japan with MFN 5 %', () => {
  it('pays 20 % all in as known in August, 15 % as known in October', () => {
    const asKnown = (knownAt: string) => quote('JPN', '2025-08-20', { knownAt, mfnRatePercent: 5 });
    expect(asKnown('2025-08-25').allInPercent).toBe(20);
    const corrected = asKnown('2025-10-01');
    expect(corrected.allInPercent).toBe(15);
    expect(corrected.lines[0]?.decidedBy).toBe('jpn-15');
    expect(corrected.lines[0]?.retroactiveDays).toBe(28);
    expect(corrected.lines[0]?.reason.en).toContain('retroactive to 7 August 2025');
  });

  it('has a range where the rate includes an MFN that is not given', () => {
    const answer = quote('JPN', '2025-10-01');
    expect(answer.additionalPercent).toBeNull();
    expect(answer.additionalRange).toEqual({ minPercent: 0, maxPercent: 15 });
  });

  it('pays no addition where MFN is higher', () => {
    expect(quote('JPN', '2025-10-01', { mfnRatePercent: 25 }).allInPercent).toBe(25);
  });

  it('is out of the duty in law before it is out of it at the border', () => {
    const asked = { mfnRatePercent: 5 };
    expect(lines(quote('JPN', '2026-02-22', asked))).toContain(`ENDED 0 ${JAPAN}`);
    expect(lines(quote('JPN', '2026-02-22', { ...asked, track: 'COLLECTED' }))).toContain(
      `APPLIED 10 ${JAPAN}`,
    );
  });
});

describe('a good of Canada', () => {
  it('is exempt from the Section 122 duty with a USMCA claim, and told its scheduled end without', () => {
    const claimed = quote('CAN', '2026-03-01', { claims: ['USMCA'] });
    expect(lines(claimed)).toContain('EXEMPT 0 tariff/us/section-122');
    const plain = quote('CAN', '2026-03-01', { claims: [] }).lines.find(
      ({ authority }) => authority === 'SECTION_122',
    );
    expect(plain).toMatchObject({ status: 'APPLIED', additionalPercent: 10, scheduledUntil: '2026-07-24' });
  });

  it('assumes no claim where none is told, and says so', () => {
    expect(quote('CAN', '2025-06-01').assumptions.map(({ en }) => en)).toContain('USMCA is not claimed');
  });

  it('names lists and topics for a reader, in both languages, and leaves codes to programs', () => {
    const named = quote('CAN', '2025-06-01', { product: 'potash', claims: [] }).assumptions;
    expect(named).toContainEqual({
      en: 'the good is on no product list but potash',
      ja: 'カリ肥料以外の品目表には含まれない',
    });
    const late = quote('JPN', '2031-06-01').assumptions.find(({ en }) => en.includes('complete only'));
    expect(late).toEqual({
      en: 'the record of “reciprocal tariffs” is complete only through 31 December 2030',
      ja: '「相互関税」の記録は2030年12月31日までのみ網羅している',
    });
  });

  it('pays the part rate for potash, in place of the rate for all goods', () => {
    const answer = quote('CAN', '2025-06-01', { product: 'potash', claims: [] });
    expect(answer.additionalPercent).toBe(10);
    expect(lines(answer)).toContain('APPLIED 10 tariff/us/ieepa-fentanyl/CAN-potash');
  });

  it('does not guess whether a code is on a list', () => {
    const answer = quote('CAN', '2025-06-01', { product: '3104.20', claims: [] });
    expect(answer.additionalPercent).toBeNull();
    // Potash or not: 10 or 25; of steel Canada is exempt, on the list or not.
    expect(answer.additionalRange).toEqual({ minPercent: 10, maxPercent: 25 });
    expect(answer.lines.map(({ reason }) => reason.en).join()).toContain(
      'whether 310420 is on potash is not recorded',
    );
  });
});

describe('what no source settles', () => {
  it('is a range: two duties, one without a stated rule', () => {
    const answer = quote('JPN', '2025-08-20', {
      product: '7408.11',
      mfnRatePercent: 0,
      knownAt: '2025-08-20',
    });
    expect(answer.additionalPercent).toBeNull();
    expect(lines(answer)).toContain('UNRESOLVED null tariff/us/section-232-copper');
    expect(answer.additionalRange.maxPercent).toBe(90);
  });

  it('is nothing at all before the record begins', () => {
    const answer = quote('JPN', '1995-01-01');
    expect(answer.additionalPercent).toBeNull();
    expect(answer.additionalRange).toEqual({ minPercent: null, maxPercent: null });
    expect(new Set(answer.lines.map(({ status }) => status))).toEqual(new Set(['UNRESOLVED']));
  });

  it('is nothing in an empty record', () => {
    const answer = quoteTariff(
      Timeline.of([]),
      { partner: 'JPN', product: 'ordinary' },
      { date: on('2025-05-01') },
    );
    expect(answer.additionalPercent).toBeNull();
  });
});

describe('members of a bloc', () => {
  it('pay its rate on the days they are in it', () => {
    expect(lines(quote('DEU', '2025-06-01'))).toContain('APPLIED 20 tariff/us/reciprocal/EU');
    expect(lines(quote('GBR', '2025-06-01'))).toEqual([`APPLIED 10 ${BASE}`]);
  });
});

describe('goods in transit', () => {
  it('are out by the day of loading', () => {
    expect(quote('GBR', '2025-05-01', { exportedOn: '2025-04-04' }).additionalPercent).toBe(0);
    expect(quote('GBR', '2025-05-01', { exportedOn: '2025-04-05' }).additionalPercent).toBe(10);
  });

  it('keep the rate that was in force before a step up, for as long as the grace lasts', () => {
    const slot = 'tariff/us/section-301/list';
    const steps = Timeline.of(
      log(
        covered('2030'),
        ...slots(['CHN'], slot),
        withTerms(ordered('10 %', { id: 'first', slot, from: '2018-09-24' })),
        withTerms(ordered('25 %', { id: 'step', slot, from: '2019-05-10', known: '2019-05-09' }), {
          exclude: { conditions: ['exported-before-2019-05-10-entered-before-2019-06-15'] },
        }),
      ),
    );
    const paid = (date: string, exportedOn: string) => {
      const { additionalPercent, lines: told } = quoteTariff(
        steps,
        { partner: 'CHN', product: 'ordinary', exportedOn },
        { date: on(date) },
      );
      return [additionalPercent, told[0]?.decidedBy, told[0]?.scheduledUntil];
    };
    expect(paid('2019-06-01', '2019-05-09')).toEqual([10, 'first', '2019-06-15']);
    expect(paid('2019-06-01', '2019-05-10')).toEqual([25, 'step', null]);
    expect(paid('2019-06-15', '2019-05-09')).toEqual([25, 'step', null]);
  });
});

describe('small shipments', () => {
  const closed = 'tariff/us/de-minimis/CHN';
  const closing = Timeline.of(
    log(
      covered('2030'),
      ...slots(['CHN'], FENTANYL, closed),
      withTerms(ordered('20 %', { id: 'fentanyl-20', slot: FENTANYL, from: '2025-03-04' })),
      ordered('0 %', { id: 'closing', slot: closed, from: '2025-05-02', known: '2025-04-02' }),
    ),
  );
  const question = { partner: 'CHN', product: 'ordinary', customsValueUsd: 800 };
  const range = (date: string, facts: Partial<TariffQuestion> = {}) =>
    quoteTariff(closing, { ...question, ...facts }, { date: on(date) }).additionalRange;

  it('pay or are free until their duty-free route is closed', () => {
    expect(range('2025-05-01')).toEqual({ minPercent: 0, maxPercent: 20 });
    expect(range('2025-05-02')).toEqual({ minPercent: 20, maxPercent: 20 });
    expect(range('2025-05-01', { customsValueUsd: 801 })).toEqual({ minPercent: 20, maxPercent: 20 });
    expect(range('2025-05-01', { customsValueUsd: null })).toEqual({ minPercent: 20, maxPercent: 20 });
  });

  it('have lines without a number until then', () => {
    const [line] = quoteTariff(closing, question, { date: on('2025-05-01') }).lines;
    expect(line).toMatchObject({ status: 'UNRESOLVED', additionalPercent: null });
    expect(line?.reason.en).toContain('small shipments');
  });

  it('change on the day of the closing in a quote over a range', () => {
    const spans = quoteIntervals(closing, question, {}, { from: on('2025-04-15'), until: on('2025-05-15') });
    expect(spans.map(({ from }) => from)).toEqual([on('2025-04-15'), on('2025-05-02')]);
  });
});

describe('quotes over a range', () => {
  it('equal the quote of every day', () => {
    const view = { knownAt: on('2026-03-01') };
    const question = { partner: 'JPN', product: 'ordinary', mfnRatePercent: 5 };
    const intervals = quoteIntervals(record, question, view, {
      from: on('2025-01-01'),
      until: on('2026-09-01'),
    });
    for (const { from, until, quote: held } of intervals)
      for (let day = from; day < until; day++)
        expect(quoteTariff(record, question, { ...view, date: day as typeof from })).toEqual(held);
    expect(intervals.map((i) => i.quote.allInPercent)).toContain(15);
    expect(intervals[0]?.from).toBe(on('2025-01-01'));
    expect(intervals.at(-1)?.until).toBe(on('2026-09-01'));
  });
});

describe('questions that cannot be', () => {
  it.each([
    ['partner', { partner: 'XKX' }],
    ['partner', { partner: 'YUG' }],
    ['partner', { partner: 'EUE' }],
    ['partner', { partner: 'EU' }],
    ['partner', { partner: 'jpn' }],
    ['partner', { partner: '' }],
    ['product', { product: '8' }],
    ['product', { product: '870' }],
    ['product', { product: '87..03' }],
    ['product', { product: '8703.' }],
    ['product', { product: '87A3' }],
    ['product', { product: '00' }],
    ['product', { product: '870322011011' }],
    ['product', { product: '８７０３' }],
    ['product', { product: '' }],
    ['product', { product: 'no-such-list' }],
    ['product', { product: 'a'.repeat(5000) }],
    ['claims', { claims: ['TPP'] }],
  ])('refuses %s %o by code', (field, parts) => {
    const ask = () =>
      quoteTariff(record, { partner: 'JPN', product: 'ordinary', ...parts }, { date: on('2025-05-01') });
    expect(ask).toThrow(expect.objectContaining({ code: 'INVALID_CODE', field }));
  });

  it.each([
    ['exportedOn', { exportedOn: '2025-05-02' }],
    ['usContentPercent', { usContentPercent: 101 }],
    ['usContentPercent', { usContentPercent: -1 }],
    ['mfnRatePercent', { mfnRatePercent: Number.NaN }],
    ['mfnRatePercent', { mfnRatePercent: Number.POSITIVE_INFINITY }],
    ['customsValueUsd', { customsValueUsd: -5 }],
    ['claims', { claims: ['USMCA'] }],
    ['partner', { partner: 'USA' }],
  ])('refuses %s %o as contradictory', (field, parts) => {
    const ask = () =>
      quoteTariff(record, { partner: 'JPN', product: 'ordinary', ...parts }, { date: on('2025-05-01') });
    expect(ask).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }));
  });

  it('takes codes with and without dots', () => {
    const asked = (product: string) => quote('JPN', '2025-08-20', { product, mfnRatePercent: 0 });
    expect(asked('7408.11')).toEqual(asked('740811'));
  });
});

it('keeps the sum of decimals exact', () => {
  const timeline = Timeline.of(
    log(
      ...slots(['JPN'], 'tariff/us/a/JPN', 'tariff/us/b/JPN'),
      withTerms(ordered(percent(0.1), { id: 'a', slot: 'tariff/us/a/JPN', from: '2025-01-01' }), {
        cumulatesWith: ['b'],
      }),
      withTerms(ordered(percent(0.2), { id: 'b', slot: 'tariff/us/b/JPN', from: '2025-01-01' })),
    ),
  );
  const answer = quoteTariff(timeline, { partner: 'JPN', product: 'ordinary' }, { date: on('2025-05-01') });
  expect(answer.additionalPercent).toBe(0.3);
});

describe('a duty of which only the month is known', () => {
  const month = Timeline.of(
    log(
      covered('2030'),
      ...slots(['JPN'], JAPAN),
      withTerms(
        ordered('24 %', { id: 'some-day-in-april', slot: JAPAN, from: '2025-04', known: '2025-03-31' }),
      ),
    ),
  );
  it.each([
    ['NOMINAL', '2025-04-01', 24],
    ['CERTAIN', '2025-04-29', 0],
    ['CERTAIN', '2025-04-30', 24],
    ['POSSIBLE', '2025-04-01', 24],
  ] as const)('by the reading %s is on %s %i %%', (reading, date, percent) => {
    const quote = quoteTariff(month, { partner: 'JPN', product: 'ordinary' }, { date: on(date), reading });
    expect(quote.additionalPercent).toBe(percent);
  });

  it('is charged before the month is out only where it may have been known', () => {
    const heard = Timeline.of(
      log(
        covered('2030'),
        ...slots(['*'], BASE),
        ...slots(['JPN'], JAPAN),
        withTerms(ordered('10 %', { id: 'base', slot: BASE, from: '2025-04-05', known: '2025-04' })),
      ),
    );
    const known = (reading: 'NOMINAL' | 'POSSIBLE') =>
      quoteTariff(
        heard,
        { partner: 'JPN', product: 'ordinary' },
        { date: on('2025-04-06'), knownAt: on('2025-04-10'), reading },
      ).additionalPercent;
    expect([known('NOMINAL'), known('POSSIBLE')]).toEqual([0, 10]);
  });
});

it('does not guess the first day of a duty whose act leaves it open: the notice on Japanese cars of September 2025', () => {
  const CARS = 'tariff/us/section-232-cars';
  const promised = {
    ...ordered(inclusive(15), {
      id: 'jpn-cars-15',
      slot: `${CARS}/JPN`,
      from: '2025-09-16',
      known: '2025-09-04',
    }),
    effective: { from: { date: null, earliest: '2025-09-09', latest: '2025-09-16' } },
  };
  const cars = Timeline.of(
    log(
      covered('2030'),
      ...slots(['*'], CARS),
      ...slots(['JPN'], `${CARS}/JPN`),
      withTerms(ordered('25 %', { id: 'cars-25', slot: CARS, from: '2025-04-03', known: '2025-03-26' }), {
        include: { lists: ['passenger-vehicles'] },
      }),
      withTerms(promised, { include: { lists: ['passenger-vehicles'] } }),
    ),
  );
  const question: TariffQuestion = { partner: 'JPN', product: 'passenger-vehicles', mfnRatePercent: 2.5 };
  const allIn = (date: string, reading?: 'CERTAIN' | 'POSSIBLE') => {
    const { allInPercent, additionalRange: range } = quoteTariff(cars, question, {
      date: on(date),
      knownAt: on('2025-09-05'),
      ...(reading && { reading }),
    });
    return allInPercent ?? [range.minPercent, range.maxPercent];
  };
  expect(allIn('2025-09-08')).toBe(27.5);
  expect(allIn('2025-09-09')).toEqual([12.5, 25]);
  expect(allIn('2025-09-15')).toEqual([12.5, 25]);
  expect(allIn('2025-09-16')).toBe(15);
  expect(allIn('2025-09-12', 'CERTAIN')).toBe(27.5);
  expect(allIn('2025-09-12', 'POSSIBLE')).toBe(15);
  const days = quoteIntervals(
    cars,
    question,
    { knownAt: on('2025-09-05') },
    { from: on('2025-09-01'), until: on('2025-10-01') },
  );
  expect(days.map(({ from, quote }) => [from, quote.allInPercent])).toContainEqual([on('2025-09-16'), 15]);
  const { lines } = quoteTariff(cars, question, { date: on('2025-09-12') });
  expect(lines.find(({ slot }) => slot === `${CARS}/JPN`)?.reason.en).toContain(
    'its act leaves the first day open, between 9 September 2025 and 16 September 2025',
  );
});

it('frees goods for everyone whatever the rate of their country: the farm goods of EO 14360', () => {
  const farm = Timeline.of(
    log(
      covered('2030'),
      ...slots(['*'], BASE, 'tariff/us/reciprocal/farm-goods'),
      ...slots(['BRA'], 'tariff/us/reciprocal/BRA'),
      withTerms(ordered('10 %', { id: 'base', slot: BASE, from: '2025-04-05' })),
      withTerms(ordered('10 %', { id: 'bra', slot: 'tariff/us/reciprocal/BRA', from: '2025-08-07' }), {
        displaces: ['base'],
      }),
      withTerms(
        ordered(
          { kind: 'EXEMPT' },
          { id: 'farm', slot: 'tariff/us/reciprocal/farm-goods', from: '2025-11-13' },
        ),
        { include: { lists: ['farm-goods'] }, displaces: ['base'] },
      ),
    ),
  );
  const told = (partner: string, product: string) => {
    const { additionalPercent, lines } = quoteTariff(farm, { partner, product }, { date: on('2025-12-01') });
    return [additionalPercent, ...lines.map(({ slot, status }) => `${status} ${slot.slice(10)}`)];
  };
  expect(told('BRA', 'farm-goods')).toEqual([
    0,
    'EXEMPT reciprocal/farm-goods',
    'DISPLACED base',
    'DISPLACED reciprocal/BRA',
  ]);
  expect(told('CHL', 'farm-goods')).toEqual([0, 'EXEMPT reciprocal/farm-goods', 'DISPLACED base']);
  expect(told('BRA', 'ordinary')[0]).toBe(10);
});

describe('the lists that a good is said to be on', () => {
  const PARTS = 'tariff/us/section-232-cars/parts';
  const lists = Timeline.of(
    log(
      covered('2030'),
      ...slots(['*'], BASE, PARTS, 'tariff/us/reciprocal/farm-goods'),
      withTerms(ordered('10 %', { id: 'base', slot: BASE, from: '2025-04-05' }), {
        exclude: { lists: ['annex-ii'] },
      }),
      withTerms(ordered('25 %', { id: 'parts', slot: PARTS, from: '2025-05-03' }), {
        include: { lists: ['car-parts'] },
        displaces: ['base'],
      }),
    ),
  );
  const ask = (product: string, told?: readonly string[]) => {
    const quote = quoteTariff(
      lists,
      { partner: 'DEU', product, ...(told && { lists: told }) },
      { date: on('2025-06-01') },
    );
    return {
      percent: quote.additionalPercent,
      open: quote.openLists.map(({ name, assumedOff }) => [name, assumedOff]),
    };
  };
  it('settle what a code leaves open, and what is assumed without them', () => {
    expect(ask('8421')).toEqual({
      percent: null,
      open: [
        ['car-parts', false],
        ['annex-ii', true],
      ],
    });
    expect(ask('8421', [])).toEqual({ percent: 10, open: [] });
    expect(ask('8421', ['car-parts'])).toEqual({ percent: 25, open: [] });
    expect(ask('8421', ['annex-ii'])).toEqual({ percent: 0, open: [] });
    expect(ask('car-parts', ['annex-ii'])).toEqual({ percent: 25, open: [] });
  });
  it('must be lists of the record, and none of a good that is on none', () => {
    expect(() => ask('8421', ['spare-car-wheels'])).toThrow('lists: "spare-car-wheels" is no list');
    expect(() => ask('8421', ['spare-car-wheels'])).toThrow('such as car-parts');
    expect(() => ask('ordinary', ['car-parts'])).toThrow('lists: a good that is "ordinary" is on no list');
    expect(ask('ordinary', [])).toEqual({ percent: 10, open: [] });
  });
});

it('a list of which a duty covers a part leaves it open, and the code settles it: Canadian aluminium of August 2020', () => {
  const ALUMINIUM = 'tariff/us/section-232-metals/aluminium';
  const metals = Timeline.of(
    log(
      covered('2030'),
      ...slots(['*'], ALUMINIUM),
      ...slots(['CAN'], `${ALUMINIUM}/CAN`, `${ALUMINIUM}/CAN-unwrought`),
      withTerms(ordered('10 %', { id: 'aluminium', slot: ALUMINIUM, from: '2018-03-23' }), {
        include: { hs: ['7601', '7606'], lists: ['aluminium-articles'] },
      }),
      withTerms(ordered({ kind: 'EXEMPT' }, { id: 'lifted', slot: `${ALUMINIUM}/CAN`, from: '2019-05-20' }), {
        include: { lists: ['aluminium-articles'] },
      }),
      withTerms(ordered('10 %', { id: 'again', slot: `${ALUMINIUM}/CAN-unwrought`, from: '2020-08-16' }), {
        include: { hs: ['760110'] },
        displaces: ['lifted', 'aluminium'],
      }),
    ),
  );
  const ask = (product: string) => {
    const quote = quoteTariff(metals, { partner: 'CAN', product }, { date: on('2020-08-20') });
    return [
      quote.additionalRange.minPercent,
      quote.additionalRange.maxPercent,
      quote.openLists.map(({ name, partCodes }) => [name, partCodes]),
    ];
  };
  const open = [['aluminium-articles', ['760110']]];
  expect(ask('aluminium-articles')).toEqual([0, 10, open]);
  expect(ask('aluminium')).toEqual([0, 10, open]);
  expect(ask('7601.10')).toEqual([10, 10, []]);
  expect(ask('7606')).toEqual([0, 0, []]);
});
