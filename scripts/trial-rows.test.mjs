import { expect, it } from 'vitest';
import { rowOfTrials } from './trial-rows.mjs';

it('reads the line that a trial ends with, whatever the runner writes before it', () => {
  const row = { row: 3, failures: 0, trials: 10_000, seed: '245949846' };
  const line = 'row 3: 0 failures in 10000 trials (95 % bound 3/10000) seed 245949846: flipped bits';
  expect(rowOfTrials(line)).toEqual(row);
  expect(rowOfTrials(`\u001b[22m\u001b[39m${line}`)).toEqual(row);
  expect(rowOfTrials('row 11: 2 failures in 5 trials (95 % bound 3/5) seed 7')).toEqual({
    row: 11,
    failures: 2,
    trials: 5,
    seed: '7',
  });
});

it.each([
  '',
  'row 12: 5000 of 100000, 0 failures',
  '4 writers × 500: told the true revision 812 times',
  'arrow 3: 0 failures in 1 trials (95 % bound 3/1) seed 1: another word',
  'row 3: no failures in 10 trials (95 % bound 3/10) seed 1: not a number',
  'row 3: 0 failures in 10 trials seed 1: without its bound',
])('takes %j for no row', (line) => {
  expect(rowOfTrials(line)).toBeNull();
});
