import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES, type PolicyEvent } from '../events/envelope.js';
import type { RecordEvent } from '../events/record-event.js';
import { covered, described, log, on, ordered } from '../testing/builders.js';
import type { BuiltTable } from './built-table.js';
import { Timeline } from './timeline.js';
import { type ReadingFilter, viewOf } from './view.js';

const PARTIES = ['JPN', 'CAN', 'MEX', '*'] as const;
const SUBJECTS = [
  'tariff/us',
  'tariff/us/steel',
  'tariff/us/steel/JPN',
  'tariff/us/steel/JPN#quota',
  'tariff/us/st',
  'sanction/us',
];
const subject = fc.record({
  id: fc.constantFrom(
    'tariff/us/steel/JPN',
    'tariff/us/steel',
    'tariff/us/steelworks',
    'sanction/us/oil',
    'sanction/eu/oil',
  ),
  family: fc.constantFrom('TARIFF' as const, 'SANCTION' as const),
  topic: fc.constantFrom('trade', 'oil'),
  partners: fc.uniqueArray(fc.constantFrom(...PARTIES), { maxLength: 2 }),
  authorities: fc.uniqueArray(fc.constantFrom('USA', 'org:eu'), { maxLength: 2 }),
});
const some = <T>(...values: T[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 }), { nil: undefined });
const filter = fc.record({
  families: some(...FAMILIES.slice(0, 2)),
  topics: some('trade', 'oil', 'none'),
  partners: some('JPN', 'CAN'),
  authorities: some('USA', 'org:eu'),
  subjects: some(...SUBJECTS),
  statuses: some('IN_FORCE' as const, 'SCHEDULED' as const),
  text: fc.option(fc.constantFrom('', 'oil', 'ＳＴＥＥＬ'), { nil: undefined }),
});

/** A slot is listed where its description and its reading let it pass. */
function check(timeline: Timeline, filter: ReadingFilter): void {
  const view = viewOf({ date: on('2025-05-01') });
  const passes = timeline.passes(filter);
  const expected = timeline.slots
    .filter((slot) => passes.slot(slot))
    .map(({ id }) => timeline.read(id, view))
    .filter((reading) => passes.reading(reading))
    .map(({ slot }) => slot);
  expect(timeline.state(view, filter).map(({ slot }) => slot)).toEqual(expected);
}

const orderOn = (slot: string, targets: PolicyEvent['targets']): PolicyEvent => ({
  ...ordered('10 %', { id: `${slot} ordered`, slot, from: '2025-04-01', known: '2025-04-01' }),
  targets,
});

describe('facets', () => {
  it('chosen by lists, a slot is one that its description and its reading let pass', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(subject, { selector: ({ id }) => id, minLength: 1 }),
        filter,
        fc.boolean(),
        (subjects, asked, late) => {
          const told = subjects.flatMap(({ id }, i) => [
            ordered('10 %', {
              id: `${id} ordered`,
              slot: i % 2 ? id : `${id}#quota`,
              from: i % 3 ? '2025-04-01' : '2025-06-01',
              known: '2025-04-01',
            }),
          ]);
          const records = log(covered('2099'), ...told, ...subjects.map((s) => described(s)));
          check(
            late ? Timeline.of(records.slice(0, 2)).append(records.slice(2)) : Timeline.of(records),
            asked as never,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('lists of one version serve those before and after it and their rivals, whatever is new or described anew there', () => {
    const first = ['m', 'c', 'x'].map((name) => orderOn(`tariff/us/${name}/JPN#rate`, ['JPN']));
    const start = log(covered('2099'), ...first);
    const filters: readonly ReadingFilter[] = [
      { partners: ['CAN'] },
      { partners: ['MEX'], families: ['TARIFF'] },
      { subjects: ['tariff/us/c'] },
      { topics: ['steel'] },
    ];
    const grow = (timeline: Timeline, event: PolicyEvent | RecordEvent): Timeline =>
      timeline.append([{ position: timeline.position + 1, event }]);
    const steps = [
      // Before the others in order of id; of everyone; a second slot of a subject, which it describes from now on.
      orderOn('tariff/us/a/CAN#rate', ['CAN']),
      orderOn('tariff/us/z/JPN#rate', ['*']),
      orderOn('tariff/us/c/JPN#quota', ['MEX']),
      described({
        id: 'tariff/us/m/JPN',
        family: 'TARIFF',
        topic: 'steel',
        partners: ['MEX'],
        authorities: ['USA'],
      }),
    ];
    // Lists are made of the version at each place, once of the first and once of the last of all.
    for (let made = 0; made <= steps.length; made++) {
      const versions = [Timeline.of(start)];
      const rivals: Timeline[] = [];
      (versions[0] as Timeline).table('NOMINAL', 'LEGAL');
      for (const [i, step] of steps.entries()) {
        if (made === i) check(versions[i] as Timeline, { partners: ['CAN'] });
        rivals.push(grow(versions[i] as Timeline, orderOn(`tariff/us/b-${i}/MEX#rate`, ['MEX'])));
        versions.push(grow(versions[i] as Timeline, step));
        for (const { table } of [rivals.at(-1), versions.at(-1)].map(
          (t) => t?.table('NOMINAL', 'LEGAL') as BuiltTable,
        ))
          expect(table.slotCount).toBeGreaterThanOrEqual(first.length);
      }
      for (const version of [...versions.toReversed(), ...rivals])
        for (const filter of filters) check(version, filter);
    }
  });
});
