import { isFirm } from '../bitemporal/statement.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { Outcome, PolicyEvent } from '../events/envelope.js';
import { endWindow, startWindow, type Window } from '../project/window.js';
import { type AnswerTo, type AnswerVerb, answersTo } from './answers-to.js';

/** What became of an expectation, by everything the record knows; UNKNOWN when it fell due and nobody recorded what happened, null when its day has not come. */
export function outcomeOf(
  timeline: Timeline,
  event: PolicyEvent,
  edge: 'START' | 'END',
  window: Window,
  noDate: boolean,
): { readonly outcome: Outcome | null; readonly outcomeBy: string | null } {
  const answer = answeredBy(timeline, event, edge, window);
  if (answer) {
    const moved = windowOf(timeline, answer.event, answer.verb === 'AMEND' ? edge : 'START');
    return { outcome: judged(answer.verb, moved, noDate ? null : window), outcomeBy: answer.event.id };
  }
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

/** The newest firm event that amends, revokes, realises or supersedes the expected one. What came after a start had passed did not undo it. */
function answeredBy(
  timeline: Timeline,
  expected: PolicyEvent,
  edge: 'START' | 'END',
  window: Window,
): AnswerTo | undefined {
  return answersTo(timeline, expected.id)
    .filter(
      ({ event, verb, known }) =>
        event.id !== expected.id &&
        (isFirm(event.modality) || !isFirm(expected.modality)) &&
        !(edge === 'START' && (verb === 'REVOKE' || verb === 'AMEND') && known.nominal > window.latest),
    )
    .reduce<AnswerTo | undefined>(
      (best, answer) => (best === undefined || answer.known.nominal >= best.known.nominal ? answer : best),
      undefined,
    );
}

function judged(verb: AnswerVerb, moved: Window | null, expected: Window | null): Outcome {
  if (verb === 'SUPERSEDES') return 'SUPERSEDED';
  if (verb === 'REVOKE') return 'LAPSED';
  if (moved === null || expected === null) return verb === 'REALISES' ? 'KEPT' : 'EXTENDED';
  if (moved.earliest > expected.latest) return 'EXTENDED';
  if (moved.latest < expected.earliest) return 'BROUGHT_FORWARD';
  return verb === 'AMEND' ? 'SUPERSEDED' : 'KEPT';
}

function windowOf(timeline: Timeline, event: PolicyEvent, edge: 'START' | 'END'): Window | null {
  const known = timeline.record.knownWindows.get(event.id)?.nominal ?? timeline.newestKnown;
  if (edge === 'END') return event.effective.until ? endWindow(event.effective.until, known) : null;
  return event.effective.from.date === null ? null : startWindow(event.effective.from, known);
}
