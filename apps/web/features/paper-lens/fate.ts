import type { Expectation } from './paper-query';

/** What became of an expectation, as the page sums it up. */
export type PaperFate = 'KEPT' | 'MOVED' | 'LAPSED' | 'UNKNOWN' | 'OPEN';

export function fateOf({ outcome }: Expectation): PaperFate {
  switch (outcome) {
    case 'KEPT':
      return 'KEPT';
    case 'EXTENDED':
    case 'BROUGHT_FORWARD':
    case 'SUPERSEDED':
      return 'MOVED';
    case 'LAPSED':
      return 'LAPSED';
    case 'UNKNOWN':
      return 'UNKNOWN';
    default:
      return 'OPEN';
  }
}

/** Symbol and tone of each fate. */
export const MARKS: Readonly<Record<PaperFate, readonly [string, string]>> = {
  KEPT: ['i-check', 'force'],
  MOVED: ['st-super', 'super'],
  LAPSED: ['st-never', 'never'],
  UNKNOWN: ['st-norec', 'norec'],
  OPEN: ['st-sched', 'sched'],
};
