import type { Certainty, Status } from '../bitemporal/status.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { View } from '../bitemporal/view.js';
import type { SubjectId } from '../events/envelope.js';
import type { Text } from '../events/text.js';
import { type Evidence, evidenceWhere, isKnown, type Mark, markOf, numberIn } from './evidence.js';

export interface Round {
  readonly number: number;
  /**
   * EXPECTED: planned; AHEAD: held after the view's date, as known with hindsight; UNKNOWN_DAY: a later round was held,
   * so this one was, and no source of the record dates it.
   */
  readonly state: 'HELD' | 'EXPECTED' | 'AHEAD' | 'UNKNOWN_DAY';
  /** As the source gives it; null where it gives none. */
  readonly date: string | null;
  readonly certainty: Certainty;
  readonly asMarked: Mark | null;
  readonly event: string | null;
}

/** A negotiation by its rounds. */
export interface RoundLadder {
  readonly negotiation: SubjectId;
  readonly title: Text;
  readonly status: Status;
  /** From the first round up. */
  readonly rounds: readonly Round[];
  /** The last round held; 0 before the first. */
  readonly lastHeld: number;
  /** Notice, objectives, proposals, answers, threats: what happened between the rounds. */
  readonly steps: readonly Evidence[];
}

/** The rounds of a negotiation as a ladder on a day: held, expected, and those that must have been held but are not dated. */
export function roundLadder(
  timeline: Timeline,
  view: View,
  { negotiation = 'negotiation/nafta-renegotiation' }: { readonly negotiation?: SubjectId | undefined } = {},
): RoundLadder {
  const dated = new Map<number, Round>();
  const isRound = (type: string): boolean => type === 'NegotiationRoundHeld';
  for (const { event, projects } of timeline.record.events.values()) {
    const number = event.stream === negotiation && isRound(event.type) ? numberIn(event, 'round') : null;
    if (number === null || !projects || !isKnown(timeline, view, event.id)) continue;
    const held = evidenceWhere(timeline, view, ({ id }) => id === event.id)[0];
    const mark = markOf(event);
    dated.set(number, {
      number,
      state: mark !== null ? 'EXPECTED' : held ? 'HELD' : 'AHEAD',
      date: event.effective.from.date,
      certainty: held?.certainty ?? 'CERTAIN',
      asMarked: mark,
      event: event.id,
    });
  }
  const lastHeld = Math.max(
    0,
    ...[...dated.values()].filter(({ state }) => state === 'HELD').map((r) => r.number),
  );
  const last = Math.max(0, ...dated.keys());
  const undated = (number: number): Round[] =>
    number > lastHeld
      ? []
      : [{ number, state: 'UNKNOWN_DAY', date: null, certainty: 'POSSIBLE', asMarked: null, event: null }];
  return {
    negotiation,
    title: timeline.subject(negotiation).title,
    status: timeline.index.slots.has(negotiation) ? timeline.read(negotiation, view).status : 'UNKNOWN',
    rounds: Array.from({ length: last }, (_, i) => dated.get(i + 1) ?? undated(i + 1)).flat(),
    lastHeld,
    steps: evidenceWhere(timeline, view, ({ stream, type }) => stream === negotiation && !isRound(type)),
  };
}
