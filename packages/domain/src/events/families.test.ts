import { describe, expect, it } from 'vitest';
import { policyEvent } from '../testing/builders.js';
import { ACTS, FAMILIES } from './envelope.js';
import { eventType, families } from './families.js';
import { isRecordEvent } from './record-event.js';
import { sameValue, type Value } from './value.js';

describe('the vocabulary of the record', () => {
  it('has every family once, with a title in both languages', () => {
    expect(families.map(({ family }) => family).sort()).toEqual([...FAMILIES].sort());
    for (const { title } of families)
      expect([title.en, title.ja].every((text) => text.length > 0)).toBe(true);
  });

  it('gives no event type to two families', () => {
    const types = families.flatMap(({ types }) => Object.keys(types));
    expect(new Set(types).size).toBe(types.length);
    for (const type of types) expect(eventType(type)?.family.types).toHaveProperty(type);
  });

  it('names types noun first, in the past tense or as what was set, and uses only the acts there are', () => {
    for (const { types } of families) {
      for (const [type, { acts }] of Object.entries(types)) {
        expect(type).toMatch(/^([A-Z][a-z]+){2,4}$/);
        expect(acts.filter((act) => !ACTS.includes(act))).toEqual([]);
      }
    }
  });

  it('what a family can assert it can also end, amend or take back: nothing holds beyond recall', () => {
    for (const { family, types } of families) {
      const acts = new Set(Object.values(types).flatMap(({ acts: allowed }) => allowed));
      const happens = Object.values(types).every(({ extent }) => extent === 'HAPPENING');
      if (acts.has('ASSERT') && !happens)
        expect([family, acts.has('END') || acts.has('AMEND') || acts.has('REVOKE')]).toEqual([family, true]);
    }
  });

  it('keeps forecasts from holding anything', () => {
    for (const type of ['ForecastMade', 'AdviceGiven']) expect(eventType(type)?.definition.acts).toEqual([]);
  });

  it('knows no type that no family defines', () => {
    for (const type of ['TariffInvented', '', '__proto__', 'constructor'])
      expect(eventType(type)).toBeUndefined();
  });

  it('tells what speaks of the record from what speaks of the world', () => {
    expect(isRecordEvent(policyEvent({ id: 'order' }))).toBe(false);
    for (const type of ['EventCorrected', 'EventVoided', 'CoverageDeclared', 'SubjectsDescribed']) {
      expect(eventType(type)).toBeUndefined();
      expect(isRecordEvent({ type } as never)).toBe(true);
    }
  });
});

describe('values', () => {
  const values: readonly Value[] = [
    { kind: 'RATE', ratePercent: 24, rateBasis: 'ADDITIONAL' },
    { kind: 'RATE', ratePercent: 25, rateBasis: 'ADDITIONAL' },
    { kind: 'RATE', ratePercent: 24, rateBasis: 'INCLUSIVE' },
    { kind: 'RATE', ratePercent: 24, rateBasis: 'ADDITIONAL', upTo: true },
    { kind: 'QUANTITY', amount: 24, unit: 'percent' },
    { kind: 'QUANTITY', amount: 24, unit: 'round' },
    { kind: 'TEXT', text: { en: 'open', ja: '開始' } },
    { kind: 'TEXT', text: { en: 'open', ja: '公開' } },
    { kind: 'FLAG' },
  ];
  it('are the same when their content is, key order aside', () => {
    values.forEach((a, i) => {
      values.forEach((b, j) => {
        expect(sameValue(a, Object.fromEntries(Object.entries(b).reverse()) as unknown as Value)).toBe(
          i === j,
        );
      });
      expect([sameValue(a, null), sameValue(null, a)]).toEqual([false, false]);
    });
    expect(sameValue(null, null)).toBe(true);
  });
});
