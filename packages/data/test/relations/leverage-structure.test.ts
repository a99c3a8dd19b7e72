import { leverageStructure, parseDay, Timeline, viewOf } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/load-catalogue.js';

/** The whole record: an official act stands in place of the paper's account of it. */
const record = Timeline.of(loadCatalogue().events.map((event, position) => ({ event, position })));
const on = (date: string) => viewOf({ date: parseDay(date), knownAt: parseDay(date) });
const ids = (events: readonly { readonly event: string }[] = []): string[] =>
  events.map(({ event }) => event);
const account = (id: string): string => record.record.accounts.get(record.event(id)?.event.fact ?? id) ?? id;

const lever = (date: string, partner: string, blocs: readonly string[] = []) =>
  Object.fromEntries(
    leverageStructure(record, on(date), { partner, blocs }).levers.map(({ lever, events }) => [
      lever,
      ids(events),
    ]),
  );

describe('three linked levers (paper 004, supplement and figure 4)', () => {
  it('Japan on 30 May 2025: tariffs and burden demands are dated, no currency ask is', () => {
    const levers = lever('2025-05-30', 'JPN');
    expect(levers.TARIFF).toEqual(
      expect.arrayContaining(
        ['us-steel-aluminium-25', 'us-auto-25', 'reciprocal-jpn', 'reciprocal-pause'].map(account),
      ),
    );
    expect(levers.SECURITY).toEqual(['miran-burden-statement', 'trump-japan-treaty-remark', 'colby-3pct']);
    expect(levers.CURRENCY).toEqual([]);
    const japan = leverageStructure(record, on('2025-05-30'), { partner: 'JPN' });
    expect(ids(japan.ties)).toEqual(
      expect.arrayContaining([
        'trump-post-japan-talks',
        'ishiba-separates-security',
        'miran-burden-statement',
      ]),
    );
  });

  it('shows no other country’s rate', () =>
    expect(
      lever('2025-05-30', 'JPN').TARIFF?.filter((id) => /recip[a-z0-9]*-(chn|eu|ind|vnm)/.test(id)),
    ).toEqual([]));

  it('reaches Germany through its blocs', () => {
    const levers = lever('2025-05-30', 'DEU', ['org:eu', 'org:nato']);
    expect(levers.TARIFF).toEqual(expect.arrayContaining(['reciprocal-eu', 'us-eu-50-threat'].map(account)));
    expect(levers.SECURITY).toContain('hegseth-nato-5pct');
  });

  it('marks the concept as proposed, with what it is compared with', () => {
    const { concept, background, asMarked, links } = leverageStructure(record, on('2025-05-30'), {
      partner: 'JPN',
    });
    expect([concept?.event, concept?.asMarked, asMarked]).toEqual([
      'mar-a-lago-concept',
      'PROPOSED',
      'PROPOSED',
    ]);
    expect(ids(background)).toEqual(['plaza-accord', 'miran-cea-chair']);
    expect(links.map(({ kind }) => kind)).toEqual(['ASK', 'OFFER', 'OFFER']);
  });

  it('has neither concept nor remarks before they were public', () => {
    const early = leverageStructure(record, on('2023-12-31'), { partner: 'JPN' });
    expect([early.concept, early.links, early.remarks]).toEqual([null, [], []]);
    expect(leverageStructure(record, on('2025-05-29'), { partner: 'JPN' }).remarks).toEqual([]);
  });
});
