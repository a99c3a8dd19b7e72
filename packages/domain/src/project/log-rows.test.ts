import { expect, it } from 'vitest';
import { inOneGo } from '../bitemporal/slices.js';
import type { LogRecord } from '../events/record-event.js';
import { LogRows } from './log-rows.js';

/** Only ids and positions matter to the rows of a log. */
const record = (position: number, id = `act ${position}`): LogRecord =>
  ({ position, event: { id } }) as unknown as LogRecord;
const from = (first: number, count: number): LogRecord[] =>
  Array.from({ length: count }, (_, i) => record(first + i));

it('finds every id in its row, in whatever order the records came and however far the log has grown', () => {
  let log = LogRows.of([record(2), record(0), record(1)]);
  for (let n = 3; n < 2_000; n += 37) log = log.with(from(n, 37));
  expect(log.length).toBe(3 + 54 * 37);
  for (let row = 0; row < log.length; row++) {
    expect(log.rowOf(`act ${row}`)).toBe(row);
    expect(log.rowAt(row)).toBe(row);
  }
  expect(log.rowOf('act 9999')).toBe(-1);
});

it('rivals that grow from one log see their own records and not those of the other', () => {
  const start = LogRows.of(from(0, 10)).with([record(10)]);
  const rehearsed = start.with([record(11, 'rehearsed'), record(12)]);
  const appended = start.with([record(11, 'appended')]);
  expect([start, rehearsed, appended].map((log) => log.length)).toEqual([11, 13, 12]);
  expect([start, rehearsed, appended].map((log) => log.rowOf('rehearsed'))).toEqual([-1, 11, -1]);
  expect([start, rehearsed, appended].map((log) => log.rowOf('appended'))).toEqual([-1, -1, 11]);
  expect([start, rehearsed, appended].map((log) => log.rowOf('act 12'))).toEqual([-1, 12, -1]);
  expect([start, rehearsed, appended].map((log) => log.rowOf('act 10'))).toEqual([10, 10, 10]);
});

it('of records with one id the last counts, and a list that was given is never added to', () => {
  const given = [record(0), record(1, 'told twice'), record(2), record(3, 'told twice')];
  const log = LogRows.of(given);
  log.with([record(4)]);
  expect(given.length).toBe(4);
  expect([0, 1, 2].map((row) => log.at(row).position)).toEqual([0, 2, 3]);
  expect(log.get('told twice')?.position).toBe(3);
  expect(log.rowAt(3)).toBe(2);
});

it('a long log keeps its full table of ids and has the next beside it, rivals each their own; a start has all in one', () => {
  const start = LogRows.of(from(0, 9_000));
  let log = start;
  for (let n = 9_000; n < 40_000; n += 500) log = log.with(from(n, 500));
  const rival = start.with(Array.from({ length: 6_000 }, (_, i) => record(9_000 + i, `rival ${9_000 + i}`)));
  expect([start, log, rival].map(({ ids }) => ids.isWhole)).toEqual([true, false, false]);
  const whole = LogRows.restored(log.prefix, inOneGo(log.idsInOneTable()));
  expect(whole.ids.isWhole).toBe(true);
  for (let row = 0; row < log.length; row += 7) {
    const isOld = row < start.length;
    const found = [start, log, whole, rival].map((rows) => rows.rowOf(`act ${row}`));
    expect(found).toEqual([isOld ? row : -1, row, row, isOld ? row : -1]);
  }
  expect([start, log, rival].map((rows) => rows.rowOf('rival 9001'))).toEqual([-1, -1, 9_001]);
});
