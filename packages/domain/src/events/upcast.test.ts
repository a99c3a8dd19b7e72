import { expect, it } from 'vitest';
import { chainOf, EVENT_SCHEMA_VERSION, type StoredEventForm, UnknownEventForm, upcast } from './upcast.js';

type First = StoredEventForm & { readonly rate: number };
type Second = StoredEventForm & { readonly ratePercent: number };
type Third = StoredEventForm & { readonly terms: { readonly ratePercent: number } };
const secondForm = ({ rate, ...event }: First): Second => ({ ...event, schemaVersion: 2, ratePercent: rate });
const thirdForm = ({ ratePercent, ...event }: Second): Third => ({
  ...event,
  schemaVersion: 3,
  terms: { ratePercent },
});
const chain = chainOf([secondForm as never, thirdForm as never]);
const first: First = { id: 'jpn-15', stream: 'tariff/us/reciprocal', schemaVersion: 1, rate: 15 };
const third = { id: 'jpn-15', stream: 'tariff/us/reciprocal', schemaVersion: 3, terms: { ratePercent: 15 } };

it('brings an event of every older version to the newest, step by step', () => {
  expect(chain(first)).toEqual(third);
  expect(chain(secondForm(first))).toEqual(third);
  expect(chain(third)).toEqual(third);
  expect(first).toEqual({ id: 'jpn-15', stream: 'tariff/us/reciprocal', schemaVersion: 1, rate: 15 });
});

it('leaves an event of today as it is', () => {
  const event = { ...first, schemaVersion: EVENT_SCHEMA_VERSION };
  expect(upcast(event)).toBe(event);
});

it.each([4, 0, -1, 1.5, '1', null, undefined, Number.NaN])(
  'refuses an event of version %j with a sentence',
  (schemaVersion) => {
    const unknown = { ...first, schemaVersion } as StoredEventForm;
    expect(() => chain(unknown)).toThrow(UnknownEventForm);
    expect(() => chain(unknown)).toThrow(
      /"jpn-15" has schemaVersion .*; this program reads 1 to 3\. Read the log with the newer program/,
    );
  },
);
