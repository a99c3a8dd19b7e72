import type { Timeline } from '../bitemporal/timeline.js';
import type { Text } from '../events/text.js';
import type { Decision, Refusal } from './decision.js';

/** A void: `target` was recorded by mistake. */
export interface VoidEvent {
  readonly id: string;
  /** A policy event, an erratum or another void. */
  readonly target: string;
  readonly reason: Text;
}

/** Recorded by mistake: the target is ignored from now on, in every view with a later position. */
export function decideVoid(timeline: Timeline, { id, target, reason }: VoidEvent): Decision {
  const refusals: Refusal[] = [];
  const policyEvent = timeline.event(target)?.event;
  const recordEvent = timeline.record.recordEvents.find(({ event }) => event.id === target)?.event;
  const found = policyEvent ?? recordEvent;
  if (!found)
    refusals.push({
      code: 'REFUSED_BY_RULE',
      reason: 'UNKNOWN_TARGET',
      message: `target: "${target.slice(0, 80)}" is no event of the record, or it is void already.`,
      path: 'target',
      eventIndex: 0,
    });
  if (reason.en.trim() === '' || reason.ja.trim() === '') {
    refusals.push({
      code: 'INVALID_INPUT',
      reason: 'REASON_MISSING',
      message: 'reason: say in both languages why it was recorded by mistake.',
      path: 'reason',
      eventIndex: 0,
    });
  }
  if (!found || refusals.length > 0) return { ok: false, refusals };
  return {
    ok: true,
    events: [{ id, schemaVersion: 1, stream: found.stream, type: 'EventVoided', target, reason }],
  };
}
