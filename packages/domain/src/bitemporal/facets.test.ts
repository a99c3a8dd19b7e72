import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../events/envelope.js';
import { covered, described, log, on, ordered } from '../testing/builders.js';
import { Timeline } from './timeline.js';
import { viewOf } from './view.js';

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
          const timeline = late
            ? Timeline.of(records.slice(0, 2)).append(records.slice(2))
            : Timeline.of(records);
          const view = viewOf({ date: on('2025-05-01') });
          const passes = timeline.passes(asked as never);
          const expected = timeline.slots
            .filter((slot) => passes.slot(slot))
            .map(({ id }) => timeline.read(id, view))
            .filter((reading) => passes.reading(reading))
            .map(({ slot }) => slot);
          expect(timeline.state(view, asked as never).map(({ slot }) => slot)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});
