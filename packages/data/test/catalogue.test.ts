import { readFileSync } from 'node:fs';
import { isRecordEvent, type PolicyEvent } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { formatFault, loadCatalogue, parties } from '../src/index.js';

const { events, faults, topics } = loadCatalogue();
const policy = events.filter((event): event is PolicyEvent => !isRecordEvent(event));

describe('the shipped catalogue', () => {
  it('has no faults', () => expect(faults.map(formatFault)).toEqual([]));

  it('holds every dated statement of the five papers', () => {
    const ids = readFileSync(new URL('paper-event-ids.txt', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    expect(ids).toHaveLength(297);
    const held = new Set(policy.map(({ id }) => id));
    expect(ids.filter((id) => !held.has(id))).toEqual([]);
  });

  it('names a source and both languages for every event', () => {
    const bare = policy.filter(
      ({ sources, title, summary }) =>
        sources.length === 0 || !title.en || !title.ja || !summary.en || !summary.ja,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
    expect(policy.length).toBeGreaterThan(297);
  });

  it('describes a stream before its events, and keeps a stream together', () => {
    const order = [...new Set(events.map(({ stream }) => stream))];
    expect(events.map(({ stream }) => stream)).toEqual(
      order.flatMap((stream) => events.filter((event) => event.stream === stream).map(() => stream)),
    );
    for (const stream of order)
      expect(['PartiesDescribed', 'CoverageDeclared', 'SubjectsDescribed']).toContain(
        events.find((event) => event.stream === stream)?.type,
      );
  });

  it('puts every event after those its effects aim at', () => {
    const position = new Map(events.map(({ id }, index) => [id, index]));
    expect(position.size).toBe(events.length);
    const early = policy.filter(({ id, effects }) =>
      effects.some(
        ({ target }) => target !== undefined && (position.get(target) ?? Infinity) >= (position.get(id) ?? 0),
      ),
    );
    expect(early.map(({ id }) => id)).toEqual([]);
  });

  it('is plain JSON, the same at every load', () => {
    expect(JSON.parse(JSON.stringify(events))).toEqual(events);
    expect(loadCatalogue().events).toEqual(events);
  });

  it('declares coverage only from sources that are in the record', () => {
    const sources = new Set(policy.flatMap((event) => event.sources.map(({ id }) => id)));
    // The instruments themselves, taken together, under the name of what they are the record of.
    const together = ['us-official-record', 'eu-treaties'];
    for (const { coverage } of Object.values(topics))
      for (const { source } of coverage) expect([...sources, ...together]).toContain(source);
    expect(
      policy.filter((event) => event.sources.some(({ kind }) => kind === 'OFFICIAL')).length,
    ).toBeGreaterThan(300);
  });

  it('names every country and body in both languages', () => {
    const names = parties();
    expect(names.HND).toEqual({ en: 'Honduras', ja: 'ホンジュラス' });
    expect(names.USA).toEqual({ en: 'United States', ja: '米国' });
    for (const { actors, targets } of policy)
      for (const id of [...actors, ...targets]) expect(names[id], id).toBeDefined();
  });
});

describe('the tables of the papers', () => {
  it('give the trade of 2017 for twelve partners, known from the day of the paper', () => {
    const rows = policy.filter(({ id }) => id.startsWith('us-goods-trade-2017/'));
    expect(rows).toHaveLength(12);
    expect(rows.find(({ id }) => id.endsWith('/MEX'))).toMatchObject({
      knownOn: { date: '2018-03-21' },
      knownBasis: 'PUBLISHED',
      effective: { from: { date: '2017-01-01' }, until: { date: '2018-01-01' } },
      effects: [
        {
          act: 'ASSERT',
          slot: 'indicator/us-goods-trade/MEX#balance',
          value: { kind: 'QUANTITY', amount: -71057, unit: 'usdMillion' },
        },
        { value: { amount: 242989 } },
        { value: { amount: 314045 } },
      ],
    });
  });

  it('give trade and spending for 68 partners, spending in its own year', () => {
    const rows = policy.filter(({ id }) => id.startsWith('trade-milex-2024/'));
    expect(rows).toHaveLength(68);
    const spending = rows
      .find(({ id }) => id.endsWith('/LAO'))
      ?.effects.find(({ slot }) => slot.endsWith('#military-spending'));
    expect(spending).toMatchObject({
      value: { amount: 0.2 },
      from: { date: '2013-01-01' },
      until: { date: '2014-01-01' },
    });
  });

  it('give a quadrant only where the paper names one', () => {
    const placed = policy
      .filter(({ id }) => id.startsWith('quadrant-2024/'))
      .map(({ id, data }) => [id.slice(-3), (data as { quadrant: number }).quadrant]);
    expect(Object.fromEntries(placed)).toEqual({
      GBR: 1,
      SAU: 1,
      BEL: 2,
      ESP: 2,
      NLD: 2,
      AUS: 2,
      JPN: 3,
      DEU: 3,
      KOR: 4,
      FRA: 4,
      IND: 4,
    });
  });
});
