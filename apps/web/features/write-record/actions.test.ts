import { describe, expect, it } from 'vitest';
import { correctionFaults, correctionOf, patchOf } from './correction';
import { draftOf, eventInput, faultsOf, type Target } from './draft';

const PAUSE: Target = {
  id: 'eo-14266',
  family: 'TARIFF',
  stream: 'tariff/us/reciprocal-schedule-1',
  topic: 'ieepa-tariffs',
  actors: ['USA'],
  targets: ['*'],
  from: '2025-04-10',
  slots: ['tariff/us/reciprocal/JPN', 'tariff/us/reciprocal/KOR'],
};

describe('an action on a recorded event', () => {
  it('extends a pause on every slot it holds, keeping its first day', () => {
    const draft = draftOf('extend', PAUSE);
    if (!draft) return expect.unreachable();
    expect(faultsOf(draft)).not.toHaveProperty('target');
    const event = eventInput({ ...draft, until: '2025-08-01' });
    expect(event).toMatchObject({
      type: 'TariffAmended',
      effective: { from: { date: '2025-04-10' }, until: { date: '2025-08-01' } },
      relations: [{ type: 'EXTENDS', to: 'eo-14266' }],
    });
    expect(event.effects).toEqual([
      { act: 'AMEND', slot: 'tariff/us/reciprocal/JPN', target: 'eo-14266' },
      { act: 'AMEND', slot: 'tariff/us/reciprocal/KOR', target: 'eo-14266' },
    ]);
  });

  it('suspends with what applies meanwhile, and ends by the type that only ends', () => {
    expect(draftOf('suspend', PAUSE)).toMatchObject({ type: 'TariffSuspended', act: 'SUSPEND' });
    expect(draftOf('end', PAUSE)).toMatchObject({ type: 'TariffEnded', act: 'END', relation: 'ENDS' });
  });

  it('is refused where the family has no such act, or nothing is held', () => {
    expect(draftOf('suspend', { ...PAUSE, family: 'OFFICE' })).toBeNull();
    expect(draftOf('end', { ...PAUSE, slots: [] })).toBeNull();
  });
});

describe('a correction', () => {
  const first = correctionOf({
    id: 'jpn-15',
    family: 'TARIFF',
    stream: 'tariff/us/reciprocal-schedule-2',
    topic: 'ieepa-tariffs',
    actors: ['USA'],
    targets: ['JPN'],
    note: null,
    title: { en: 'Japan', ja: '日本' },
    summary: { en: 'Japan', ja: '日本' },
    knownOn: { date: '2025-09-04' },
    effective: { from: { date: '2025-08-07' }, until: null },
    effects: [],
  });
  const why = { reasonJa: '誤記', reasonEn: 'Mistyped' };

  it('holds only what differs from the record', () => {
    const draft = { ...first, ...why, titleEn: 'Japan: 15%' };
    expect(correctionFaults(draft, first, false).size).toBe(0);
    expect(patchOf(draft, first)).toEqual({ title: { ja: '日本', en: 'Japan: 15%' } });
  });

  it('needs a difference and a reason in both languages; a void only the reason', () => {
    expect([...correctionFaults(first, first, false).keys()]).toEqual(['reasonJa', 'reasonEn', 'nothing']);
    expect(correctionFaults({ ...first, ...why, from: '2025-02-30' }, first, false).get('from')).toBe(
      'unreadableDate',
    );
    expect(correctionFaults({ ...first, ...why }, first, true).size).toBe(0);
  });
});
