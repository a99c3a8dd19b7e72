import { type Day, type Pack, PackReader, STATUSES, traitsOf } from '@policy-timeline/domain';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FrameState } from './frame-state';

const EVER = -1_000_000_000;
const OPEN = 1_073_741_823;
/** One slot: nothing until day 5 is known, then in force from day 10 to 20. */
const track = {
  slots: [0],
  statements: [],
  slotStart: [0, 4],
  dateFrom: [EVER, EVER, 10, 20],
  dateUntil: [OPEN, 10, 20, OPEN],
  knownFrom: [EVER, 5, 5, 5],
  knownUntil: [5, OPEN, OPEN, OPEN],
  dueOn: [-0x7fffffff, -0x7fffffff, -0x7fffffff, 20],
  traits: (['NOT_IN_FORCE', 'SCHEDULED', 'IN_FORCE', 'EXPIRED'] as const).map((name) =>
    traitsOf({ status: STATUSES.indexOf(name), modality: 0, isPossible: false, hasValue: false }),
  ),
  statement: [-1, -1, -1, -1],
  event: [-1, -1, -1, -1],
  coveredThrough: [12],
};
const reader = new PackReader({
  newestKnown: 40,
  events: [],
  deadlines: [],
  sources: [],
  slots: [{ id: 'a' }],
  tracks: { LEGAL: track, COLLECTED: { ...track, slots: [], slotStart: [0] } },
} as unknown as Pack);

it('gives the row and status of the table wherever the hand came from', () => {
  const day = fc.integer({ min: 0, max: 30 });
  fc.assert(
    fc.property(fc.array(fc.tuple(day, day), { maxLength: 12 }), (places) => {
      const state = new FrameState(reader);
      const table = reader.table('LEGAL');
      for (const [date, known] of places as [Day, Day][]) {
        const row = state.at(date, known)[0] as number;
        expect(row).toBe(table.row(0, date, known));
        expect(STATUSES[state.statusCodes(date, known)[0] as number]).toBe(
          table.statusOf(0, row, date, known).status,
        );
      }
    }),
  );
});
