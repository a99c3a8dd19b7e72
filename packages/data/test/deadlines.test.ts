import {
  type Outcome,
  parseDay,
  type Reading,
  slotsOn,
  Timeline,
  type Track,
  upcoming,
} from '@policy-timeline/domain';
import { expect, it } from 'vitest';
import { loadCatalogue } from '../src/index.js';

const { events } = loadCatalogue();
const timeline = Timeline.of(events.map((event, position) => ({ event, position })));
const outcomes = (date: string): ReadonlyMap<string, [Outcome | null, string | null]> =>
  new Map(
    upcoming(timeline, { date: parseDay(date), knownAt: null, withinDays: 120 }).map((deadline) => [
      deadline.id,
      [deadline.outcome, deadline.outcomeBy],
    ]),
  );

it('tells what became of the pause of April 2025: its start was kept, its end put off on 7 July', () => {
  expect(outcomes('2025-04-09').get('eo-14266:start')).toEqual(['KEPT', null]);
  expect(outcomes('2025-05-29').get('eo-14266:end')).toEqual(['EXTENDED', 'eo-14316']);
});

it('lists what the border was to do beside what the law says, when asked for that track', () => {
  const ahead = (track: Track) =>
    upcoming(timeline, { date: parseDay('2026-02-21'), knownAt: parseDay('2026-02-23'), track }).map(
      ({ id }) => id,
    );
  expect(ahead('COLLECTED')).toContain('eo-14389-collection:start');
  expect(ahead('LEGAL')).not.toContain('eo-14389-collection:start');
});

it('counts what only a later paper tells as known by then, or by the paper alone', () => {
  const ahead = (reading: Reading) =>
    upcoming(timeline, { date: parseDay('2018-03-01'), knownAt: parseDay('2018-03-01'), reading }).map(
      ({ id }) => id,
    );
  expect(ahead('NOMINAL')).toContain('nafta-withdrawal-threat:start');
  expect(ahead('CERTAIN')).not.toContain('nafta-withdrawal-threat:start');
});

const steps = (date: string, knownAt: string | null, stream: string) =>
  upcoming(timeline, {
    date: parseDay(date),
    knownAt: knownAt === null ? null : parseDay(knownAt),
    withinDays: 1000,
  }).filter(({ event, ofEffects }) => ofEffects && timeline.event(event)?.event.stream === stream);

it('lists car parts a month after the cars: the proclamation of 26 March 2025 gives them 3 May', () => {
  const [parts] = steps('2025-03-27', '2025-03-27', 'tariff/us/section-232-cars');
  expect(parts).toMatchObject({ id: 's232-autos-2025:start:2025-05-03', kind: 'START', daysLeft: 37 });
  expect(parts && slotsOn(timeline, parts, 'LEGAL')).toEqual(['tariff/us/section-232-cars/parts']);
  expect(steps('2025-03-27', null, 'tariff/us/section-232-cars')[0]).toMatchObject({ outcome: 'KEPT' });
  expect(steps('2025-03-25', '2025-03-25', 'tariff/us/section-232-cars')).toEqual([]);
});

it('lists each step of an act once, whatever it begins on, and knows which of them rise', () => {
  const ahead = steps('2024-10-01', '2024-10-01', 'tariff/us/section-301-china');
  expect(ahead.map(({ id, kind }) => [id, kind])).toEqual([
    ['s301-chn-4yr:start:2025-01-01', 'START'],
    ['s301-chn-4yr:start:2026-01-01', 'STEP_UP'],
  ]);
  expect(ahead.map((row) => slotsOn(timeline, row, 'LEGAL'))).toEqual([
    ['tariff/us/section-301-china/review-semiconductors', 'tariff/us/section-301-china/review-masks'],
    [
      'tariff/us/section-301-china/review-masks',
      'tariff/us/section-301-china/review-respirators',
      'tariff/us/section-301-china/review-batteries',
      'tariff/us/section-301-china/review-gloves',
    ],
  ]);
});

