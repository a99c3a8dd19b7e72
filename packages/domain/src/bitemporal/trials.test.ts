import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../calendar/civil-day.js';
import type { LogRecord } from '../events/record-event.js';
import { on } from '../testing/builders.js';
import { FEW_DAYS, logOf, type Telling, TWO_SLOTS } from '../testing/few-days.js';
import { oracleOf } from '../testing/oracle.js';
import { Random } from '../testing/realistic/random.js';
import { Timeline } from './timeline.js';
import { viewOf } from './view.js';
import { wholeState } from './whole-state.js';

/** Rows 8 and 9 of docs/reliability.md. TRIALS=large tries them at their large size; TRIAL_SEED repeats a run. */
const large = process.env.TRIALS === 'large';
const seed = Number(process.env.TRIAL_SEED ?? Date.now() & 0x7fffffff);
const COMPARISONS = Number(process.env.TRIAL_COMPARISONS ?? (large ? 1e8 : 1e5));
const SEEDS = Number(process.env.TRIAL_SEEDS ?? (large ? 10_000 : 100));

const FIRST = on(FEW_DAYS[0]);
const ASKED: readonly Day[] = [on('2025-03-01'), addDays(FIRST, -1), ...FEW_DAYS.map(on), on('2025-04-05')];
const KNOWN: readonly Day[] = [addDays(FIRST, -1), ...FEW_DAYS.map(on)];
const ACTS: readonly Telling['act'][] = [
  ...(['ASSERT', 'ASSERT', 'ASSERT', 'SUSPEND', 'SUSPEND', 'END', 'END', 'AMEND', 'AMEND', 'AMEND'] as const),
  ...(['RETRACT', 'REVOKE', 'REVOKE', 'ACCOUNT', 'ERRATUM', 'ERRATUM', 'VOID'] as const),
];

const below = (random: Random, count: number): number => random.between(0, count - 1);

function anyLog(random: Random, most: number): LogRecord[] {
  const tellings = Array.from(
    { length: 1 + below(random, most) },
    (): Telling => ({
      act: ACTS[below(random, ACTS.length)] as Telling['act'],
      slot: below(random, 4) === 0 ? 1 : 0,
      both: below(random, 4) === 0,
      from: below(random, 8),
      length: below(random, 4),
      known: below(random, 8),
      value: below(random, 3),
      source: below(random, 5),
      aim: below(random, 8),
      flavour: below(random, 20),
    }),
  );
  return logOf(tellings);
}

function report(row: number, failures: number, trials: number, what: string): void {
  console.log(
    `row ${row}: ${failures} failures in ${trials} trials (95 % bound 3/${trials}) seed ${seed}: ${what}`,
  );
}

/** Every slot, track, date and known day of one log: the index against the oracle. Returns comparisons and the first difference. */
function againstOracle(records: readonly LogRecord[]): {
  compared: number;
  differences: number;
  first: string | null;
} {
  const timeline = Timeline.of(records);
  let [compared, differences] = [0, 0];
  let first: string | null = null;
  for (const track of ['LEGAL', 'COLLECTED'] as const) {
    const built = timeline.table('NOMINAL', track);
    const { table, slotIndex } = built;
    const { columns } = table;
    for (const id of TWO_SLOTS) {
      const oracle = oracleOf(records, id, track);
      const slot = slotIndex.get(id);
      for (const date of ASKED) {
        for (const knownAt of KNOWN) {
          compared++;
          const expected = oracle(date, knownAt);
          const row = slot === undefined ? -1 : table.row(slot, date, knownAt);
          const status = row < 0 ? null : table.plainStatusAt(row);
          const holds = status === 'IN_FORCE' || status === 'SUSPENDED';
          const value = holds ? (built.statementAt(columns.deciding[row] as number)?.value ?? null) : null;
          const same =
            (value === expected.holds || JSON.stringify(value) === JSON.stringify(expected.holds)) &&
            (expected.status === null
              ? !holds
              : status === expected.status &&
                built.eventAt(columns.deciding[row] as number) === expected.decidedBy);
          if (same) continue;
          differences++;
          first ??= JSON.stringify({ id, track, date, knownAt, status, value, expected, records });
        }
      }
    }
  }
  return { compared, differences, first };
}

describe('trials', { timeout: 3_600_000 }, () => {
  it('row 9: the resolver equals the independent oracle: few days, hot slots, ties, errata, revocations', () => {
    const random = new Random(seed);
    let [compared, differences] = [0, 0];
    let first: string | null = null;
    for (let logs = 0; compared < COMPARISONS; logs++) {
      const found = againstOracle(anyLog(random, logs % 4 === 0 ? 24 : 9));
      compared += found.compared;
      differences += found.differences;
      first ??= found.first;
      if (large && logs % 20_000 === 0) console.log(`${compared} compared, ${differences} differences`);
    }
    report(9, differences, compared, 'readings compared with the oracle');
    expect(first).toBeNull();
  });

  it('row 8: rebuilt, appended in batches, permuted, and answered by lines and grid are one state', () => {
    const random = new Random(seed + 1);
    let failures = 0;
    let first: string | null = null;
    for (let n = 0; n < SEEDS; n++) {
      const records = anyLog(random, 16);
      const permuted = records
        .map((record) => ({ record, place: random.next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ record }) => record);
      const cuts = [1 + below(random, records.length), 1 + below(random, records.length)].sort(
        (a, b) => a - b,
      );
      const [one, two] = cuts as [number, number];
      const [start, middle, end] = [records.slice(0, one), records.slice(one, two), records.slice(two)];
      const begun = Timeline.of(start);
      const states = [
        Timeline.of(records),
        Timeline.of(permuted),
        begun.append(middle).append(end),
        Timeline.of(records).append([]),
      ];
      const positions = Array.from({ length: 3 }, () => below(random, records.length));
      const points = Array.from({ length: 50 }, () => ({
        date: ASKED[below(random, ASKED.length)] as Day,
        knownAt: KNOWN[below(random, KNOWN.length)] as Day,
        position: positions[below(random, positions.length)] as number,
      }));
      const texts = states.map((timeline) =>
        JSON.stringify(
          points.map(({ date, knownAt, position }) => stateAt(prefixOf(timeline, position), date, knownAt)),
        ),
      );
      if (texts.every((text) => text === texts[0])) continue;
      failures++;
      first ??= JSON.stringify({ n, records, cuts });
    }
    report(8, failures, SEEDS, 'logs whose state is equal however they came, at 50 points each');
    expect(first).toBeNull();
  });
});

const prefixes = new WeakMap<Timeline, Map<number, Timeline>>();
function prefixOf(timeline: Timeline, position: number): Timeline {
  const known = prefixes.get(timeline) ?? new Map<number, Timeline>();
  prefixes.set(timeline, known);
  const prefix = known.get(position) ?? timeline.at(position);
  known.set(position, prefix);
  return prefix;
}

/** Slots by id with what they read; the whole state must give the same rows as the slots one by one. */
function stateAt(timeline: Timeline, date: Day, knownAt: Day) {
  const { table, order, ids } = timeline.table('NOMINAL', 'LEGAL');
  const whole = wholeState(timeline, viewOf({ date, knownAt }));
  const byRow = order.every((slot) => whole[slot] === table.row(slot, date, knownAt));
  return [byRow, order.length === ids.length, timeline.state(viewOf({ date, knownAt }))];
}
