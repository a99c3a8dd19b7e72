import { describe, expect, it } from 'vitest';
import { Timeline } from '../bitemporal/timeline.js';
import type { LogEvent } from '../events/record-event.js';
import type { Value } from '../events/value.js';
import { covered, inBoth, log, on, ordered, paused } from '../testing/index.js';
import type { TariffQuestion } from './question.js';
import { quoteTariff, type TariffQuote } from './quote.js';
import { slots, type Written, withTerms } from './testing/duties.js';

const A = 'tariff/us/a/JPN';
const B = 'tariff/us/b/JPN';
const C = 'tariff/us/c/JPN';
const FROM = '2025-01-01';

/** A duty of 2025 on Japan, named after its slot. */
const duty = (
  slot: string,
  rate: `${number} %` | Value,
  terms: Written = {},
  id = slot.split('/')[2] ?? '',
): LogEvent => withTerms(ordered(rate, { id, slot, from: FROM }), terms);
const quoteOf = (facts: Partial<TariffQuestion>, ...events: readonly LogEvent[]): TariffQuote =>
  quoteTariff(
    Timeline.of(log(covered('2030'), ...slots(['JPN'], A, B, C), ...events)),
    { partner: 'JPN', product: 'ordinary', ...facts },
    { date: on('2025-05-01') },
  );
const told = ({ lines }: TariffQuote): readonly string[] =>
  lines.map(({ status, additionalPercent, instrument }) => `${status} ${additionalPercent} ${instrument}`);

describe('two duties on one good', () => {
  it('add up where one says so', () => {
    const answer = quoteOf({}, duty(A, '10 %', { cumulatesWith: ['b'] }), duty(B, '5 %', { unstated: true }));
    expect(answer.additionalPercent).toBe(15);
  });

  it('add up where both state their rules and neither names the other, and this is said', () => {
    const answer = quoteOf({}, duty(A, '10 %'), duty(B, '5 %'));
    expect(answer.additionalPercent).toBe(15);
    expect(answer.assumptions.map(({ en }) => en).join()).toContain('added together');
  });

  it('are a range where one states no rule: either alone, or both', () => {
    const answer = quoteOf({}, duty(A, '10 %'), duty(B, '5 %', { unstated: true }));
    expect(answer.additionalPercent).toBeNull();
    expect(answer.additionalRange).toEqual({ minPercent: 5, maxPercent: 15 });
    expect(told(answer)).toEqual([`APPLIED 10 ${A}`, `UNRESOLVED null ${B}`]);
  });

  it('stand alone where nothing else is in play, stated rule or not', () => {
    expect(quoteOf({}, duty(B, '5 %', { unstated: true })).additionalPercent).toBe(5);
  });

  it('are a range where either names the other as unsettled, though both state their rules', () => {
    for (const named of [
      quoteOf({}, duty(A, '10 %', { unsettledWith: ['b'] }), duty(B, '5 %')),
      quoteOf({}, duty(A, '10 %'), duty(B, '5 %', { unsettledWith: ['a'] })),
    ]) {
      expect(named.additionalRange).toEqual({ minPercent: 5, maxPercent: 15 });
      expect(told(named)).toEqual([`UNRESOLVED null ${A}`, `UNRESOLVED null ${B}`]);
    }
  });

  it('are unsettled by name within a quota only', () => {
    const quota: Value = {
      kind: 'QUOTA',
      withinPercent: 5,
      abovePercent: 25,
      rateBasis: 'ADDITIONAL',
      quota: 'a few',
    };
    const rangeOf = (overQuota: boolean | null) =>
      quoteOf({ overQuota }, duty(A, quota, { displaces: ['b'], unsettledWith: ['b'] }), duty(B, '10 %'))
        .additionalRange;
    expect(rangeOf(false)).toEqual({ minPercent: 5, maxPercent: 15 });
    expect(rangeOf(true)).toEqual({ minPercent: 25, maxPercent: 25 });
    expect(rangeOf(null)).toEqual({ minPercent: 5, maxPercent: 25 });
  });

  it('give way by the word of either side', () => {
    expect(quoteOf({}, duty(A, '10 %', { displaces: ['b'] }), duty(B, '5 %')).additionalPercent).toBe(10);
    expect(quoteOf({}, duty(A, '10 %'), duty(B, '5 %', { excludedBy: ['a'] })).additionalPercent).toBe(10);
  });

  it('are unsettled where each displaces the other', () => {
    const answer = quoteOf({}, duty(A, '10 %', { displaces: ['b'] }), duty(B, '5 %', { displaces: ['a'] }));
    expect(answer.additionalPercent).toBeNull();
    expect(answer.additionalRange).toEqual({ minPercent: 5, maxPercent: 15 });
  });
});

