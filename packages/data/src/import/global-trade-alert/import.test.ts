import { parseDay, Timeline, viewOf } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { eventsOf, importText } from '../testing/import-text.js';

const duty = {
  intervention_id: 901,
  state_act_id: 55,
  state_act_title: 'Brazil: Import duty on ethanol',
  intervention_url: 'https://www.globaltradealert.org/intervention/901',
  gta_evaluation: 'Red',
  implementing_jurisdictions: [{ id: 76, name: 'Brazil', iso: 'BRA' }],
  affected_jurisdictions: [{ id: 840, name: 'United States of America', iso: 'USA' }],
  intervention_type: 'Import tariff',
  affected_products: [220710],
  date_announced: '2024-07-04',
  date_published: '2024-07-08',
  date_implemented: '2024-07-01',
  date_removed: '2025-06-30',
  is_in_force: 1,
};
const read = (...rows: object[]) => importText('GLOBAL_TRADE_ALERT', JSON.stringify(rows));

describe('an intervention', () => {
  it('is an event that implements its state act, and may reach back before it was announced', async () => {
    const { drafts, errors } = await read(duty);
    expect(errors).toEqual([]);
    expect(drafts.map(({ id, needsReview }) => [id, needsReview])).toEqual([
      ['gta-act:55', ['title.ja']],
      ['gta:901', ['title.ja']],
    ]);
    expect(drafts[1]?.event).toMatchObject({
      stream: 'tariff/gta/act-55',
      type: 'TariffOrdered',
      direction: 'TIGHTENING',
      actors: ['BRA'],
      targets: ['USA'],
      knownOn: { date: '2024-07-04' },
      effective: { from: { date: '2024-07-01' }, until: { date: '2025-06-30' } },
      relations: [{ type: 'IMPLEMENTS', to: 'gta-act:55' }],
    });
  });

  it('names its act once for all interventions of it', async () => {
    const { drafts } = await read(duty, { ...duty, intervention_id: 902 });
    expect(drafts.map(({ id }) => id)).toEqual(['gta-act:55', 'gta:901', 'gta:902']);
  });

  it.each([
    [{ date_implemented: null, date_removed: null }, ['effective', 'title.ja']],
    [{ date_implemented: '2023-12-31' }, ['effective.from', 'title.ja']],
    [{ date_removed: '2026-01-01' }, ['effective.until', 'title.ja']],
    [{ gta_evaluation: 'Amber' }, ['title.ja', 'direction']],
    [{ implementing_jurisdictions: [{ name: 'Atlantis' }] }, ['title.ja', 'actors', 'targets']],
  ])('%j is to be looked at: %j', async (fields, needsReview) => {
    expect((await read({ ...duty, ...fields })).drafts.at(-1)?.needsReview).toEqual(needsReview);
  });

  it('is refused where it would end before it begins, or nobody says since when it was known', async () => {
    const { drafts, errors } = await read(
      { ...duty, date_removed: '2024-07-01' },
      { ...duty, intervention_id: 902, date_announced: null, date_published: null },
      { ...duty, intervention_id: 903 },
    );
    expect(errors.map(({ code }) => code)).toEqual(['INVALID_RANGE', 'MISSING_FIELD']);
    expect(drafts.map(({ id }) => id)).toEqual(['gta-act:55', 'gta:903']);
  });
});

