import { describe, expect, it } from 'vitest';
import { type Draft, EMPTY_DRAFT, eventInput, faultsOf, fieldOfPath, shownField } from './draft';

const DRAFT: Draft = {
  ...EMPTY_DRAFT,
  subject: 'tariff/us/reciprocal/JPN',
  stream: 'tariff/us/reciprocal',
  topic: 'japan-us-tariff-talks',
  rate: '15',
  rateBasis: 'INCLUSIVE',
  from: '2025-08-07',
  knownOn: '2025-09-04',
  titleEn: 'Implementing the Agreement',
  titleJa: '合意の実施',
  sourceTitleEn: 'EO 14345',
  sourceTitleJa: '大統領令14345号',
  sourcePublisher: 'Federal Register',
  sourceDate: '2025-09-09',
};

describe('the draft', () => {
  it('names the fields that are missing', () => {
    expect(Object.keys(faultsOf(EMPTY_DRAFT)).sort()).toEqual([
      'from',
      'rate',
      'sourceDate',
      'sourcePublisher',
      'sourceTitleEn',
      'sourceTitleJa',
      'stream',
      'subject',
      'titleEn',
      'titleJa',
      'topic',
    ]);
    expect(faultsOf(DRAFT)).toEqual({});
  });

  it('refuses what is no date, and takes months and years', () => {
    expect(faultsOf({ ...DRAFT, from: '2025-02-30' })).toEqual({ from: 'unreadableDate' });
    expect(faultsOf({ ...DRAFT, from: '2025-08~', until: '2026' })).toEqual({});
  });

  it('becomes the event of the API', () => {
    expect(eventInput(DRAFT)).toMatchObject({
      effective: { from: { date: '2025-08-07' } },
      knownOn: { date: '2025-09-04' },
      effects: [
        {
          act: 'ASSERT',
          slot: 'tariff/us/reciprocal/JPN',
          value: { rate: { ratePercent: 15, rateBasis: 'INCLUSIVE' } },
        },
      ],
      sources: [{ id: 'eo-14345', kind: 'OFFICIAL' }],
    });
  });

  it('knows the field that a path of the server speaks of', () => {
    expect(fieldOfPath('events[0].effective.from')).toBe('from');
    expect(fieldOfPath('events.0.sources.0.date')).toBe('sourceDate');
    expect(fieldOfPath('expected')).toBe('stream');
    expect(fieldOfPath(null)).toBeNull();
  });
});

describe('a fault of the server', () => {
  it('is shown at the field it speaks of, in the language it speaks of', () => {
    expect(shownField('events[0].title.ja', DRAFT, null)).toBe('titleJa');
    expect(shownField('events[0].summary.en', DRAFT, null)).toBe('summaryEn');
    expect(shownField('events[0].effective', DRAFT, null)).toBe('until');
    expect(shownField('events[0].effects[0].value', DRAFT, null)).toBe('rate');
    expect(shownField('events[0].effects[0].value', { ...DRAFT, valueKind: 'QUANTITY' }, null)).toBe(
      'amount',
    );
  });

  it('is said beside the form where the form does not show that field', () => {
    expect(shownField('events[0].effects[0].slot', DRAFT, null)).toBe('subject');
    expect(shownField('events[0].effects[0].slot', DRAFT, 'end')).toBeNull();
    expect(shownField('events[0].effects[0].target', { ...DRAFT, act: 'AMEND' }, 'extend')).toBeNull();
    expect(shownField('events[0].relations[0].to', DRAFT, null)).toBeNull();
  });
});
