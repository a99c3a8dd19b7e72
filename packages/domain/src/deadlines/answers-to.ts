import { inOneGo, type Slices } from '../bitemporal/slices.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { Day } from '../calendar/civil-day.js';
import type { PolicyEvent, RelationType } from '../events/envelope.js';
import { type KnownWindow, startWindow } from '../project/window.js';

export type AnswerVerb = 'AMEND' | 'REVOKE' | 'END' | 'REALISES' | 'SUPERSEDES';

/** An event that says what became of another: it amends, revokes or ends it, realises or supersedes it. */
export interface AnswerTo {
  readonly event: PolicyEvent;
  readonly verb: AnswerVerb;
  /** It says so itself, by a relation; not only by what it does to a slot. */
  readonly related: boolean;
  readonly known: KnownWindow;
  readonly position: number;
}

const made = new WeakMap<Timeline, ReadonlyMap<string, readonly AnswerTo[]>>();

/** Every answer to an event, in order of position; an effect says more than a relation of the same event. */
export function answersTo(timeline: Timeline, expected: string): readonly AnswerTo[] {
  return inOneGo(answersInSlices(timeline)).get(expected) ?? [];
}

/** All answers, by the event that they answer. One walk over the record: asked event by event it would grow with its square. */
export function* answersInSlices(timeline: Timeline): Slices<ReadonlyMap<string, readonly AnswerTo[]>> {
  const known = made.get(timeline);
  if (known) return known;
  const index = yield* indexAnswers(timeline);
  made.set(timeline, index);
  return index;
}

function* indexAnswers({ record }: Timeline): Slices<ReadonlyMap<string, readonly AnswerTo[]>> {
  const index = new Map<string, AnswerTo[]>();
  let walked = 0;
  for (const { event, position, projects } of record.events.values()) {
    if (++walked % EVENTS_PER_SLICE === 0) yield;
    const known = record.knownWindows.get(event.id);
    if (!projects || known === undefined) continue;
    const verbs = new Map<string, AnswerVerb>();
    for (const { act, target } of event.effects)
      if (target !== undefined && (act === 'AMEND' || act === 'REVOKE') && !verbs.has(target))
        verbs.set(target, act);
    for (const { type, to } of event.relations) if (isAnswer(type) && !verbs.has(to)) verbs.set(to, type);
    // What takes the place of another usually ends it, and says so: that tells more than the end.
    for (const { act, target } of event.effects)
      if (target !== undefined && act === 'END' && !verbs.has(target)) verbs.set(target, act);
    for (const [target, verb] of verbs) {
      const related = event.relations.some(({ type, to }) => to === target && isAnswer(type));
      const list = index.get(target) ?? [];
      index.set(target, list);
      list.push({ event, verb, related, known, position });
    }
  }
  return index;
}

/** Each is about a microsecond. */
const EVENTS_PER_SLICE = 256;

const isAnswer = (type: RelationType): type is 'REALISES' | 'SUPERSEDES' =>
  type === 'REALISES' || type === 'SUPERSEDES';

/** Whether an event ends another on or before a day: what was to begin later does not. */
export function endsBy(event: PolicyEvent, expected: string, day: Day): boolean {
  return event.effects.some(({ act, target, from }) => {
    const spec = from ?? event.effective.from;
    return (
      act === 'END' &&
      target === expected &&
      spec.date !== null &&
      startWindow(spec, day, 'effects.from').nominal <= day
    );
  });
}
