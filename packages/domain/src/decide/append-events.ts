import type { Timeline } from '../bitemporal/timeline.js';
import type { Day } from '../calendar/civil-day.js';
import type { PolicyEvent } from '../events/envelope.js';
import { checkDates } from './check-dates.js';
import { checkEffects } from './check-effects.js';
import { checkEnvelope } from './check-envelope.js';
import { checkText } from './check-text.js';
import type { Decision, Refusal, Refuse } from './decision.js';

/** What an append is judged by beside the record. */
export interface AppendConditions {
  /** When given, nothing may be known later than that day. */
  readonly today?: Day | undefined;
  /** Whether an id is an event of the log that the timeline does not have yet. */
  readonly recorded?: ((id: string) => boolean) | undefined;
}

/** Decides an append: every event is judged against the record as the ones before it leave it. */
export function decideAppend(
  timeline: Timeline,
  events: readonly PolicyEvent[],
  { today, recorded = () => false }: AppendConditions = {},
): Decision {
  const refusals: Refusal[] = [];
  if (events.length === 0)
    refusals.push({
      code: 'INVALID_INPUT',
      reason: 'NO_EVENTS',
      message: 'events: the list is empty; give at least one event.',
      path: 'events',
      eventIndex: 0,
    });
  const growing = new GrowingRecord(timeline);
  const ids = new Map<string, number>();
  for (const [index, { id }] of events.entries()) if (!ids.has(id)) ids.set(id, index);
  events.forEach((event, eventIndex) => {
    const before = refusals.length;
    const refuse: Refuse = (path, message, reason, code = 'REFUSED_BY_RULE') => {
      refusals.push({
        code,
        reason: reason ?? null,
        message: `events[${eventIndex}].${path}: ${message}`,
        path: `events[${eventIndex}].${path}`,
        eventIndex,
      });
    };
    if (ids.get(event.id) !== eventIndex)
      refuse(
        'id',
        `"${event.id.slice(0, 80)}" is also the id of events[${ids.get(event.id)}].`,
        'DUPLICATE_ID',
      );
    checkText(event, refuse);
    checkEnvelope(event, (id) => ids.has(id) || recorded(id) || timeline.event(id) !== undefined, refuse);
    checkDates(event, refuse, today);
    // Effects are judged by reading the record, which needs days that can be read.
    if (refusals.length === before) checkEffects(event, growing, refuse);
    if (refusals.length === before) growing.add(event);
  });
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, events };
}

/** The record with the events decided so far; read again only when a rule asks, since most events ask nothing of it. */
class GrowingRecord {
  #timeline: Timeline;
  #added: PolicyEvent[] = [];

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  add(event: PolicyEvent): void {
    this.#added.push(event);
  }

  get timeline(): Timeline {
    if (this.#added.length > 0) {
      const { position } = this.#timeline;
      this.#timeline = this.#timeline.append(
        this.#added.map((event, i) => ({ position: position + 1 + i, event })),
      );
      this.#added = [];
    }
    return this.#timeline;
  }
}
