import { isRecordEvent, type LogEvent } from '@policy-timeline/domain';
import type { Recorded } from '@policy-timeline/event-store';
import type { Timelines } from './timelines.js';

/**
 * The policy event that a record of the log tells, or whose record it changes: an erratum aims at an event, a void at an event,
 * an erratum or another void. Null for what is no event's, such as a declaration of coverage.
 */
export function aimedAt(timelines: Timelines, { event, position }: Recorded<LogEvent>): string | null {
  if (!isRecordEvent(event)) return event.id;
  if (!('target' in event)) return null;
  const target = timelines.recordOf(event.target);
  return target && target.position < position ? aimedAt(timelines, target) : null;
}
