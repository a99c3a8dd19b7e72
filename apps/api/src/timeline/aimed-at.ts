import { isRecordEvent, type LogEvent } from '@policy-timeline/domain';
import type { Recorded } from '@policy-timeline/event-store';

/**
 * The policy event that a record of the log tells, or whose record it changes: an erratum aims at an event, a void at an event,
 * an erratum or another void. Null for what is no event's, such as a declaration of coverage.
 */
export function aimedAt(
  records: readonly Recorded<LogEvent>[],
  { event, position }: Recorded<LogEvent>,
): string | null {
  if (!isRecordEvent(event)) return event.id;
  if (!('target' in event)) return null;
  const { target } = event;
  // Most are corrected soon, so the nearest are looked at first.
  for (let at = position - 1; at >= 0; at--) {
    const earlier = records[at];
    if (earlier?.event.id === target) return aimedAt(records, earlier);
  }
  return null;
}
