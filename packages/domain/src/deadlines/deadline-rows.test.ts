import { expect, it } from 'vitest';
import { Timeline } from '../bitemporal/timeline.js';
import type { Effect } from '../events/envelope.js';
import type { LogEvent } from '../events/record-event.js';
import { covered, log, on, percent, policyEvent } from '../testing/builders.js';
import { upcoming } from './upcoming.js';

const CARS = 'tariff/us/section-232-cars';
const PARTS = 'tariff/us/section-232-cars/parts';
const day = (date: string) => ({ date });
const assert = (slot: string, rate: number, days: Partial<Effect> = {}): Effect => ({
  act: 'ASSERT',
  slot,
  value: percent(rate),
  ...days,
});
/** Cars from 3 April, parts from 3 May. */
const proclamation = policyEvent({
  id: 'proclamation',
  knownOn: day('2025-03-26'),
  effective: { from: day('2025-04-03') },
  effects: [assert(CARS, 25), assert(PARTS, 25, { from: day('2025-05-03') })],
});
const amendment = (effects: readonly Effect[]) =>
  policyEvent({
    id: 'amendment',
    knownOn: day('2025-04-29'),
    effective: { from: day('2025-04-29') },
    effects,
  });
const rows = (events: readonly LogEvent[], date: string, knownAt: string | null) =>
  upcoming(Timeline.of(log(...events, covered('2025-12-31'))), {
    date: on(date),
    knownAt: knownAt === null ? null : on(knownAt),
  }).map(({ id, outcome, outcomeBy }) => [id, outcome, outcomeBy]);

it('lists a part that begins later beside the act, each under an id of its own', () => {
  expect(rows([proclamation], '2025-03-27', '2025-03-27')).toEqual([
    ['proclamation:start', null, null],
    ['proclamation:start:2025-05-03', null, null],
  ]);
});

it('moves the day of the parts when an amendment moves them, and leaves it where it moves the cars', () => {
  const moved = amendment([{ act: 'AMEND', slot: PARTS, target: 'proclamation', from: day('2025-06-01') }]);
  expect(rows([proclamation, moved], '2025-04-30', '2025-04-30')).toEqual([
    ['amendment:start:2025-06-01', null, null],
  ]);
  expect(rows([proclamation, moved], '2025-04-20', null)).toContainEqual([
    'proclamation:start:2025-05-03',
    'EXTENDED',
    'amendment',
  ]);
  const others = amendment([{ act: 'AMEND', slot: CARS, target: 'proclamation', value: percent(20) }]);
  expect(rows([proclamation, others], '2025-04-30', '2025-04-30')).toEqual([
    ['proclamation:start:2025-05-03', null, null],
  ]);
  expect(rows([proclamation, others], '2025-04-30', null)).toEqual([
    ['proclamation:start:2025-05-03', 'KEPT', null],
  ]);
});

it('tells the beginning where one step ends and the next begins, and the last end once', () => {
  const quota = policyEvent({
    id: 'quota',
    knownOn: day('2025-03-01'),
    effective: { from: day('2025-04-01'), until: day('2025-07-01') },
    effects: [
      assert(CARS, 10, { from: day('2025-04-01'), until: day('2025-05-01') }),
      assert(CARS, 15, { from: day('2025-05-01'), until: day('2025-06-01') }),
      assert(CARS, 5, { from: day('2025-06-01'), until: day('2025-07-01') }),
    ],
  });
  const told = upcoming(Timeline.of(log(quota, covered('2025-12-31'))), {
    date: on('2025-03-02'),
    knownAt: on('2025-03-02'),
  });
  expect(told.map(({ id, kind }) => [id, kind])).toEqual([
    ['quota:start', 'START'],
    ['quota:start:2025-05-01', 'STEP_UP'],
    ['quota:start:2025-06-01', 'START'],
    ['quota:end', 'EXPIRY'],
  ]);
});