describe('three duties on one good', () => {
  it('a displaced duty displaces nothing', () => {
    const answer = quoteOf(
      {},
      duty(A, '10 %', { displaces: ['b'] }),
      duty(B, '5 %', { displaces: ['c'] }),
      duty(C, '3 %', { cumulatesWith: ['a'] }),
    );
    expect(told(answer)).toEqual([`APPLIED 10 ${A}`, `APPLIED 3 ${C}`, `DISPLACED 0 ${B}`]);
  });

  it('a ring of displacements is never a settled sum', () => {
    const answer = quoteOf(
      {},
      duty(A, '10 %', { displaces: ['b'] }),
      duty(B, '5 %', { displaces: ['c'] }),
      duty(C, '3 %', { displaces: ['a'] }),
    );
    expect(answer.additionalPercent).toBeNull();
    expect(answer.additionalRange).toEqual({ minPercent: 3, maxPercent: 18 });
  });
});

describe('a name in a stacking rule', () => {
  it('means the deciding act before an earlier act of the same slot', () => {
    const answer = quoteOf(
      {},
      duty(A, '10 %', {}, 'a-old'),
      withTerms(ordered('12 %', { id: 'a-new', slot: A, from: '2025-02-01' })),
      duty(B, '5 %', { displaces: ['a-old'], excludedBy: ['a-new'] }),
    );
    expect(told(answer)).toEqual([`APPLIED 12 ${A}`, `DISPLACED 0 ${B}`]);
  });

  it('means every act of the slot where only an earlier one is named', () => {
    const answer = quoteOf(
      {},
      duty(A, '10 %', {}, 'a-old'),
      withTerms(ordered('12 %', { id: 'a-new', slot: A, from: '2025-02-01' })),
      duty(B, '5 %', { displaces: ['a-old'] }),
    );
    expect(told(answer)).toEqual([`APPLIED 5 ${B}`, `DISPLACED 0 ${A}`]);
  });
});

describe('a suspended duty', () => {
  const pause = (rate: `${number} %`) =>
    withTerms(paused({ id: 'pause', slot: A, from: '2025-04-01', until: '2025-07-01', rate }));

  it('whose rate meanwhile is that of the duty it displaces leaves it to that duty', () => {
    const answer = quoteOf({}, duty(A, '24 %', { displaces: ['b'] }), duty(B, '10 %'), pause('10 %'));
    expect(answer.additionalPercent).toBe(10);
    expect(told(answer)).toEqual([`APPLIED 10 ${B}`, `SUSPENDED 0 ${A}`]);
  });

  it('with another rate meanwhile keeps the place of the duty it displaces', () => {
    const answer = quoteOf({}, duty(A, '24 %', { displaces: ['b'] }), duty(B, '10 %'), pause('12 %'));
    expect(answer.additionalPercent).toBe(12);
    expect(told(answer)).toEqual([`SUSPENDED 12 ${A}`, `DISPLACED 0 ${B}`]);
  });

  it('counts what applies meanwhile where it displaces nothing', () => {
    expect(quoteOf({}, duty(A, '24 %'), pause('10 %')).additionalPercent).toBe(10);
  });
});

describe('goods that the record does not settle', () => {
  const cars: Written = { include: { hs: ['87032301'], lists: ['passenger-vehicles'] }, displaces: ['b'] };

  it('codes bound the lists beside them', () => {
    const car = quoteOf({ product: '8703.23.01' }, duty(A, '25 %', cars), duty(B, '10 %'));
    expect(car.additionalPercent).toBe(25);
    expect(car.assumptions.map(({ en }) => en)).toContain('the good of 87032301 is on passenger vehicles');
    const bolt = quoteOf({ product: '7318.15' }, duty(A, '25 %', cars), duty(B, '10 %'));
    expect(bolt.additionalPercent).toBe(10);
  });

  it('a code too short to tell leaves a range, and what it may displace is open with it', () => {
    const answer = quoteOf({ product: '8703' }, duty(A, '25 %', cars), duty(B, '10 %'));
    expect(answer.additionalRange).toEqual({ minPercent: 10, maxPercent: 25 });
    expect(told(answer)).toEqual([`UNRESOLVED null ${A}`, `UNRESOLVED null ${B}`]);
    expect(answer.lines[0]?.reason.en).toContain('8703 is too short to tell');
  });

  it('a list has the codes that another duty writes beside it', () => {
    const list = { include: { lists: ['passenger-vehicles'] } };
    const answer = (product: string) =>
      quoteOf({ product }, duty(A, '25 %', cars), duty(C, '3 %', list), duty(B, '10 %')).additionalPercent;
    expect(answer('8703.23.01')).toBe(28);
    expect(answer('7318.15')).toBe(10);
  });

  it('parts of one act for different lists are one rate at most', () => {
    const act = ordered('50 %', { id: 'metals', slot: 'tariff/us/m/steel/JPN', from: FROM });
    const effect = act.effects[0];
    if (!effect) throw new Error('an order has an effect');
    const steel = withTerms(act, { include: { lists: ['steel'] } }).effects;
    const copper = withTerms(act, { include: { lists: ['copper'] } }).effects;
    const both = {
      ...act,
      effects: [...steel, ...copper.map((e) => ({ ...e, slot: 'tariff/us/m/copper/JPN' }))],
    };
    const answer = quoteTariff(
      Timeline.of(
        log(covered('2030'), ...slots(['JPN'], 'tariff/us/m/steel/JPN', 'tariff/us/m/copper/JPN'), both),
      ),
      { partner: 'JPN', product: '7210' },
      { date: on('2025-05-01') },
    );
    expect(answer.additionalRange).toEqual({ minPercent: 0, maxPercent: 50 });
  });

  it('never narrows: many open lists give a range that holds both ends', () => {
    const lists = Array.from({ length: 9 }, (_, i) => `tariff/us/l${i}/JPN`);
    const answer = quoteTariff(
      Timeline.of(
        log(
          covered('2030'),
          ...slots(['JPN'], B, ...lists),
          duty(B, '10 %', { excludedBy: ['l0'] }),
          ...lists.map((slot, i) => duty(slot, '1 %', { include: { lists: [`list-${i}`] } })),
        ),
      ),
      { partner: 'JPN', product: '7210' },
      { date: on('2025-05-01') },
    );
    expect(answer.additionalPercent).toBeNull();
    expect(answer.additionalRange).toEqual({ minPercent: 0, maxPercent: 19 });
  });
});

