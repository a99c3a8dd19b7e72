import type { Timeline } from '../bitemporal/timeline.js';
import type { Day } from '../calendar/civil-day.js';
import type { PolicyEvent } from '../events/envelope.js';
import { checkDates } from './check-dates.js';
import { checkEffects } from './check-effects.js';
import { checkEnvelope } from './check-envelope.js';
import type { Decision, Refusal, Refuse } from './decision.js';

/**
 * Decides an append: every event is judged against the record as the ones before it leave it.
 * @param today when given, nothing may be known later than that day.
 */
export function decideAppend(timeline: Timeline, events: readonly PolicyEvent[], today?: Day): Decision {
  const refusals: Refusal[] = [];
  if (events.length === 0)
    refusals.push({
      code: 'INVALID_INPUT',
      reason: 'NO_EVENTS',
      message: 'events: the list is empty; give at least one event.',
      path: 'events',
      eventIndex: 0,
    });
  let grown = timeline;
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
    checkEnvelope(event, grown, events, refuse);
    checkDates(event, refuse, today);
    // Effects are judged by reading the record, which needs days that can be read.
    if (refusals.length === before) checkEffects(event, grown, refuse);
    if (refusals.length === before) grown = grown.append([{ position: grown.position + 1, event }]);
  });
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, events };
}
