import { isFirm } from '../bitemporal/statement.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { Day } from '../calendar/civil-day.js';
import type { Outcome, PolicyEvent, SlotId } from '../events/envelope.js';
import { endWindow, startWindow, type Window } from '../project/window.js';
import { type AnswerTo, type AnswerVerb, answersTo, endsBy } from './answers-to.js';
import { USUAL } from './deadline-lens.js';
import { overtakenBy } from './standing.js';

/** A day that was looked forward to. */
export interface ExpectedDay {
  readonly edge: 'START' | 'END';
  readonly window: Window;
  /** The slots whose day it is; null: the whole event's. */
  readonly slots: ReadonlySet<SlotId> | null;
}

/** What became of an expectation, by everything the record knows; UNKNOWN when it fell due and nobody recorded what happened, null when its day has not come. */
export function outcomeOf(
  timeline: Timeline,
  event: PolicyEvent,
  named: ExpectedDay,
  noDate: boolean,
  lens = USUAL,
): { readonly outcome: Outcome | null; readonly outcomeBy: string | null } {
  const { window } = named;
  const answer = answeredBy(timeline, event, named, noDate);
  if (answer) {
    const moved = movedTo(timeline, answer, named);
    const outcome = judged(answer.verb, named.edge, moved, noDate ? null : window);
    // That an act began as planned tells nothing of its end, unless another day is given for it.
    const beganOnly = named.edge === 'END' && answer.verb === 'REALISES' && outcome === 'KEPT';
    if (!beganOnly) return { outcome, outcomeBy: answer.event.id };
  }
  const step = named.edge === 'END' ? overtakenBy(timeline, event, window.nominal, lens) : undefined;
  if (step) return { outcome: step.value === null ? 'LAPSED' : 'SUPERSEDED', outcomeBy: step.event };
  const through = timeline.coverageOf(event.topic)?.through ?? null;
  if (noDate)
    return {
      outcome: through !== null && through < timeline.newestKnown ? 'UNKNOWN' : null,
      outcomeBy: null,
    };
  if (window.latest > timeline.newestKnown) return { outcome: null, outcomeBy: null };
  return {
    outcome: isFirm(event.modality) && through !== null && window.latest <= through ? 'KEPT' : 'UNKNOWN',
    outcomeBy: null,
  };
}

/** The newest firm event that says what became of the expected one. */
function answeredBy(
  timeline: Timeline,
  expected: PolicyEvent,
  named: ExpectedDay,
  noDate: boolean,
): AnswerTo | undefined {
  return answersTo(timeline, expected.id)
    .filter(
      (answer) =>
        answer.event.id !== expected.id &&
        (isFirm(answer.event.modality) || !isFirm(expected.modality)) &&
        (answer.related || noDate || actsOn(answer, expected.id, named)),
    )
    .reduce<AnswerTo | undefined>(
      (best, answer) => (best === undefined || answer.known.nominal >= best.known.nominal ? answer : best),
      undefined,
    );
}

/**
 * Whether an answer by effects concerns the day: not where it acts on other parts of the act alone, nor where it came after a
 * start had passed, which it did not undo. An end concerns what was to begin on or after it, and what was to run out on its day.
 */
function actsOn(
  { event, verb, known }: AnswerTo,
  expected: string,
  { edge, window, slots }: ExpectedDay,
): boolean {
  if (slots !== null && !event.effects.some(({ target, slot }) => target === expected && slots.has(slot)))
    return false;
  if (edge === 'START' && known.nominal > window.latest) return false;
  if (verb !== 'END') return true;
  if (!endsBy(event, expected, window.latest)) return false;
  return edge === 'START' || !endsBy(event, expected, (window.earliest - 1) as Day);
}

function judged(
  verb: AnswerVerb,
  edge: ExpectedDay['edge'],
  moved: Window | null,
  expected: Window | null,
): Outcome {
  if (verb === 'SUPERSEDES') return 'SUPERSEDED';
  // An end on the very day on which the act was to run out says that it did.
  if (verb === 'END' && edge === 'END') return 'KEPT';
  if (verb === 'REVOKE' || verb === 'END') return 'LAPSED';
  if (moved === null || expected === null) return verb === 'REALISES' ? 'KEPT' : 'EXTENDED';
  if (moved.earliest > expected.latest) return 'EXTENDED';
  if (moved.latest < expected.earliest) return 'BROUGHT_FORWARD';
  return verb === 'AMEND' ? 'SUPERSEDED' : 'KEPT';
}

/** The day that the answer gives: the amended effect's own, else its event's. */
function movedTo(timeline: Timeline, { event, verb }: AnswerTo, { edge, slots }: ExpectedDay): Window | null {
  const known = timeline.record.knownWindows.get(event.id)?.nominal ?? timeline.newestKnown;
  const amending =
    verb === 'AMEND' && slots !== null
      ? event.effects.find(({ act, slot }) => act === 'AMEND' && slots.has(slot))
      : undefined;
  if (edge === 'END' && (verb === 'AMEND' || verb === 'REALISES')) {
    const until = amending?.until ?? event.effective.until;
    return until ? endWindow(until, known) : null;
  }
  const from = amending?.from ?? event.effective.from;
  return from.date === null ? null : startWindow(from, known);
}