describe('quotas and duties that are no percentage', () => {
  const quota: Value = {
    kind: 'QUOTA',
    withinPercent: 7.5,
    abovePercent: 25,
    rateBasis: 'ADDITIONAL',
    quota: '100,000 cars',
  };
  const absolute: Value = { ...quota, withinPercent: 0, abovePercent: null };

  it('wait for the word whether the good is over quota', () => {
    expect(quoteOf({}, duty(A, quota)).additionalRange).toEqual({ minPercent: 7.5, maxPercent: 25 });
    expect(quoteOf({ overQuota: false }, duty(A, quota)).additionalPercent).toBe(7.5);
    expect(quoteOf({ overQuota: true }, duty(A, quota)).additionalPercent).toBe(25);
  });

  it('admit nothing above an absolute quota, and assume the good within it', () => {
    expect(quoteOf({}, duty(A, absolute)).additionalPercent).toBe(0);
    const above = quoteOf({ overQuota: true }, duty(A, absolute));
    expect(above.additionalPercent).toBeNull();
    expect(above.lines[0]?.status).toBe('UNRESOLVED');
  });

  it('have no upper bound in percent', () => {
    const answer = quoteOf(
      {},
      duty(A, { kind: 'SPECIFIC', text: inBoth('100 US dollars a parcel') }),
      duty(B, '5 %'),
    );
    expect(answer.additionalPercent).toBeNull();
    expect(answer.additionalRange).toEqual({ minPercent: 5, maxPercent: null });
  });
});

it('a change that fell due after the record ends is open between what held and what was planned', () => {
  const timeline = Timeline.of(
    log(
      covered('2025-06-30'),
      ...slots(['JPN'], A),
      duty(A, '10 %'),
      withTerms(ordered('30 %', { id: 'step', slot: A, from: '2025-09-01', known: '2025-03-01' })),
    ),
  );
  const answer = quoteTariff(
    timeline,
    { partner: 'JPN', product: 'ordinary' },
    { date: on('2025-10-01'), knownAt: on('2025-12-01') },
  );
  expect(answer.lines[0]?.status).toBe('UNRESOLVED');
  expect(answer.additionalRange).toEqual({ minPercent: 10, maxPercent: 30 });
});

it('a condition with a name nobody knows is open, never ignored', () => {
  const answer = quoteOf({}, duty(A, '10 %', { conditions: ['made-of-moonlight'] }));
  expect(answer.additionalRange).toEqual({ minPercent: 0, maxPercent: 10 });
  expect(answer.lines[0]?.reason.en).toContain('made-of-moonlight');
});

it('a line that is not settled puts no number, not even 0', () => {
  const answer = quoteOf(
    { mfnRatePercent: 12 },
    duty(A, { kind: 'RATE', ratePercent: 10, rateBasis: 'INCLUSIVE', upTo: true }),
    duty(B, '0 %', { conditions: ['over-quota'] }),
  );
  for (const line of answer.lines)
    if (line.status === 'UNRESOLVED') expect(line.additionalPercent).toBeNull();
  expect(told(answer)).toContain(`UNRESOLVED null ${B}`);
});
