import { knownDay } from '@policy-timeline/domain';
import type { Asked } from './asked.js';

/** Whether the public could know of an event by the known day of the view: an answer never mixes in what came later. */
export function isKnownIn({ timeline, view }: Asked, event: string): boolean {
  if (view.knownAt === null && !view.asLived) return true;
  const known = timeline.record.knownWindows.get(event);
  return known === undefined || knownDay(known, view.reading) <= timeline.knownAtOf(view);
}

/** Whether anything that could be known by then speaks of the subject. */
export const isSpokenOfIn = (from: Asked, subject: string): boolean =>
  from.timeline
    .slotIdsOf(subject)
    .some((slot) =>
      from.timeline.index.slots.get(slot)?.statements.some(({ event }) => isKnownIn(from, event)),
    );