it('lists the five steps of the threat against Mexico until it is dropped, and in hindsight as lapsed', () => {
  const threatened = (date: string, knownAt: string | null) =>
    upcoming(timeline, {
      date: parseDay(date),
      knownAt: knownAt === null ? null : parseDay(knownAt),
    }).filter(({ event }) => event === 'mex-2019-threat');
  expect(threatened('2019-06-01', '2019-06-06').map(({ date, kind }) => [date, kind])).toEqual([
    ['2019-06-10', 'START'],
    ['2019-07-01', 'STEP_UP'],
    ['2019-08-01', 'STEP_UP'],
    ['2019-09-01', 'STEP_UP'],
    ['2019-10-01', 'STEP_UP'],
  ]);
  expect(threatened('2019-06-08', '2019-06-08')).toEqual([]);
  expect(
    new Set(threatened('2019-06-01', null).map(({ outcome, outcomeBy }) => `${outcome} ${outcomeBy}`)),
  ).toEqual(new Set(['LAPSED mex-2019-threat-shelved']));
});

it('tells of an end of its own where a part of an act has one: the wind-down of August 2019', () => {
  expect(
    steps('2019-08-06', '2019-08-06', 'sanction/us/venezuela').map(({ id, kind }) => [id, kind]),
  ).toEqual([['ven-13884:end:2019-09-04', 'EXPIRY']]);
});

it('does not take an extension for a beginning, nor the period of a figure for a deadline', () => {
  const own = (event: string) =>
    upcoming(timeline, { date: parseDay('2025-05-30'), knownAt: null, withinDays: 400 }).filter(
      (row) => row.event.startsWith(event) && row.ofEffects,
    );
  expect(own('eo-14326')).toEqual([]);
  expect(own('trade-milex-2024/')).toEqual([]);
});

it('awaits no more what EO 14389 left without a subject: the pause for China until 10 November 2026', () => {
  const ahead = (date: string) =>
    upcoming(timeline, { date: parseDay(date), knownAt: parseDay(date) }).map(({ id }) => id);
  expect(ahead('2026-02-19')).toContain('eo-14358:end');
  expect(ahead('2026-02-20')).not.toContain('eo-14358:end');
  const inHindsight = outcomes('2025-12-01');
  expect(inHindsight.get('eo-14358:end')).toBeUndefined();
  const pause = upcoming(timeline, { date: parseDay('2025-12-01'), knownAt: null }).find(
    ({ id }) => id === 'eo-14358:end',
  );
  expect([pause?.outcome, pause?.outcomeBy]).toEqual(['LAPSED', 'eo-14389']);
});

it('tells what became of announcements that set no day', () => {
  const announced = (date: string, id: string) => outcomes(date).get(id);
  expect(announced('2025-11-20', 'che-lie-framework:start')).toEqual(['KEPT', 'che-lie-15']);
  expect(announced('2026-02-10', 'ind-18-announced:start')).toEqual(['LAPSED', 'eo-14389']);
  expect(announced('2025-01-15', 'cub-sst-rescission-2025:start')).toEqual([
    'LAPSED',
    'cub-sst-rescission-revoked',
  ]);
});

it('confirms an end that fell on its day: the postal rate went with the surcharge on 24 July 2026', () => {
  expect(outcomes('2026-07-01').get('eo-14388:end:2026-07-24')).toEqual([
    'KEPT',
    'eo-14388-postal-rate-ends',
  ]);
  expect(outcomes('2024-05-01').get('ven-gl44a:end')).toEqual(['KEPT', 'ven-gl44a-expired']);
});

it('follows the threat against the EU from 1 June to 9 July, to a letter of 12 July and to the deal', () => {
  const outcome = (date: string, id: string) => outcomes(date).get(id);
  expect(outcome('2025-06-01', 'eu-50-deadline:start')).toEqual(['SUPERSEDED', 'eu-30-letter']);
  expect(outcome('2025-07-13', 'eu-30-letter:start')).toEqual(['LAPSED', 'eu-30-dropped']);
});

it('knows what became of what the paper of March 2018 awaited', () => {
  const awaited = outcomes('2018-04-01');
  expect(awaited.get('mexico-presidential-election-2018:start')).toEqual([
    'KEPT',
    'mexico-presidential-election-2018-held',
  ]);
  expect(awaited.get('trump-first-latin-america-visit-planned:start')).toEqual([
    'SUPERSEDED',
    'trump-first-latin-america-visit-cancelled',
  ]);
  expect(awaited.get('us-tpa-expiry-2018:start')).toEqual(['SUPERSEDED', 'us-tpa-extended-2018']);
});
