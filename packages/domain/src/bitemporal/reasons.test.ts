import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Day } from '../calendar/civil-day.js';
import { on } from '../testing/builders.js';
import { FEW_DAYS, fewDaysLog, TWO_SLOTS } from '../testing/few-days.js';
import type { Reading } from './lens.js';
import { reasonsOf } from './reasons.js';
import { Timeline } from './timeline.js';
import { type View, viewOf } from './view.js';

const seed = Number(process.env.LAWS_SEED ?? Date.now() & 0x7fffffff);
const runs = Number(process.env.LAWS_RUNS ?? 1);
const DAYS: readonly Day[] = [addDays(on(FEW_DAYS[0]), -1), ...FEW_DAYS.map(on), on('2025-05-01')];

const day = fc.constantFrom(...DAYS);
const view: fc.Arbitrary<View> = fc
  .record({
    date: day,
    knownAt: fc.option(day),
    reading: fc.constantFrom<Reading>('NOMINAL', 'CERTAIN', 'POSSIBLE'),
    track: fc.constantFrom('LEGAL' as const, 'COLLECTED' as const),
  })
  .map(viewOf);

it('gives the same reasons whatever was asked before', () => {
  fc.assert(
    fc.property(
      fewDaysLog,
      fc.array(fc.tuple(fc.constantFrom(...TWO_SLOTS), view), { minLength: 2, maxLength: 12 }),
      (records, asked) => {
        const asking = Timeline.of(records);
        for (const [slot, at] of asked) {
          if (!asking.index.slots.has(slot)) continue;
          expect(reasonsOf(asking, slot, at)).toEqual(reasonsOf(Timeline.of(records), slot, at));
        }
      },
    ),
    { seed, numRuns: 150 * runs },
  );
});
