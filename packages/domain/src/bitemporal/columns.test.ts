import { expect, it } from 'vitest';
import { addDays, FIRST_DAY, LAST_DAY } from '../calendar/civil-day.js';
import { MODALITIES } from '../events/envelope.js';
import { on } from '../testing/builders.js';
import { DayCodes, NO_DAY } from './day-codes.js';
import { DecidingCodes } from './deciding-codes.js';
import { EVER, OPEN } from './lens.js';
import { numbersUpTo } from './numbers.js';
import {
  certaintyAt,
  hasValueAt,
  modalityCodeAt,
  type RowColumns,
  statusCodeAt,
  traitsOf,
} from './row-columns.js';
import { STATUSES } from './status.js';

const { NEAR, ALL } = DayCodes;
/** In order, with the edges of what has 16 bits on both sides. */
const DAYS = [
  EVER,
  FIRST_DAY,
  ...[-2, -1, 0, 1].map((n) => addDays(on('1925-01-01'), n)),
  on('1970-01-01'),
  on('2025-04-09'),
  ...[-1, 0, 1, 2].map((n) => addDays(on('2104-06-04'), n)),
  LAST_DAY,
  OPEN,
];

it('every day of 179 years and the open ends have a code of 16 bits, in order; all others are told apart as days only', () => {
  const near = DAYS.filter((day) => NEAR.holds(day));
  expect(near).toEqual([EVER, ...DAYS.slice(4, 10), OPEN]);
  const column = NEAR.column(near.length);
  near.forEach((day, i) => {
    column[i] = NEAR.codeOf(day);
  });
  expect(Array.from(column, (code) => NEAR.dayOf(code))).toEqual(near);
  expect([...column].sort((a, b) => a - b)).toEqual([...column]);
  expect(DAYS.filter((day) => ALL.holds(day) && ALL.dayOf(ALL.codeOf(day)) === day)).toEqual(DAYS);
});

it('a day that is asked for lies among the codes where it lies among the days, wherever it is', () => {
  for (const asked of DAYS.slice(0, -1))
    for (const from of DAYS.filter((day) => NEAR.holds(day) && day < OPEN))
      for (const until of DAYS.filter((day) => NEAR.holds(day) && day > EVER)) {
        const code = NEAR.codeOf(asked);
        expect([from, asked, until, NEAR.codeOf(from) <= code, code < NEAR.codeOf(until)]).toEqual([
          from,
          asked,
          until,
          from <= asked,
          asked < until,
        ]);
      }
});

it('no day is kept as no day', () => {
  for (const days of [NEAR, ALL]) {
    const [none, some] = [days.column(1), days.column(1)];
    none[0] = days.codeOf(NO_DAY);
    some[0] = days.codeOf(on('1925-01-01'));
    expect([
      days.holds(NO_DAY),
      days.dayOrNone(none[0] as number),
      days.dayOrNone(some[0] as number),
    ]).toEqual([true, NO_DAY, on('1925-01-01')]);
  }
});

it('a row tells each of its traits', () => {
  for (const status of STATUSES.keys())
    for (const modality of MODALITIES.keys())
      for (const isPossible of [false, true])
        for (const hasValue of [false, true]) {
          const told = { status, modality, isPossible, hasValue };
          const columns = { traits: Uint16Array.of(0, traitsOf(told)) } as unknown as RowColumns;
          expect({
            status: statusCodeAt(columns, 1),
            modality: modalityCodeAt(columns, 1),
            isPossible: certaintyAt(columns, 1) === 'POSSIBLE',
            hasValue: hasValueAt(columns, 1),
          }).toEqual(told);
        }
});

it('what decides has one code: by its own event, by another, far along the log, or nothing', () => {
  const codes = new DecidingCodes();
  const numbers = [0, 1, 511, 512, 2 ** 22 - 1, 2 ** 22, 2 ** 22 + 1];
  const all = [
    { said: -1, index: -1, event: -1 },
    { said: -1, index: -1, event: 7 },
    ...numbers.flatMap((said) =>
      [0, 1, 511, 512].flatMap((index) => [said, said + 1].map((event) => ({ said, index, event }))),
    ),
  ];
  const column = Int32Array.from(all, (one) => codes.codeOf(one));
  expect(new Set(column).size).toBe(all.length);
  expect(column[0]).toBe(-1);
  expect([...Int32Array.from(all, (one) => codes.codeOf(one))]).toEqual([...column]);
  expect(Array.from(column, (code) => codes.placeOf(code))).toEqual(all);
  expect(Array.from(column, (code) => codes.eventOf(code))).toEqual(all.map(({ event }) => event));
});

it('numbers take two bytes as long as all of them fit', () => {
  for (const most of [0, 0xffff, 0x10000]) {
    const numbers = numbersUpTo(most, 1);
    numbers[0] = most;
    expect([numbers[0], numbers.BYTES_PER_ELEMENT]).toEqual([most, most < 0x10000 ? 2 : 4]);
  }
});