it('no longer awaits what an end reaches before its day, by then and for that part alone', () => {
  const end = policyEvent({
    id: 'end',
    knownOn: day('2025-04-20'),
    effective: { from: day('2025-04-21') },
    effects: [{ act: 'END', slot: PARTS, target: 'proclamation' }],
  });
  expect(rows([proclamation, end], '2025-04-20', '2025-04-19')).toEqual([
    ['proclamation:start:2025-05-03', null, null],
  ]);
  expect(rows([proclamation, end], '2025-04-20', '2025-04-20')).toEqual([['end:start', null, null]]);
  expect(rows([proclamation, end], '2025-03-27', null)).toContainEqual(['proclamation:start', 'KEPT', null]);
  expect(rows([proclamation, end], '2025-04-19', null)).toContainEqual([
    'proclamation:start:2025-05-03',
    'LAPSED',
    'end',
  ]);
});

it('says of a surcharge that expires after 150 days that it starts, and that its end is the expiry', () => {
  const surcharge = policyEvent({
    id: 's122',
    knownOn: day('2026-02-20'),
    effective: { from: day('2026-02-24'), until: day('2026-07-24') },
    deadline: { kind: 'EXPIRY', firmness: 'CONDITIONAL' },
    effects: [assert('tariff/us/section-122', 10)],
  });
  const told = upcoming(Timeline.of(log(surcharge, covered('2026-07-24'))), {
    date: on('2026-02-21'),
    knownAt: on('2026-02-21'),
  });
  expect(told.map(({ id, kind, firmness }) => [id, kind, firmness])).toEqual([
    ['s122:start', 'START', 'FIXED'],
    ['s122:end', 'EXPIRY', 'CONDITIONAL'],
  ]);
});

it('takes the opening of a quota for its start, not for its end brought forward: Argentine beef of 2026', () => {
  const quota = policyEvent({
    id: 'quota',
    knownOn: day('2026-02-06'),
    effective: { from: day('2026-02-13'), until: day('2027-01-01') },
    effects: [assert(CARS, 0)],
  });
  const opened = (until: string) =>
    policyEvent({
      ...quota,
      id: 'opened',
      knownOn: day('2026-02-13'),
      effective: { from: day('2026-02-13'), until: day(until) },
      relations: [{ type: 'REALISES', to: 'quota' }],
    });
  const seen = (until: string) =>
    upcoming(Timeline.of(log(quota, opened(until), covered('2026-09-30'))), {
      date: on('2026-02-07'),
      knownAt: null,
    })
      .filter(({ event }) => event === 'quota')
      .map(({ id, outcome, outcomeBy }) => [id, outcome, outcomeBy]);
  expect(seen('2027-01-01')).toEqual([
    ['quota:start', 'KEPT', 'opened'],
    ['quota:end', null, null],
  ]);
  expect(seen('2026-12-01')).toContainEqual(['quota:end', 'BROUGHT_FORWARD', 'opened']);
});

it('does not await the period that a figure is of', () => {
  const balance = policyEvent({
    id: 'balance-2024',
    family: 'INDICATOR',
    type: 'IndicatorPublished',
    knownOn: day('2023-12-01'),
    effective: { from: day('2024'), until: day('2024') },
    effects: [],
  });
  const ahead = (event: LogEvent) =>
    upcoming(Timeline.of(log(event, covered('2026-07-24'))), { date: on('2023-12-31'), knownAt: null }).map(
      ({ id }) => id,
    );
  expect(ahead(balance)).toEqual([]);
  expect(ahead({ ...balance, deadline: { kind: 'REVIEW' } } as LogEvent)).toContain('balance-2024:start');
});

/** 34 % on China from 9 April; of it 24 points paused until 10 November. */
const CHINA = 'tariff/us/reciprocal/CHN';
const schedule = policyEvent({
  id: 'schedule',
  knownOn: day('2025-04-02'),
  effective: { from: day('2025-04-09') },
  effects: [assert(CHINA, 34)],
});
const pause = policyEvent({
  id: 'pause',
  knownOn: day('2025-05-12'),
  effective: { from: day('2025-05-14'), until: day('2025-11-10') },
  effects: [{ act: 'SUSPEND', slot: CHINA, value: percent(10) }],
});
const judgment = (from: string, effect: Partial<Effect>) =>
  policyEvent({
    id: 'judgment',
    knownOn: day('2025-08-20'),
    effective: { from: day(from) },
    effects: [{ act: 'END', slot: CHINA, ...effect }],
  });

