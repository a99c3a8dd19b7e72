import type { BuiltTable } from '../bitemporal/built-table.js';
import { subjectOf } from '../bitemporal/record-index.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { PartyId } from '../events/envelope.js';

/** Slots that close the duty-free route for small shipments to everyone or to a country; that of postal rates does not. */
const CLOSES = /^tariff\/us\/de-minimis\/(all|[A-Z]{3})$/;

/** A slot of the table that closes the route, and to whom. */
export interface Closing {
  readonly index: number;
  readonly partners: ReadonlySet<PartyId>;
}

export const closingsOf = (timeline: Timeline, { ids }: BuiltTable): readonly Closing[] =>
  ids.flatMap((id, index) =>
    CLOSES.test(id) ? [{ index, partners: new Set(timeline.subject(subjectOf(id)).partners) }] : [],
  );
