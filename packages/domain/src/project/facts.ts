import type { PolicyEvent, SourceKind } from '../events/envelope.js';

const RANK: Readonly<Record<SourceKind, number>> = {
  OFFICIAL: 3,
  STATEMENT: 2,
  DATASET: 2,
  PAPER: 1,
  PRESS: 1,
};

/** The rank of an event is that of its best source. */
export function rankOf(event: PolicyEvent): number {
  let best = 0;
  for (const { kind } of event.sources) if (RANK[kind] > best) best = RANK[kind];
  return best;
}

export const factOf = (event: PolicyEvent): string => event.fact ?? event.id;
