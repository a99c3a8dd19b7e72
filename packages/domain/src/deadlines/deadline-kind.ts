import type { DeadlineKind, PolicyEvent } from '../events/envelope.js';

/** What kind of day it is: said by the event, else told from its type. An end of a pause is an END, of anything else an EXPIRY. */
export function kindOf(event: PolicyEvent, edge: 'START' | 'END'): DeadlineKind {
  if (edge === 'END') return event.effects.some(({ act }) => act === 'SUSPEND') ? 'END' : 'EXPIRY';
  if (event.deadline?.kind) return event.deadline.kind;
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
