import type { DeadlineKind, Effect, PolicyEvent } from '../events/envelope.js';
import type { NamedDay } from './named-days.js';

/**
 * The day that an event's own words on its deadline are about: its end where it names one and calls it an end or an expiry,
 * else its start. A surcharge of 150 days that "expires" begins like any other.
 */
export const saidOfEdge = ({ deadline, effective }: PolicyEvent): 'START' | 'END' =>
  effective.until && (deadline?.kind === 'EXPIRY' || deadline?.kind === 'END') ? 'END' : 'START';

/** What kind of day it is: said by the event, else told from its type. An end of a pause is an END, of anything else an EXPIRY. */
export function kindOf(
  event: PolicyEvent,
  { edge, effects, ofEffects }: Pick<NamedDay, 'edge' | 'effects' | 'ofEffects'>,
): DeadlineKind {
  if (edge === 'END') return effects.some(({ act }) => act === 'SUSPEND') ? 'END' : 'EXPIRY';
  if (ofEffects) return kindOfStep(event, effects);
  if (event.deadline?.kind && saidOfEdge(event) === 'START') return event.deadline.kind;
  if (event.effects.length > 0 && event.effects.every(({ act }) => act === 'END')) return 'END';
  switch (event.type) {
    case 'ElectionHeld':
    case 'ElectionScheduled':
      return 'ELECTION';
    case 'NegotiationRoundHeld':
      return 'ROUND';
    case 'MeetingHeld':
      return 'MEETING';
    case 'VisitMade':
      return 'VISIT';
    case 'PaperWritten':
    case 'StrategyPublished':
      return 'PUBLICATION';
    default:
      return event.extent === 'STATE' ? 'START' : 'OTHER';
  }
}

/** A later step of an act: a STEP_UP where the act itself gives the slot a lower rate before. */
function kindOfStep(event: PolicyEvent, effects: readonly Effect[]): DeadlineKind {
  if (effects.every(({ act }) => act === 'END' || act === 'REVOKE')) return 'END';
  const risen = (effect: Effect): boolean => {
    const before = stepBefore(event, effect)?.value;
    return (
      before?.kind === 'RATE' &&
      effect.value?.kind === 'RATE' &&
      before.ratePercent < effect.value.ratePercent
    );
  };
  return effects.some(risen) ? 'STEP_UP' : 'START';
}

/** Dates as texts stand in the order of their days. */
function stepBefore(event: PolicyEvent, step: Effect): Effect | undefined {
  const dateOf = ({ from }: Effect): string => (from ?? event.effective.from).date ?? '';
  return event.effects
    .filter((effect) => effect.slot === step.slot && dateOf(effect) < dateOf(step))
    .sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1))
    .at(-1);
}
