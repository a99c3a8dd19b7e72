import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '../calendar/civil-day.js';
import type { PolicyEvent } from '../events/envelope.js';
import { isRecordEvent, type LogRecord } from '../events/record-event.js';
import { answerAt } from '../testing/answer-at.js';
import { covered, log, on } from '../testing/builders.js';
import { eventOf, FEW_DAYS, fewDaysLog, THE_RECORD, TWO_SLOTS, telling } from '../testing/few-days.js';
import { oracleReading } from '../testing/oracle.js';
import { placeSlot } from './answer.js';
import { nextChange, previousChange } from './changes.js';
import { diff, sameReading } from './diff.js';
import { intervalsOf, sameAnswer } from './intervals.js';
import type { Reading } from './lens.js';
import { rectanglesOf } from './slot-history.js';
import type { SlotReading } from './slot-reading.js';
import { Timeline } from './timeline.js';
import { type View, viewOf } from './view.js';

const seed = Number(process.env.LAWS_SEED ?? Date.now() & 0x7fffffff);
const runs = Number(process.env.LAWS_RUNS ?? 1);
const trials = (numRuns: number) => ({ seed, numRuns: Math.ceil(numRuns * runs) });

const DAYS: readonly Day[] = FEW_DAYS.map(on);
const FIRST = DAYS[0] as Day;
/** The six days, what lies before and after them, and the months' edges. */
const ASKED: readonly Day[] = [on('2025-03-01'), addDays(FIRST, -1), ...DAYS, on('2025-04-05')];
const KNOWN: readonly Day[] = [addDays(FIRST, -1), ...DAYS];
const READINGS: readonly Reading[] = ['NOMINAL', 'CERTAIN', 'POSSIBLE'];

const read = (
  timeline: Timeline,
  slot: string,
  date: Day,
  knownAt: Day,
  reading: Reading = 'NOMINAL',
): SlotReading | null =>
  timeline.table(reading, 'LEGAL').slotIndex.has(slot)
    ? timeline.read(slot, viewOf({ date, knownAt, reading }))
    : null;
/** What holds and why, without the plan. */
const holding = (reading: SlotReading | null) => {
  const decided = reading !== null && ['IN_FORCE', 'SUSPENDED'].includes(reading.status);
  return { value: decided ? reading.value : null, decidedBy: decided ? reading.decidedBy : null };
};
const pick = fc.record({
  slot: fc.constantFrom(...TWO_SLOTS),
  date: fc.constantFrom(...ASKED),
  knownAt: fc.constantFrom(...KNOWN),
});
const everywhere = (ask: (slot: string, date: Day, knownAt: Day) => void): void => {
  for (const slot of TWO_SLOTS)
    for (const date of ASKED) for (const knownAt of KNOWN) ask(slot, date, knownAt);
};
/** A log, and one more event told after it. */
const grownLog = fc.tuple(fewDaysLog, telling).map(([records, t]) => {
  const events = records.slice(THE_RECORD.length).map(({ event }) => event);
  const event = eventOf(t, events);
  return { records, event, grown: [...records, { position: records.length, event }] };
});
/** Ended by an end, not by a revocation of what held. */
const endsIt = (timeline: Timeline, { decidedBy }: SlotReading): boolean =>
  timeline.event(decidedBy ?? '')?.event.effects.some(({ act }) => act === 'END') ?? false;
const policyOf = (event: LogRecord['event']): PolicyEvent | undefined =>
  isRecordEvent(event) ? undefined : event;

