import { conditionName, isRecordEvent, listName } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../src/load-catalogue.js';

const terms = loadCatalogue().events.flatMap((event) =>
  isRecordEvent(event)
    ? []
    : event.effects.flatMap((effect) => ('terms' in effect && effect.terms ? [effect.terms] : [])),
);

describe('what instruments name, named for a reader', () => {
  it('every product list of the record has a name in both languages', () => {
    const lists = new Set(terms.flatMap(({ include, exclude }) => [...include.lists, ...exclude.lists]));
    expect(lists.size).toBeGreaterThan(50);
    expect([...lists].filter((code) => listName(code).ja === code && !PLAIN.has(code))).toEqual([]);
  });

  it('conditions that a quote may leave open are told by name, dated ones with their day', () => {
    expect(conditionName('company-named-in-annex-iii-until-2026-09-29')).toEqual({
      en: 'a maker named in Annex III before 29 September 2026',
      ja: '附属書IIIに名のある製造者の品（2026年9月29日より前）',
    });
    expect(conditionName('cranes-contract-before-2024-05-14-entered-before-2026-05-14').ja).toBe(
      '契約済みのクレーン（2024年5月14日より前、2026年5月14日より前に輸入）',
    );
  });
});

/** Lists that stand for everything or for partners are never told. */
const PLAIN = new Set(['eo14257-annex-i-partners', 'additional-ieepa-duties']);