it('a pause of a duty that has ended resumes nothing: its last day is awaited no more', () => {
  const ended = [schedule, pause, judgment('2025-08-20', {})];
  expect(rows(ended, '2025-08-19', '2025-08-19')).toEqual([['pause:end', null, null]]);
  expect(rows(ended, '2025-08-20', '2025-08-20')).toEqual([]);
  expect(rows(ended, '2025-06-01', null)).toContainEqual(['pause:end', 'LAPSED', 'judgment']);
});

it('a rate that begins during a pause and was set after it takes the place of what was to resume', () => {
  const raised = judgment('2025-08-20', { act: 'ASSERT', value: percent(50) });
  expect(rows([schedule, pause, raised], '2025-08-20', '2025-08-20')).toEqual([]);
  expect(rows([schedule, pause, raised], '2025-06-01', null)).toContainEqual([
    'pause:end',
    'SUPERSEDED',
    'judgment',
  ]);
});

it('a rate that was set before the pause lets it run out', () => {
  const early = policyEvent({
    id: 'early',
    knownOn: day('2025-04-03'),
    effective: { from: day('2025-08-20') },
    effects: [assert(CHINA, 50)],
  });
  expect(rows([schedule, early, pause], '2025-08-20', '2025-08-20')).toEqual([['pause:end', null, null]]);
  expect(rows([schedule, early, pause], '2025-08-20', null)).toEqual([['pause:end', 'KEPT', null]]);
});

it('a judgment that is itself undone lets the pause run out after all', () => {
  const undone = policyEvent({
    id: 'appeal',
    knownOn: day('2025-09-01'),
    effective: { from: day('2025-08-20') },
    effects: [{ act: 'REVOKE', slot: CHINA, target: 'judgment' }],
  });
  const all = [schedule, pause, judgment('2025-08-20', {}), undone];
  expect(rows(all, '2025-08-31', '2025-08-31')).toEqual([]);
  expect(rows(all, '2025-09-01', '2025-09-01')).toEqual([['pause:end', null, null]]);
  expect(rows(all, '2025-06-01', null)).toContainEqual(['pause:end', 'KEPT', null]);
});

it('an announcement without a day falls with what it was to change, once that is taken back or ended', () => {
  const announced = policyEvent({
    id: 'announced',
    modality: 'PLANNED',
    knownOn: day('2025-08-01'),
    effective: { from: { date: null }, dateOpen: true },
    effects: [assert(CHINA, 18)],
  });
  for (const [from, act] of [
    ['2025-08-20', 'END'],
    ['2025-08-01', 'REVOKE'],
  ] as const) {
    const all = [schedule, announced, judgment(from, { act, target: 'announced' })];
    expect(rows(all, '2025-08-19', '2025-08-19')).toEqual([['announced:start', null, null]]);
    expect(rows(all, '2025-08-20', '2025-08-20')).toEqual([]);
    expect(rows(all, '2025-08-05', null)).toEqual([['announced:start', 'LAPSED', 'judgment']]);
  }
});

it('an end on the day on which a temporary act was to run out says that it did', () => {
  const temporary = policyEvent({
    id: 'surcharge',
    knownOn: day('2025-02-20'),
    effective: { from: day('2025-02-24'), until: day('2025-07-24') },
    effects: [assert('tariff/us/section-122', 10)],
  });
  const over = policyEvent({
    id: 'over',
    knownOn: day('2025-07-24'),
    effective: { from: day('2025-07-24') },
    effects: [{ act: 'END', slot: 'tariff/us/section-122', target: 'surcharge' }],
  });
  expect(rows([temporary, over], '2025-07-01', null)).toContainEqual(['surcharge:end', 'KEPT', 'over']);
});
