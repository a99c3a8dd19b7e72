import type { PolicyEvent, SourceKind } from '../events/envelope.js';

/** Compared and not looked up: a text that comes from JSON would first have to be found among all names there are. */
function rankOfKind(kind: SourceKind): number {
  switch (kind) {
    case 'OFFICIAL':
      return 3;
    case 'STATEMENT':
    case 'DATASET':
      return 2;
    case 'PAPER':
    case 'PRESS':
      return 1;
  }
}

/** The rank of an event is that of its best source. */
export function rankOf(event: PolicyEvent): number {
  let best = 0;
  for (const { kind } of event.sources) best = Math.max(best, rankOfKind(kind));
  return best;
}

export const factOf = (event: PolicyEvent): string => event.fact ?? event.id;
