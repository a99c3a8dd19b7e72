import type { Timeline } from '../bitemporal/timeline.js';
import type { PolicyEvent } from '../events/envelope.js';
import type { EventCorrected } from '../events/record-event.js';
import type { Text } from '../events/text.js';
import type { AppendConditions } from './append-events.js';
import { checkDates } from './check-dates.js';
import { checkStructure } from './check-effects.js';
import { checkEnvelope } from './check-envelope.js';
import { checkText } from './check-text.js';
import type { Decision, Refusal, Refuse } from './decision.js';

/** An erratum: `patch` replaces whole members of the event `target`. */
export interface CorrectEvent {
  readonly id: string;
  readonly target: string;
  readonly patch: EventCorrected['patch'];
  readonly reason: Text;
}

/**
 * Erratum: our record was wrong. The corrected event must be one that could have been appended; known in the future (after
 * `today`, where it is told) it cannot be.
 */
export function decideCorrection(
  timeline: Timeline,
  { id, target, patch, reason }: CorrectEvent,
  { today }: Pick<AppendConditions, 'today'> = {},
): Decision {
  const refusals: Refusal[] = [];
  const refuse: Refuse = (path, message, rule, code = 'REFUSED_BY_RULE') =>
    void refusals.push({ code, reason: rule ?? null, message: `${path}: ${message}`, path, eventIndex: 0 });
  const settled = timeline.event(target);
  if (!settled)
    refuse(
      'target',
      `"${target.slice(0, 80)}" is no event of the record; an erratum names the event it corrects.`,
      'UNKNOWN_TARGET',
    );
  if (Object.keys(patch).length === 0)
    refuse('patch', 'is empty; name at least one field to correct.', 'EMPTY_PATCH', 'INVALID_INPUT');
  if (reason.en.trim() === '' || reason.ja.trim() === '')
    refuse('reason', 'say in both languages why the record was wrong.', 'REASON_MISSING', 'INVALID_INPUT');
  if (settled) {
    const corrected: PolicyEvent = { ...settled.event, ...patch };
    checkText(corrected, refuse);
    checkEnvelope(corrected, (other) => timeline.event(other) !== undefined, refuse);
    checkDates(corrected, refuse, today);
    if (refusals.length === 0) checkStructure(corrected, { timeline }, refuse);
    if (refusals.length === 0 && JSON.stringify(corrected) === JSON.stringify(settled.event))
      refuse('patch', 'says what the record says already; name what was wrong.', 'NOTHING_CORRECTED');
  }
  if (refusals.length > 0 || !settled) return { ok: false, refusals };
  return {
    ok: true,
    events: [
      { id, schemaVersion: 1, stream: settled.event.stream, type: 'EventCorrected', target, patch, reason },
    ],
  };
}
