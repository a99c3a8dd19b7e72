import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewDaysLog, logOf, TWO_SLOTS, telling } from '../testing/few-days.js';
import { DAYS_KEPT } from './journal.js';
import { OPEN, type Reading } from './lens.js';
import type { Rectangle, Reheard } from './rectangle.js';
import { inOneGo } from './slices.js';
import { rectanglesOf, type Slot } from './slot-history.js';
import { SlotSweep } from './slot-sweep.js';
import { Timeline } from './timeline.js';

const seed = Number(process.env.LAWS_SEED ?? Date.now() & 0x7fffffff);
const runs = Number(process.env.LAWS_RUNS ?? 1);
const trials = (numRuns: number) => ({ seed, numRuns: Math.ceil(numRuns * runs) });

/** The rectangles of an earlier version as a sweep tells what has become of them. */
function reheard(before: readonly Rectangle[], { since, closes, rectangles }: Reheard): Rectangle[] {
  const kept = before
    .filter(({ knownFrom }) => knownFrom < since)
    .map((r) => (r.knownUntil < since ? r : { ...r, knownUntil: closes.get(r.dateFrom) ?? OPEN }));
  return [...kept, ...rectangles].sort((a, b) => a.knownFrom - b.knownFrom || a.dateFrom - b.dateFrom);
}

const NOTHING: Pick<Slot, 'statements' | 'revocations'> = { statements: [], revocations: [] };
/** What is said of a slot, kept so that versions that grow from it go on with the same. */
function heldOf({ index, record }: Timeline, id: string) {
  const slot = index.spoken.get(id);
  return slot && inOneGo(slot.holding(record.events));
}

const longLog = fc.array(telling, { minLength: 15, maxLength: 40 }).map(logOf);

describe('a sweep that is kept', { timeout: 60_000 * Math.max(1, runs) }, () => {
  it('gives the rectangles of whatever it becomes: grown, grown otherwise, and taken back', () => {
    let partly = 0;
    fc.assert(
      fc.property(
        fc.oneof(fewDaysLog, longLog),
        fc.array(fc.nat(), { minLength: 2, maxLength: 6 }),
        fc.constantFrom<Reading>('NOMINAL', 'CERTAIN', 'POSSIBLE'),
        fc.constantFrom(1, 3, DAYS_KEPT),
        (records, cuts, reading, keptDays) => {
          const cut = cuts.map((n) => 2 + (n % (records.length - 1)));
          const first = Timeline.of(records.slice(0, Math.min(...cut)));
          const held = new Map(TWO_SLOTS.map((id) => [id, heldOf(first, id)]));
          // Each version grows from the first, so that some are siblings that share only their beginning.
          const versions = cut.map((n) => first.append(records.slice(first.position + 1, n)));
          for (const id of TWO_SLOTS) {
            const begun = held.get(id) ?? NOTHING;
            const sweep = new SlotSweep(begun, reading);
            let rectangles = sweep.run(keptDays);
            for (const slot of [...versions.map(({ index }) => index.slots.get(id) ?? NOTHING), begun]) {
              const found = sweep.become(slot);
              if (found === null) break;
              partly++;
              rectangles = reheard(rectangles, found);
              expect(rectangles).toEqual(rectanglesOf(slot, reading));
            }
          }
        },
      ),
      trials(250),
    );
    expect(partly).toBeGreaterThan(500);
  });
});
