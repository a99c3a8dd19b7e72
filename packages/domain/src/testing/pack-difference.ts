import type { Timeline } from '../bitemporal/timeline.js';
import { viewOf } from '../bitemporal/view.js';
import type { Day } from '../calendar/civil-day.js';
import type { SlotId, Track } from '../events/envelope.js';
import type { PackReader } from '../pack/pack-reader.js';
import { Random } from './realistic/random.js';

/** A question that server and browser answer differently. */
export interface PackDifference {
  readonly slot: SlotId;
  readonly date: Day;
  readonly knownAt: Day | null;
  readonly track: Track;
  readonly server: readonly unknown[];
  readonly browser: readonly unknown[];
}

/** The first question that server and browser answer differently, told in full; null where all agree. */
export function firstDifference(
  timeline: Timeline,
  reader: PackReader,
  questions: number,
  seed: number,
): PackDifference | null {
  const random = new Random(seed);
  const indexes = new Map(reader.pack.slots.map(({ id }, index) => [id, index]));
  const { slots } = timeline;
  const edges = [...timeline.record.knownWindows.values()].map(({ nominal }) => nominal);
  const anyDay = (): Day =>
    ((edges[random.between(0, edges.length - 1)] as number) +
      (random.chance(0.5) ? random.between(-1, 1) : random.between(-500, 500))) as Day;
  for (let i = 0; i < questions; i++) {
    const slot = (slots[random.between(0, slots.length - 1)] as { id: string }).id;
    const date = anyDay();
    const knownAt = random.chance(0.25) ? null : anyDay();
    const track: Track = random.chance(0.3) ? 'COLLECTED' : 'LEGAL';
    const server = timeline.read(slot, viewOf({ date, knownAt, track }));
    const browser = reader.read(indexes.get(slot) as number, date, knownAt, track);
    const told = [
      server.status,
      server.modality,
      server.certainty,
      server.projected,
      server.value,
      server.validFrom,
      server.validUntil,
      server.knownFrom,
      server.retroactiveDays,
      server.decidedBy,
    ];
    const read = [
      browser.status,
      browser.modality,
      browser.certainty,
      browser.projected,
      browser.value,
      browser.validFrom,
      browser.validUntil,
      browser.known,
      browser.retroactiveDays,
      browser.event?.id ?? null,
    ];
    if (JSON.stringify(told) !== JSON.stringify(read))
      return { slot, date, knownAt, track, server: told, browser: read };
  }
  return null;
}
