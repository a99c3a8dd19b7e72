import { type LogEvent, upcast } from '@policy-timeline/domain';
import { IdempotencyConflict, type Revision, type Write, WrongRevision } from '@policy-timeline/event-store';
import type { EventLog } from '../event-log.js';
import { readCatalogue } from './read-catalogue.js';
import { sameJson } from './same-json.js';

/** Events of one append: few enough for the megabyte that a KurrentDB server takes at once, many enough that a sync costs little. */
const BATCH = 200;
/** How often replicas that start together on an empty log may get in each other's way. */
const TRIES = 20;

export interface Seeding {
  /** Events of the catalogue that were not in the log yet and are now. */
  readonly appended: number;
  /** Ids whose event in the log differs from the catalogue's; left as they are. */
  readonly differing: readonly string[];
}

/**
 * Brings what the catalogue has and the log has not into the log, in the catalogue's order. An event of a known id is
 * never changed: a correction of the record is an erratum.
 * @throws Error when the catalogue has faults; it names the first ones.
 */
export async function seedRecord(
  log: EventLog,
  report: (done: number, of: number) => void,
): Promise<Seeding> {
  const { events, faults } = await readCatalogue();
  if (faults.length > 0) {
    throw new Error(
      `The catalogue has ${faults.length} faults, so nothing of it was loaded: ${faults.slice(0, 3).join('; ')}.`,
    );
  }
  let appended = 0;
  for (let tried = 1; ; tried++) {
    const { bodies, revisions } = await logged(log);
    const missing = events.filter(({ id }) => !bodies.has(id));
    const differing = events
      .filter((event) => bodies.has(event.id) && !sameJson(bodies.get(event.id), event))
      .map(({ id }) => id);
    try {
      for (let start = 0; start < missing.length; start += BATCH) {
        appended += await appendInOrder(log, missing.slice(start, start + BATCH), revisions);
        report(Math.min(start + BATCH, missing.length), missing.length);
      }
      return { appended, differing };
    } catch (error) {
      // Another replica loads the same record: what it has appended is there at the next look.
      const overtaken = error instanceof WrongRevision || error instanceof IdempotencyConflict;
      if (!overtaken || tried === TRIES) throw error;
    }
  }
}

async function logged(log: EventLog) {
  const bodies = new Map<string, LogEvent>();
  const revisions = new Map<string, Revision>();
  for await (const { event, stream, revision } of log.readAll(0)) {
    bodies.set(event.id, upcast(event));
    revisions.set(stream, revision);
  }
  return { bodies, revisions };
}

async function appendInOrder(
  log: EventLog,
  events: readonly LogEvent[],
  revisions: Map<string, Revision>,
): Promise<number> {
  const streams = Map.groupBy(events, ({ stream }) => stream);
  const writes: Write<LogEvent>[] = [...streams].map(([stream, own]) => ({
    stream,
    events: own,
    expected: revisions.get(stream) ?? 'none',
  }));
  const receipt = await log.append(writes, { actor: 'catalogue' });
  for (const { stream, revision } of receipt.revisions) revisions.set(stream, revision);
  return receipt.repeated ? 0 : events.length;
}