describe('an extension seen on a later import', () => {
  it('is a further event that amends, never an edit', async () => {
    const first = eventsOf(await read(duty));
    expect((await importText('GLOBAL_TRADE_ALERT', JSON.stringify([duty]), first)).recorded).toBe(2);

    const longer = JSON.stringify([{ ...duty, date_removed: '2025-12-31' }]);
    const later = await importText('GLOBAL_TRADE_ALERT', longer, first, { importedOn: '2025-05-02' });
    expect(later.drafts).toMatchObject([
      {
        id: 'gta:901:r1',
        needsReview: ['knownOn', 'title.ja'],
        event: {
          type: 'TariffAmended',
          knownOn: { date: '2025-05-02' },
          relations: [{ type: 'EXTENDS', to: 'gta:901' }],
          effects: [{ act: 'AMEND', target: 'gta:901' }],
        },
      },
    ]);
    const all = [...first, ...eventsOf(later)];
    expect((await importText('GLOBAL_TRADE_ALERT', longer, all)).drafts).toEqual([]);

    const timeline = Timeline.of(all.map((event, position) => ({ position, event })));
    const inForce = (date: string, knownAt: string) =>
      timeline.read('tariff/gta/act-55/901', viewOf({ date: parseDay(date), knownAt: parseDay(knownAt) }))
        .status;
    expect(inForce('2025-09-01', '2025-05-01')).toBe('EXPIRED');
    expect(inForce('2025-09-01', '2025-05-02')).toBe('IN_FORCE');
  });

  it('and the next change amends the last one; an end that is taken away is revoked', async () => {
    let record = eventsOf(await read(duty));
    for (const date_removed of ['2025-12-31', '2026-06-30', null]) {
      const rows = JSON.stringify([{ ...duty, date_removed }]);
      record = [...record, ...eventsOf(await importText('GLOBAL_TRADE_ALERT', rows, record))];
    }
    expect(record.map(({ id }) => id)).toEqual([
      'gta-act:55',
      'gta:901',
      'gta:901:r1',
      'gta:901:r2',
      'gta:901:r3',
    ]);
    expect(record.at(-1)?.effects.map(({ act, target }) => [act, target])).toEqual([
      ['REVOKE', 'gta:901'],
      ['REVOKE', 'gta:901:r1'],
      ['REVOKE', 'gta:901:r2'],
      ['ASSERT', undefined],
    ]);
    const timeline = Timeline.of(record.map((event, position) => ({ position, event })));
    const view = viewOf({ date: parseDay('2026-11-20') });
    expect(timeline.read('tariff/gta/act-55/901', view).status).toBe('IN_FORCE');
  });
});

describe('a download as CSV', () => {
  const now =
    'Intervention ID,State Act Title,GTA Evaluation,Implementing Jurisdictions,Affected Products,Date Announced,Date Implemented,Is In Force,Intervention Type,Intervention URL';
  const older =
    'State Act Title,Announcement Date,Inception Date,Removal Date,Currently in force,Intervention Type,MAST chapter,Affected Sectors,Affected Jurisdiction,Intervention URL';
  const csv = (...lines: string[]) => importText('GLOBAL_TRADE_ALERT', lines.join('\r\n'));

  it('is read by the header of either vintage, serial days included', async () => {
    const fresh = await csv(
      now,
      '12,"Duty, raised",Green,"Brazil, Viet Nam",220710;220720,2024-07-04,2024-07-01,1,Import tariff,https://www.globaltradealert.org/intervention/12',
    );
    expect(fresh.errors).toEqual([]);
    expect(fresh.drafts[0]).toMatchObject({
      id: 'gta:12',
      line: 2,
      event: { actors: ['BRA', 'VNM'], direction: 'EASING', title: { en: 'Duty, raised (Import tariff)' } },
    });
    const old = await csv(
      older,
      'State aid,45477,45474.0,,Yes,State loan,L Subsidies,341,Bolivia (Plurinational State of),https://www.globaltradealert.org/intervention/7',
    );
    expect(old.errors).toEqual([]);
    expect(old.drafts[0]).toMatchObject({
      id: 'gta:7',
      event: {
        type: 'PolicyAdopted',
        knownOn: { date: '2024-07-04' },
        effective: { from: { date: '2024-07-01' } },
      },
    });
  });

  it('with a header that nobody knows is refused as a whole', async () => {
    expect(await csv(`${now},Mood`, '1,2,3')).toMatchObject({
      drafts: [],
      errors: [{ line: 1, code: 'UNKNOWN_HEADER', reason: expect.stringContaining('"Mood"') }],
    });
    expect((await csv('State Act Title,Date Announced', 'A,2024-01-01')).errors[0]?.code).toBe(
      'MISSING_HEADER',
    );
  });

  it('tells a row of the wrong length and reads the next', async () => {
    const { drafts, errors } = await csv(
      now,
      '1,Short',
      '2,"Two\nlines",Red,BRA,,2024-07-04,,1,Import ban,',
      '3,Serial of no day,Red,BRA,,59,,1,Import ban,',
    );
    expect(errors.map(({ line, code }) => [line, code])).toEqual([
      [2, 'WRONG_SHAPE'],
      [5, 'INVALID_DATE'],
    ]);
    expect(drafts.map(({ id, line }) => [id, line])).toEqual([['gta:2', 3]]);
  });
});
