import { reasonsOf } from '../bitemporal/reasons.js';
import type { Certainty, Status } from '../bitemporal/status.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { View } from '../bitemporal/view.js';
import type { Day } from '../calendar/civil-day.js';
import type { PartyId, SlotId } from '../events/envelope.js';
import type { Text } from '../events/text.js';
import type { Value } from '../events/value.js';

export interface SanctionLayer {
  readonly slot: SlotId;
  readonly title: Text;
  readonly status: Status;
  readonly value: Value | null;
  /** As the source gives it; null: undated. */
  readonly validFrom: string | null;
  readonly certainty: Certainty;
  readonly knownFrom: Day | null;
  /** null: nothing decides yet, and a source that does not win says that it holds (`conflicts`). */
  readonly event: string | null;
  /** What it builds on: sanctions it extends, what it answers. */
  readonly because: readonly string[];
  /** Sources that date or tell the act otherwise. */
  readonly conflicts: readonly string[];
}

/** A country’s sanctions as layers. */
export interface SanctionsStack {
  readonly partner: PartyId;
  /** Oldest first; undated ones last. */
  readonly layers: readonly SanctionLayer[];
  readonly inForce: number;
}

/** The sanctions on a country, one upon the other, on a day. */
export function sanctionsStack(
  timeline: Timeline,
  view: View,
  { partner, authority = 'USA' }: { readonly partner: PartyId; readonly authority?: PartyId | undefined },
): SanctionsStack {
  const layers = timeline
    .state(view, { families: ['SANCTION'], partners: [partner], authorities: [authority] })
    .filter(({ slot }) => !slot.includes('#'))
    .map(({ slot, subject, status, value, validFrom, certainty, knownFrom, decidedBy }) => {
      const { because, conflicts } = reasonsOf(timeline, slot, view);
      return {
        slot,
        title: timeline.subject(subject).title,
        status,
        value,
        validFrom,
        certainty,
        knownFrom,
        event: decidedBy,
        because: because.filter(({ depth }) => depth === 1).map(({ event }) => event),
        conflicts,
      };
    })
    .filter(({ event, conflicts }) => event !== null || conflicts.length > 0)
    .sort((a, b) => ((a.validFrom ?? '9999') < (b.validFrom ?? '9999') ? -1 : 1));
  return { partner, layers, inForce: layers.filter(({ status }) => status === 'IN_FORCE').length };
}
