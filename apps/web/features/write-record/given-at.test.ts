import { expect, it } from 'vitest';
import { givenAt } from './given-at';

it('finds what was given at a path of the server', () => {
  const append = {
    dryRun: true,
    events: [
      {
        effective: { from: { date: '2025-08-07' } },
        effects: [
          { slot: 'tariff/us/reciprocal/JPN' },
          { slot: 'a slot', value: { rate: { ratePercent: -1 } } },
        ],
      },
    ],
  };
  expect(givenAt(append, 'events[0].effects[1].slot')).toBe('a slot');
  expect(givenAt(append, 'events[0].effective.from')).toBe('2025-08-07');
  expect(givenAt(append, 'events[0].effects[1].value')).toBeNull();
  expect(givenAt(append, 'events[3].id')).toBeNull();
  expect(givenAt(append, null)).toBeNull();
});

it('finds the fields of a correction in its patch', () => {
  const correction = {
    target: 'jpn-15',
    patch: { title: { ja: '', en: 'Japan' }, knownOn: { date: '2025' } },
  };
  expect(givenAt(correction, 'target')).toBe('jpn-15');
  expect(givenAt(correction, 'title.en')).toBe('Japan');
  expect(givenAt(correction, 'knownOn')).toBe('2025');
});
