import { isRecordEvent, type LogEvent, type PolicyEvent, tokenTest } from '@policy-timeline/domain';
import type { Recorded } from '@policy-timeline/event-store';
import type { Timelines } from '../../timeline/timelines.js';
import type { AskedQuestion } from './asked-question.js';

/** An event as one record of the log left it: 0 as appended, then one more for each erratum, and for a void. */
export interface EventRevision {
  readonly event: PolicyEvent;
  readonly revision: number;
  readonly position: number;
  readonly recordedAt: string;
  /** What made it: the event itself, an erratum or a void. */
  readonly madeBy: LogEvent;
}

/** Every revision up to the question's position that was known by its `k` and passes its filter, in the log's order. */
export function* revisionsOf(question: AskedQuestion, timelines: Timelines): Generator<EventRevision> {
  const { prefix, view, tokens } = question;
  const { timeline } = prefix;
  const test = tokenTest(timeline, tokens);
  const latest = new Map<string, EventRevision>();
  for (const record of recordsUpTo(timelines, prefix.position)) {
    const made = revisionBy(record, latest);
    if (made === null) continue;
    latest.set(made.event.id, made);
    const known = timeline.record.knownWindows.get(made.event.id)?.nominal;
    if (view.knownAt !== null && known !== undefined && known > view.knownAt) continue;
    if (test.event(made.event)) yield made;
  }
}

function revisionBy(
  { event, position, recordedAt }: Recorded<LogEvent>,
  latest: ReadonlyMap<string, EventRevision>,
): EventRevision | null {
  if (!isRecordEvent(event)) return { event, revision: 0, position, recordedAt, madeBy: event };
  if (event.type !== 'EventCorrected' && event.type !== 'EventVoided') return null;
  const before = latest.get(event.target);
  if (!before) return null;
  return {
    event: event.type === 'EventCorrected' ? { ...before.event, ...event.patch } : before.event,
    revision: before.revision + 1,
    position,
    recordedAt,
    madeBy: event,
  };
}

function* recordsUpTo({ records }: Timelines, position: number): Generator<Recorded<LogEvent>> {
  for (const record of records) {
    if (record.position > position) return;
    yield record;
  }
}
