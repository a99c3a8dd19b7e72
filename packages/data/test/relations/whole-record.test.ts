import { readdirSync, readFileSync } from 'node:fs';
import * as systems from '@policy-timeline/domain';
import { parseDay, Timeline, viewOf } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/load-catalogue.js';

const folder = new URL('../../../domain/src/relations/', import.meta.url);
const record = Timeline.of(loadCatalogue().events.map((event, position) => ({ event, position })));

/** Every event id in a result, wherever it stands. */
function eventsIn(value: unknown, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const item of value) eventsIn(item, found);
  else if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) {
      if ((key === 'event' || key === 'toldBy') && typeof inner === 'string') found.push(inner);
      else if (key === 'events' && Array.isArray(inner) && typeof inner[0] === 'string') found.push(...inner);
      else eventsIn(inner, found);
    }
  return found;
}

const all = (
  date: string,
  knownAt: string | null,
  reading: 'NOMINAL' | 'CERTAIN' | 'POSSIBLE' = 'NOMINAL',
) => {
  const view = viewOf({
    date: parseDay(date),
    knownAt: knownAt === null ? null : parseDay(knownAt),
    reading,
  });
  return [
    systems.quadrantChart(record, view),
    systems.reciprocalRate(record, view, { partner: 'JPN' }),
    systems.tariffLayers(record, view, { partner: 'JPN' }),
    systems.leverageStructure(record, view, { partner: 'JPN' }),
    systems.burdenSharing(record, view),
    systems.adviceChecklist(record, view),
    systems.stickDealCarrot(record, view),
    systems.integrationBodies(record, view),
    systems.latinAmerica2018(record, view),
  ];
};

describe('the nine systems over the whole record', () => {
  it('name only events that the record holds', () => {
    const sources = readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8'));
    const lists = sources.flatMap((text) => [
      ...text.matchAll(/(?:events|steps|TIES)(?:: | = )\[([^\]]*)\]/g),
    ]);
    const named = lists.flatMap(([, list = '']) =>
      [...list.matchAll(/'([a-z0-9-]+)'/g)].map(([, id]) => id as string),
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((id) => !record.event(id))).toEqual([]);
  });

  it.each(['2010-06-01', '2018-03-21', '2025-01-01', '2025-05-30', '2026-03-01'])(
    'answer on %s with events of the record alone, none of them known later',
    (day) => {
      for (const result of all(day, day))
        for (const id of eventsIn(result)) {
          const known = record.record.knownWindows.get(id);
          expect(known, id).toBeDefined();
          const isPaper = record.event(id)?.event.type === 'PaperWritten';
          if (!isPaper) expect(known?.nominal, id).toBeLessThanOrEqual(parseDay(day));
        }
    },
  );

  it('let the official day of the Petro ban win, with the paper’s 18 March as the conflict', () => {
    const petro = (date: string) => {
      const view = viewOf({ date: parseDay(date), knownAt: parseDay(date) });
      const { layers } = systems.sanctionsStack(record, view, { partner: 'VEN' });
      return layers.find(({ slot }) => slot === 'sanction/us/venezuela/petro');
    };
    expect(petro('2018-03-18')).toMatchObject({
      status: 'NOT_IN_FORCE',
      event: null,
      conflicts: ['us-venezuela-petro-ban'],
    });
    expect(petro('2018-03-19')).toMatchObject({ status: 'IN_FORCE', conflicts: [] });
  });

  it('date the NAFTA rounds that paper 000 leaves undated', () => {
    const view = viewOf({ date: parseDay('2018-03-21'), knownAt: parseDay('2018-03-21') });
    const rounds = systems.roundLadder(record, view).rounds.slice(0, 7);
    expect(rounds.filter(({ state, event }) => state !== 'HELD' || event === null)).toEqual([]);
  });

  it('answer in every reading, before everything and after it', () => {
    for (const reading of ['NOMINAL', 'CERTAIN', 'POSSIBLE'] as const)
      for (const date of ['1900-01-01', '2018-03-21', '2100-01-01'])
        expect(() => all(date, null, reading)).not.toThrow();
  });
});
