import { parseDay } from '@policy-timeline/domain';
import { expect, it } from 'vitest';
import { absence } from './absence';

const line = (nominal: string) => ({ decidedBy: { knownWindow: { nominal } } });

it.each([
  // EO 14361 of 20 November 2025, seen from the 14th; then the 40 % of July that it lifts, seen with all that is known.
  ['2025-11-20', '2025-11-14', 'pages.duty.notKnown'],
  ['2025-07-30', null, 'pages.duty.absent'],
  ['2025-07-30', '2025-11-14', 'pages.duty.absent'],
  ['2025-11-14', '2025-11-14', 'pages.duty.absent'],
])('an act known on %s is, by what was known on %s, %s', (nominal, known, said) => {
  expect(absence(line(nominal), known === null ? null : parseDay(known))).toBe(said);
});
