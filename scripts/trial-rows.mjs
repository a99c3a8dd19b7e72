import { stripVTControlCharacters } from 'node:util';

/** `{ row, failures, trials, seed }` of a line that a trial printed; null for any other line. */
export function rowOfTrials(line) {
  const found = /\brow (\d+): (\d+) failures in (\d+) trials \(95 % bound [^)]*\) seed (\S+?):? /.exec(
    `${stripVTControlCharacters(line)} `,
  );
  if (found === null) return null;
  const [, row, failures, trials, seed] = found;
  return { row: Number(row), failures: Number(failures), trials: Number(trials), seed };
}
