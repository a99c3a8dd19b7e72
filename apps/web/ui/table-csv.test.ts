import { expect, it } from 'vitest';
import { csvOf } from './table-csv';

it('quotes commas, quotes and keeps lines apart', () => {
  expect(
    csvOf([
      ['国', 'a,b'],
      ['「"」', '−685'],
    ]),
  ).toBe('\uFEFF国,"a,b"\r\n"「""」",−685\r\n');
});

it('disarms what a spreadsheet would run, and joins broken lines', () => {
  expect(csvOf([['=1+1', '+15%', '-3', '@x', 'two\n  lines']])).toBe(
    "\uFEFF'=1+1,'+15%,'-3,'@x,two lines\r\n",
  );
});
