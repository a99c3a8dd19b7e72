import {
  correctionsOf,
  isRecordEvent,
  type LogEvent,
  type LogRecord,
  type PolicyEvent,
  tokenTest,
} from '@policy-timeline/domain';
import type { Recorded } from '@policy-timeline/event-store';
import { walked } from '../../timeline/in-turns.js';
import type { Timelines } from '../../timeline/timelines.js';
import type { AskedQuestion } from './asked-question.js';

/** An event as one record of the log left it: 0 as appended, then one more for each erratum or void that bears on it. */
export interface EventRevision {
  /** With the errata that hold at that position; of a voided event its last text. */
  readonly event: PolicyEvent;
  /** Whether the event is void from this record on. */
  readonly voided: boolean;
  readonly revision: number;
  readonly position: number;
  readonly recordedAt: string;
  /** What made it: the event itself, an erratum, or a void of the event, of an erratum or of another void. */
  readonly madeBy: LogEvent;
}

/**
 * Every revision up to the question's position that was known by its `k` and passes its filter, in the log's order. The whole
 * log is read for it, with turns for others in between.
 */
export async function* revisionsOf(
  question: AskedQuestion,
  timelines: Timelines,
): AsyncGenerator<EventRevision> {
  const { prefix, view, tokens } = question;
  const { timeline } = prefix;
  const test = tokenTest(timeline, tokens);
  const tales = new Map<string, Tale>();
  for await (const record of walked(recordsUpTo(timelines, prefix.position))) {
    const made = revisionBy(record, tales, (position) => timelines.recordAt(position)?.event as PolicyEvent);
    if (made === null) continue;
    const known = timeline.record.knownWindows.get(made.event.id)?.nominal;
    if (view.knownAt !== null && known !== undefined && known > view.knownAt) continue;
    if (test.event(made.event)) yield made;
  }
}

/** What the log says of one event, from record to record. */
interface Tale {
  /** Where it was told: the event itself is not held, because a long log has more of them than memory. */
  readonly position: number;
  readonly corrections: LogRecord[];
}

/** @param tales by the id of the event, and of every erratum and void that bears on it. */
function revisionBy(
  record: Recorded<LogEvent>,
  tales: Map<string, Tale>,
  toldAt: (position: number) => PolicyEvent,
): EventRevision | null {
  const { event, position, recordedAt } = record;
  if (!isRecordEvent(event)) {
    tales.set(event.id, { position, corrections: [] });
    return { event, voided: false, revision: 0, position, recordedAt, madeBy: event };
  }
  if (event.type !== 'EventCorrected' && event.type !== 'EventVoided') return null;
  const tale = tales.get(event.target);
  if (!tale) return null;
  tales.set(event.id, tale);
  tale.corrections.push(record);
  const { corrections } = tale;
  const told = toldAt(tale.position);
  const { voided, patches } = correctionsOf(corrections);
  return {
    event: patches.has(told.id) ? { ...told, ...patches.get(told.id) } : told,
    voided: voided.has(told.id),
    revision: corrections.length,
    position,
    recordedAt,
    madeBy: event,
  };
}

function* recordsUpTo(timelines: Timelines, position: number): Generator<Recorded<LogEvent>> {
  for (let next = 0; next <= position; next++) yield timelines.recordAt(next) as Recorded<LogEvent>;
}