describe('the laws of semantics §9, over logs drawn from few days', {
  timeout: 60_000 * Math.max(1, runs),
}, () => {
  let comparisons = 0;
  let differences = 0;
  afterAll(() => {
    console.log(
      `laws: seed ${seed} (LAWS_SEED), oracle: ${comparisons} comparisons, ${differences} differences (95 % bound 3/${comparisons})`,
    );
  });

  it('agrees with an oracle written from the semantics alone', () => {
    fc.assert(
      fc.property(fewDaysLog, (records) => {
        const timeline = Timeline.of(records);
        for (const track of ['LEGAL', 'COLLECTED'] as const) {
          const { slotIndex } = timeline.table('NOMINAL', track);
          everywhere((slot, date, knownAt) => {
            const oracle = oracleReading(records, { slot, date, knownAt, track });
            const reading = slotIndex.has(slot)
              ? timeline.read(slot, viewOf({ date, knownAt, track }))
              : null;
            comparisons++;
            const said = holding(reading);
            const same =
              JSON.stringify(said.value) === JSON.stringify(oracle.holds) &&
              (oracle.status === null ||
                (reading?.status === oracle.status && reading.decidedBy === oracle.decidedBy));
            if (!same) differences++;
            if (!same)
              expect({
                slot,
                date,
                knownAt,
                track,
                ...said,
                status: reading?.status,
                by: reading?.decidedBy,
              }).toEqual({ slot, date, knownAt, track, ...oracle });
          });
        }
      }),
      trials(1500),
    );
    expect(comparisons).toBeGreaterThanOrEqual(100_000 * Math.min(1, runs));
  });

  it('locality: an event changes no slot but its own', () => {
    fc.assert(
      fc.property(grownLog, pick, ({ records, event, grown }, { date, knownAt }) => {
        const spokenOf = policyOf(event);
        fc.pre(spokenOf !== undefined);
        const [before, after] = [Timeline.of(records), Timeline.of(grown)];
        for (const slot of TWO_SLOTS) {
          if (spokenOf?.effects.some((effect) => effect.slot === slot)) continue;
          if (spokenOf?.fact !== undefined) continue; // a better account takes its rival's word on every slot
          expect(read(after, slot, date, knownAt)).toEqual(read(before, slot, date, knownAt));
        }
      }),
      trials(300),
    );
  });

  it('locality: an event with a period changes only what holds inside it', () => {
    fc.assert(
      fc.property(grownLog, ({ records, event, grown }) => {
        const act = policyOf(event)?.effects[0]?.act;
        const { from, until } = policyOf(event)?.effective ?? { from: { date: null } };
        fc.pre(
          act !== undefined &&
            ['ASSERT', 'SUSPEND', 'RETRACT'].includes(act) &&
            until !== undefined &&
            from.date?.length === 10 &&
            until.date?.length === 10 &&
            policyOf(event)?.fact === undefined,
        );
        const [before, after] = [Timeline.of(records), Timeline.of(grown)];
        everywhere((slot, date, knownAt) => {
          const inside = on(from.date ?? '') <= date && date < on(until?.date ?? '');
          if (!inside)
            expect(holding(read(after, slot, date, knownAt))).toEqual(
              holding(read(before, slot, date, knownAt)),
            );
        });
      }),
      trials(500),
    );
  });

  it('locality: a step changes nothing before its day, nor from the next step on', () => {
    fc.assert(
      fc.property(grownLog, ({ records, event, grown }) => {
        const step = policyOf(event);
        fc.pre(
          step !== undefined &&
            step.fact === undefined &&
            step.effective.until === undefined &&
            step.effective.from.date?.length === 10 &&
            ['ASSERT', 'END'].includes(step.effects[0]?.act ?? ''),
        );
        const from = on(step?.effective.from.date ?? '');
        const [before, after] = [Timeline.of(records), Timeline.of(grown)];
        everywhere((slot, date, knownAt) => {
          const was = read(before, slot, date, knownAt);
          const byLaterStep =
            was !== null &&
            was.validUntil === null &&
            was.validFrom?.length === 10 &&
            on(was.validFrom) > from &&
            (was.status === 'IN_FORCE' || (was.status === 'ENDED' && endsIt(before, was)));
          if (date < from || byLaterStep)
            expect(holding(read(after, slot, date, knownAt))).toEqual(holding(was));
        });
      }),
      trials(500),
    );
  });

  it('no hindsight: what becomes known after k changes no reading at k, whatever its kind', () => {
    fc.assert(
      fc.property(grownLog, fc.constantFrom(...READINGS), ({ records, event, grown }, reading) => {
        const added = policyOf(event);
        fc.pre(added !== undefined && added.fact === undefined);
        const [before, after] = [Timeline.of(records), Timeline.of(grown)];
        const window = after.record.knownWindows.get(event.id);
        const knownOn =
          reading === 'POSSIBLE'
            ? window?.earliest
            : reading === 'CERTAIN'
              ? window?.earliest
              : window?.nominal;
        everywhere((slot, date, knownAt) => {
          if (knownAt >= (knownOn ?? FIRST)) return;
          const [was, is] = [
            read(before, slot, date, knownAt, reading),
            read(after, slot, date, knownAt, reading),
          ];
          if (was === null) expect(is?.decidedBy ?? null).toBeNull();
          // certainty looks at the possible known day, which may lie before the nominal one; the known interval ends where the new word is heard
          else
            expect({ ...is, certainty: 0, knownInterval: 0, validInterval: 0 }).toEqual({
              ...was,
              certainty: 0,
              knownInterval: 0,
              validInterval: 0,
            });
        });
      }),
      trials(400),
    );
  });

  it('basis stability: a position answers the same for ever, whatever is appended', () => {
    fc.assert(
      fc.property(
        fewDaysLog,
        fc.nat(),
        fc.constantFrom(...READINGS),
        pick,
        (records, n, reading, { date, knownAt }) => {
          const position = n % records.length;
          const prefix = Timeline.of(records.slice(0, position + 1));
          const view = viewOf({ date, knownAt, reading });
          expect(Timeline.of(records).at(position).state(view)).toEqual(prefix.state(view));
          expect(
            prefix
              .append(records.slice(position + 1))
              .at(position)
              .state(view),
          ).toEqual(prefix.state(view));
        },
      ),
      trials(300),
    );
  });

  it('arrival order does not matter: rebuilt, appended in any batches, and permuted are one state', () => {
    const shuffled = fewDaysLog.chain((records) =>
      fc.record({
        records: fc.constant(records),
        permuted: fc.shuffledSubarray(records, { minLength: records.length, maxLength: records.length }),
        cuts: fc.array(fc.nat({ max: records.length }), { maxLength: 4 }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ records, permuted, cuts }) => {
        const rebuilt = stateOf(Timeline.of(records));
        expect(stateOf(Timeline.of(permuted))).toBe(rebuilt);
        const edges = [0, ...[...cuts].sort((a, b) => a - b), records.length];
        const grown = edges.slice(1).reduce((timeline, edge, i) => {
          const next = timeline.append(records.slice(edges[i], edge));
          stateOf(next); // asked in between, so that what an append keeps is really kept
          return next;
        }, Timeline.of([]));
        expect(stateOf(grown)).toBe(rebuilt);
      }),
      trials(400),
    );
  });

  it('half-open edges: a range counts on its first day and not on its last bound', () => {
    fc.assert(
      fc.property(telling, (t) => {
        const event = policyOf(eventOf({ ...t, act: 'SUSPEND', flavour: 0 }, []));
        const { from, until } = event?.effective ?? { from: { date: null } };
        fc.pre(event !== undefined && from.date?.length === 10 && until?.date?.length === 10);
        const timeline = Timeline.of(log(...THE_RECORD, event as PolicyEvent));
        const slot = event?.effects[0]?.slot ?? '';
        const holdsOn = (day: Day): boolean =>
          holding(read(timeline, slot, day, on('2025-05-01'))).decidedBy !== null;
        const [first, bound] = [on(from.date ?? ''), on(until?.date ?? '')];
        expect([addDays(first, -1), first, addDays(bound, -1), bound].map(holdsOn)).toEqual([
          false,
          true,
          true,
          false,
        ]);
      }),
      trials(100),
    );
  });

  it('a timeline equals the pointwise readings: its rectangles cover the plane once, on edges and between them', () => {
    const between = [...ASKED, on('2025-03-15'), on('2025-04-20'), on('2025-05-01')];
    fc.assert(
      fc.property(fewDaysLog, fc.constantFrom(...READINGS), (records, reading) => {
        for (const slot of Timeline.of(records).slots) {
          const rectangles = rectanglesOf(slot, reading);
          const placed = placeSlot(slot.statements, slot.revocations, reading);
          for (const date of between) {
            for (const knownAt of between) {
              const here = rectangles.filter(
                (r) =>
                  r.dateFrom <= date &&
                  date < r.dateUntil &&
                  r.knownFrom <= knownAt &&
                  knownAt < r.knownUntil,
              );
              expect(here.map(({ answer }) => answer)).toEqual([answerAt(placed, date, knownAt)]);
            }
          }
        }
      }),
      trials(150),
    );
  });

  it('the intervals of a reading hold what they say: the same answer on every day inside', () => {
    fc.assert(
      fc.property(fewDaysLog, pick, (records, { slot, date, knownAt }) => {
        const timeline = Timeline.of(records);
        const reading = read(timeline, slot, date, knownAt);
        fc.pre(reading !== null);
        const answer = (r: SlotReading | null) => ({
          status: r?.status,
          value: r?.value,
          decidedBy: r?.decidedBy,
          certainty: r?.certainty,
        });
        const inside = (range: { from: Day | null; until: Day | null }, day: Day): boolean =>
          (range.from ?? day) <= day && day < (range.until ?? addDays(day, 1));
        for (const day of ASKED) {
          if (reading && inside(reading.validInterval, day))
            expect(answer(read(timeline, slot, day, knownAt))).toEqual(answer(reading));
          if (reading && inside(reading.knownInterval, day))
            expect(answer(read(timeline, slot, date, day))).toEqual(answer(reading));
        }
      }),
      trials(400),
    );
  });

  it('intervals along either axis equal the pointwise readings, plan flag included', () => {
    const partly = fewDaysLog.map((records) =>
      records.map((r) => (r.position === 0 ? { ...r, event: covered('2025-04-01', { id: 'coverage' }) } : r)),
    );
    fc.assert(
      fc.property(
        partly,
        pick,
        fc.constantFrom('VALID' as const, 'KNOWN' as const),
        (records, { slot, date, knownAt }, axis) => {
          const timeline = Timeline.of(records);
          fc.pre(timeline.index.slots.has(slot));
          const intervals = intervalsOf(timeline, slot, axis, viewOf({ date, knownAt }), {
            from: null,
            until: null,
          });
          for (const day of [...ASKED, ...KNOWN]) {
            const reading = read(
              timeline,
              slot,
              axis === 'VALID' ? day : date,
              axis === 'VALID' ? knownAt : day,
            );
            const here = intervals.filter(
              ({ from, until }) => (from ?? day) <= day && day < (until ?? addDays(day, 1)),
            );
            expect(here).toHaveLength(1);
            expect(here.every((interval) => reading !== null && sameAnswer(interval.reading, reading))).toBe(
              true,
            );
          }
        },
      ),
      trials(400),
    );
  });

  const answers = (timeline: Timeline, view: View, date: Day) =>
    timeline.state({ ...view, date }).map(({ status, decidedBy, validFrom, validUntil, knownFrom }) => ({
      status,
      decidedBy,
      validFrom,
      validUntil,
      knownFrom,
    }));
  const viewIn = ({ date, knownAt }: { date: Day; knownAt: Day }, asLived: boolean): View =>
    asLived ? viewOf({ date, asLived }) : viewOf({ date, knownAt });

  it('the next change is the first day that reads otherwise', () => {
    fc.assert(
      fc.property(fewDaysLog, pick, fc.boolean(), (records, asked, asLived) => {
        const timeline = Timeline.of(records);
        const view = viewIn(asked, asLived);
        const next = nextChange(timeline, view);
        const bound = next?.date ?? on('2025-06-01');
        for (const day of ASKED.filter((d) => d > view.date && d < bound)) {
          expect(answers(timeline, view, day)).toEqual(answers(timeline, view, view.date));
        }
        if (next)
          expect(answers(timeline, view, bound)).not.toEqual(answers(timeline, view, addDays(bound, -1)));
      }),
      trials(100),
    );
  });

  it('the previous change is the last day before the date that reads otherwise than the day before it', () => {
    fc.assert(
      fc.property(fewDaysLog, pick, fc.boolean(), (records, asked, asLived) => {
        const timeline = Timeline.of(records);
        const view = viewIn(asked, asLived);
        const previous = previousChange(timeline, view);
        const bound = previous?.date ?? on('2025-02-01');
        if (previous)
          expect(answers(timeline, view, bound)).not.toEqual(answers(timeline, view, addDays(bound, -1)));
        for (const day of ASKED.filter((d) => d > bound && d < view.date)) {
          expect(answers(timeline, view, day)).toEqual(answers(timeline, view, bound));
        }
      }),
      trials(100),
    );
  });

  it('diff(a, b) walks from the reading at a to the reading at b, and composes in first and last readings', () => {
    const same = (x: SlotReading | null, y: SlotReading | null): boolean =>
      (x === null && y === null) || sameReading(x, y);
    const side = fc.record({
      position: fc.nat(20),
      date: fc.constantFrom(...ASKED),
      knownAt: fc.constantFrom(...KNOWN),
    });
    fc.assert(
      fc.property(fewDaysLog, side, side, side, (records, a, b, c) => {
        const whole = Timeline.of(records);
        const at = ({ position, date, knownAt }: typeof a) => ({
          timeline: whole.at(position % records.length),
          view: viewOf({ date, knownAt }),
        });
        const reads = (where: typeof a, slot: string) =>
          read(at(where).timeline, slot, where.date, where.knownAt);
        for (const slot of TWO_SLOTS) {
          for (const [from, to] of [
            [a, b],
            [b, c],
            [a, c],
          ] as const) {
            const rows = diff(at(from), at(to)).filter((row) => row.slot === slot);
            expect(same(rows[0]?.before ?? reads(from, slot), reads(from, slot))).toBe(true);
            expect(same(rows.at(-1)?.after ?? reads(to, slot), reads(to, slot))).toBe(true);
            rows.slice(1).forEach((row, i) => {
              expect(same(row.before, rows[i]?.after ?? null)).toBe(true);
            });
            if (rows.length === 0) expect(same(reads(from, slot), reads(to, slot))).toBe(true);
          }
        }
        expect(diff(at(a), at(a))).toEqual([]);
      }),
      trials(200),
    );
  });
});

/** Every reading of every slot over the days asked, as one text: equal texts, equal states. */
function stateOf(timeline: Timeline): string {
  const readings = READINGS.flatMap((reading) =>
    ASKED.flatMap((date) => KNOWN.map((knownAt) => timeline.state(viewOf({ date, knownAt, reading })))),
  );
  return JSON.stringify(readings);
}
