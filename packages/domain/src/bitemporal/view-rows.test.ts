import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Day } from '../calendar/civil-day.js';
import { covered, log, on, ordered } from '../testing/builders.js';
import { FEW_DAYS, fewDaysLog } from '../testing/few-days.js';
import type { Reading } from './lens.js';
import type { SlotReading } from './slot-reading.js';
import { STATUSES } from './status.js';
import { Timeline } from './timeline.js';
import { viewOf } from './view.js';
import { ViewRows } from './view-rows.js';

const DAYS: readonly Day[] = [on('2025-03-01'), ...FEW_DAYS.map(on), on('2025-05-01')];
const day = fc.constantFrom(...DAYS);

/** Every member by its name, so that one that is forgotten stops the build. */
const membersOf = (reading: SlotReading): SlotReading => ({
  slot: reading.slot,
  subject: reading.subject,
  family: reading.family,
  topic: reading.topic,
  status: reading.status,
  modality: reading.modality,
  value: reading.value,
  certainty: reading.certainty,
  projected: reading.projected,
  validFrom: reading.validFrom,
  validUntil: reading.validUntil,
  knownFrom: reading.knownFrom,
  knownBasis: reading.knownBasis,
  retroactiveDays: reading.retroactiveDays,
  decidedBy: reading.decidedBy,
  validInterval: reading.validInterval,
  knownInterval: reading.knownInterval,
  coveredThrough: reading.coveredThrough,
  inferred: reading.inferred,
});

it('says member by member what the reading of each slot says', () => {
  const reading = fc.constantFrom<Reading>('NOMINAL', 'CERTAIN', 'POSSIBLE');
  fc.assert(
    fc.property(
      fewDaysLog,
      day,
      fc.option(day),
      reading,
      fc.boolean(),
      (records, date, knownAt, as, asLived) => {
        const timeline = Timeline.of(records);
        const view = viewOf({ date, knownAt: asLived ? null : knownAt, asLived, reading: as });
        const rows = new ViewRows(timeline, view);
        for (const [slot, index] of timeline.table(as, 'LEGAL').slotIndex)
          expect(membersOf(rows.at(index))).toEqual(membersOf(timeline.read(slot, view)));
      },
    ),
    { numRuns: 200 },
  );
});

it('marks a change that fell due beyond what is covered as UNKNOWN from its day on, as each reading does', () => {
  const order = ordered('24 %', { id: 'order', from: '2025-04-09', known: '2025-04-02' });
  const timeline = Timeline.of(log(order, covered('2025-04-05')));
  const marked = (date: string, knownAt: string) => {
    const rows = new ViewRows(timeline, viewOf({ date: on(date), knownAt: on(knownAt) }));
    const marks = STATUSES.filter((status) => rows.marksOf((own) => own === status)[0] === 0b1);
    expect(marks).toEqual([rows.status(0)]);
    return marks[0];
  };
  expect([
    marked('2025-04-08', '2025-05-01'),
    marked('2025-04-09', '2025-04-09'),
    marked('2025-04-09', '2025-04-08'),
  ]).toEqual(['SCHEDULED', 'UNKNOWN', 'IN_FORCE']);
});
