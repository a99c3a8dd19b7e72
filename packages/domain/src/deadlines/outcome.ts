import { isFirm } from '../bitemporal/statement.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { Day } from '../calendar/civil-day.js';
import type { Outcome, PolicyEvent } from '../events/envelope.js';
import { endWindow, startWindow, type Window } from '../project/window.js';

/** What became of an expectation, by everything the record knows; UNKNOWN when it fell due and nobody recorded what happened, null when its day has not come. */
export function outcomeOf(
  timeline: Timeline,
  event: PolicyEvent,
  edge: 'START' | 'END',
  window: Window,
  noDate: boolean,
): { readonly outcome: Outcome | null; readonly outcomeBy: string | null } {
  const answer = answeredBy(timeline, event);
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

type Verb = 'AMEND' | 'REVOKE' | 'REALISES' | 'SUPERSEDES';

/** The newest event that amends, revokes, realises or supersedes the expected one. */
function answeredBy(
  timeline: Timeline,
  expected: PolicyEvent,
): { readonly event: PolicyEvent; readonly verb: Verb } | undefined {
  let found: { event: PolicyEvent; verb: Verb; known: Day; position: number } | undefined;
  for (const { event, position, projects } of timeline.record.events.values()) {
    if (!projects || event.id === expected.id || !(isFirm(event.modality) || !isFirm(expected.modality)))
      continue;
    const effect = event.effects.find(
      (e) => e.target === expected.id && (e.act === 'AMEND' || e.act === 'REVOKE'),
    );
    const relation = event.relations.find(
      (r) => r.to === expected.id && (r.type === 'REALISES' || r.type === 'SUPERSEDES'),
    );
    const verb = effect ? (effect.act as Verb) : (relation?.type as Verb | undefined);
    const known = timeline.record.knownWindows.get(event.id)?.nominal;
    if (
      verb &&
      known !== undefined &&
      (!found || known > found.known || (known === found.known && position > found.position))
    )
      found = { event, verb, known, position };
  }
  return found;
}

function judged(verb: Verb, moved: Window | null, expected: Window | null): Outcome {
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
