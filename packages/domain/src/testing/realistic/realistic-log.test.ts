import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { retroactiveDays } from '../../bitemporal/slot-reading.js';
import { Timeline } from '../../bitemporal/timeline.js';
import { decideAppend } from '../../decide/append-events.js';
import { decideCorrection } from '../../decide/correct-event.js';
import type { Decision } from '../../decide/decision.js';
import { decideVoid } from '../../decide/void-event.js';
import type { PolicyEvent } from '../../events/envelope.js';
import { isRecordEvent, type LogEvent } from '../../events/record-event.js';
import { LOG_SIZES, realisticLog } from './realistic-log.js';

const hashOf = (log: Iterable<unknown>): string => {
  const hash = createHash('sha256');
  for (const record of log) hash.update(JSON.stringify(record));
  return hash.digest('hex');
};
const share = <T>(all: readonly T[], test: (one: T) => boolean): number =>
  all.filter(test).length / all.length;

describe('a realistic log', () => {
  const small = [...realisticLog(LOG_SIZES['10k'])];
  const told = small.map(({ event }) => event).filter((event): event is PolicyEvent => !isRecordEvent(event));

  test('is the same for the same seed, and another for another', () => {
    expect(hashOf(realisticLog(LOG_SIZES['10k']))).toBe(hashOf(small));
    expect(hashOf(realisticLog({ ...LOG_SIZES['10k'], seed: 7 }))).not.toBe(hashOf(small));
  });

  test('has as many records as asked for, at dense positions, with ids of their own', () => {
    expect(small.map(({ position }) => position)).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
    expect(new Set(small.map(({ event }) => event.id)).size).toBe(10_000);
  });

  test('speaks mostly of few slots: the hottest hears of a tenth, half of the slots of hardly anything', () => {
    const heard = new Map<string, number>();
    for (const { effects } of told)
      for (const { slot } of effects) heard.set(slot, (heard.get(slot) ?? 0) + 1);
    const counts = [...heard.values()].sort((a, b) => b - a);
    const all = counts.reduce((sum, count) => sum + count, 0);
    expect((counts[0] as number) / all).toBeGreaterThan(0.08);
    expect((counts[0] as number) / all).toBeLessThan(0.16);
    expect(heard.size).toBeGreaterThan(900);
    expect(counts[500] as number).toBeLessThan(15);
  });

  test('about a tenth is told after the fact', () => {
    const timeline = Timeline.of(small.slice(0, 2_000));
    const values = [...timeline.index.slots.values()]
      .flatMap(({ statements, silenced }) => [...statements, ...silenced])
      .filter(({ act }) => act === 'VALUE');
    const after = share(values, (statement) => (retroactiveDays(statement) ?? 0) > 7);
    expect(after).toBeGreaterThan(0.08);
    expect(after).toBeLessThan(0.15);
  });

  test('uses every act and every kind of record event', () => {
    const acts = new Set(told.flatMap(({ effects }) => effects.map(({ act }) => act)));
    expect([...acts].sort()).toEqual(['AMEND', 'ASSERT', 'END', 'RETRACT', 'REVOKE', 'SUSPEND']);
    const types = new Set(
      small
        .map(({ event }) => event)
        .filter(isRecordEvent)
        .map(({ type }) => type),
    );
    expect([...types].sort()).toEqual([
      'CoverageDeclared',
      'EventCorrected',
      'EventVoided',
      'PartiesDescribed',
      'SubjectsDescribed',
    ]);
  });

  test('dates are sometimes months, years or unknown; sources, authorities and families differ', () => {
    const starts = told.map(({ effective }) => effective.from.date);
    expect(starts.some((date) => date?.length === 7)).toBe(true);
    expect(starts.some((date) => date?.length === 4)).toBe(true);
    expect(starts.some((date) => date === null)).toBe(true);
    expect(told.some(({ effective }) => effective.dateOpen)).toBe(true);
    expect(told.some(({ knownOn }) => knownOn?.date?.length === 7)).toBe(true);
    expect(told.some(({ fact }) => fact !== undefined)).toBe(true);
    expect(told.some(({ effects }) => effects.length > 1)).toBe(true);
    expect(new Set(told.map(({ sources }) => sources[0].kind)).size).toBe(4);
    expect(new Set(told.flatMap(({ actors }) => actors)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(told.flatMap(({ targets }) => targets)).size).toBeGreaterThan(40);
    expect(new Set(told.map(({ family }) => family)).size).toBeGreaterThanOrEqual(5);
    expect(share(told, ({ modality }) => modality === 'FACT')).toBeGreaterThan(0.85);
  });

  test('every event is one that the record before it accepts', () => {
    let timeline = Timeline.of([]);
    const refused: string[] = [];
    for (const record of realisticLog({ events: 350, slots: 20, seed: 5 })) {
      const decision = decided(timeline, record.event);
      if (!decision.ok) refused.push(...decision.refusals.map(({ message }) => message));
      timeline = timeline.append([record]);
    }
    expect(refused).toEqual([]);
  });
});

function decided(timeline: Timeline, event: LogEvent): Decision {
  if (!isRecordEvent(event)) return decideAppend(timeline, [event]);
  if (event.type === 'EventCorrected') return decideCorrection(timeline, event);
  if (event.type === 'EventVoided') return decideVoid(timeline, event);
  return { ok: true, events: [event] };
}
