import type { DeadlineRow } from './deadline-rows.js';

/** Stable when the date moves: the event and which of its days is meant; a day of some effects is told apart by itself. */
export const deadlineId = ({
  event,
  edge,
  ofEffects,
  date,
}: Pick<DeadlineRow, 'event' | 'edge' | 'ofEffects' | 'date'>): string =>
  `${event}:${edge.toLowerCase()}${ofEffects ? `:${date}` : ''}`;
