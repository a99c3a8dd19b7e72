import { eventPasses } from '../bitemporal/density.js';
import type { Timeline } from '../bitemporal/timeline.js';
import { type DeadlineRow, deadlineRows } from './deadline-rows.js';
import { type Deadline, listDeadlines, type UpcomingQuestion } from './list-deadlines.js';

/**
 * The days that lie after `date` and were known at `knownAt`, of any modality, soonest first: first and last days of events,
 * and days of their own that single effects have. What has no date comes last.
 */
export function upcoming(
  timeline: Timeline,
  { filter, reading = 'NOMINAL', track = 'LEGAL', ...question }: UpcomingQuestion,
): readonly Deadline[] {
  const passes = ({ event }: DeadlineRow): boolean => {
    const settled = timeline.event(event);
    return settled !== undefined && eventPasses(timeline, settled.event, filter ?? {});
  };
  const rows = deadlineRows(timeline, { reading, track });
  return listDeadlines(filter ? rows.filter(passes) : rows, question, timeline.newestKnown);
}
