import { describe, expect, it } from 'vitest';
import { eventsOf, importText } from '../testing/import-text.js';

const bank = {
  id: 'xx-bank',
  schema: 'Company',
  caption: 'Banco Ejemplo',
  datasets: ['xx'],
  properties: { name: ['Banco Ejemplo'], country: ['cu'] },
};
const sanction = {
  id: 'xx-bank-sanction',
  schema: 'Sanction',
  datasets: ['xx'],
  properties: {
    entity: ['xx-bank'],
    authority: ['Office of Foreign Assets Control'],
    programId: ['US-CUBA'],
    listingDate: ['2019-04-17'],
    startDate: ['2019-04'],
    status: ['Active'],
  },
};
const lines = (...entities: object[]): string => entities.map((entity) => JSON.stringify(entity)).join('\n');
const read = (...entities: object[]) => importText('FOLLOW_THE_MONEY', lines(...entities));

describe('a sanction', () => {
  it('names its target, also where that stands further down', async () => {
    for (const entities of [
      [bank, sanction],
      [sanction, bank],
    ])
      expect((await read(...entities)).drafts).toMatchObject([
        {
          id: 'ftm:xx-bank-sanction',
          needsReview: ['title.ja'],
          event: {
            stream: 'sanction/ftm/us-cuba',
            title: { en: 'Banco Ejemplo: Office of Foreign Assets Control (US-CUBA)' },
            knownOn: { date: '2019-04-17' },
            effective: { from: { date: '2019-04' } },
            targets: ['CUB'],
            persons: ['xx-bank'],
          },
        },
      ]);
  });

  it('without any day is date-open and known from the import, both to be looked at', async () => {
    const { properties } = sanction;
    const bare = { ...sanction, properties: { entity: properties.entity } };
    expect((await read(bare)).drafts[0]).toMatchObject({
      needsReview: ['effective', 'knownOn', 'title.en', 'title.ja'],
      event: { effective: { dateOpen: true }, knownOn: { date: '2026-11-21' }, inferred: ['knownOn'] },
    });
  });

  it('that is suspended is not taken for ended', async () => {
    const suspended = { ...sanction, properties: { ...sanction.properties, status: ['Suspended'] } };
    const [draft] = (await read(bank, suspended)).drafts;
    expect(draft?.needsReview).toEqual(['title.ja', 'effects']);
    expect(draft?.event.effective.until).toBeUndefined();
  });

  it('whose end is told later is amended; one removed by a delta is ended', async () => {
    const record = eventsOf(await read(bank, sanction));
    const ended = { ...sanction, properties: { ...sanction.properties, endDate: ['2021-01-01'] } };
    const later = await importText('FOLLOW_THE_MONEY', lines(bank, ended), record);
    expect(later.drafts).toMatchObject([
      { id: 'ftm:xx-bank-sanction:r1', event: { type: 'SanctionAmended' } },
    ]);
    const removed = await importText('FOLLOW_THE_MONEY', lines({ op: 'DEL', entity: sanction }), record);
    expect(removed.drafts).toMatchObject([
      {
        id: 'ftm:xx-bank-sanction:removed',
        needsReview: ['effective', 'knownOn', 'title.ja'],
        event: { type: 'SanctionLifted', effects: [{ act: 'END', target: 'ftm:xx-bank-sanction' }] },
      },
    ]);
  });
});

it('tells a broken line and reads the next', async () => {
  const text = `not json\n{"id": 3}\n\n${lines(bank, { ...sanction, properties: { startDate: ['2019-02-30'] } }, sanction)}`;
  const { drafts, errors } = await importText('FOLLOW_THE_MONEY', text);
  expect(errors.map(({ line, code }) => [line, code])).toEqual([
    [1, 'NOT_JSON'],
    [2, 'WRONG_SHAPE'],
    [5, 'INVALID_DATE'],
  ]);
  expect(drafts.map(({ line }) => line)).toEqual([6]);
});

it.each(['{"error":"rate limited"}', '{"id":"x","schema":"Person"}', '42'])(
  'says of %s what a line is to hold',
  async (line) => {
    const { errors } = await importText('FOLLOW_THE_MONEY', line);
    expect(errors).toMatchObject([
      {
        line: 1,
        code: 'WRONG_SHAPE',
        reason: expect.stringContaining('neither an entity, { "id", "schema"'),
      },
    ]);
  },
);
