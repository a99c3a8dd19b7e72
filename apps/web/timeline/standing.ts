import type { Day, PackEvent, PackReader, Status } from '@policy-timeline/domain';

/** What an event's decision is worth today, and the event that took its place. */
export interface Standing {
  readonly status: Status;
  readonly endedBy: PackEvent | null;
}

/**
 * By all that is recorded: what the event decides now; else how the stretch of days that it decided came to its end. Null where it
 * decides no day.
 */
export function standingOf(
  reader: PackReader,
  slot: number,
  event: string,
  stretch: { readonly until: Day | null } | null,
): Standing | null {
  if (stretch === null) return null;
  const today = reader.newestKnown;
  const now = reader.read(slot, today, today);
  if (now.event?.id === event) return { status: now.status, endedBy: null };
  if (stretch.until === null || stretch.until > today) return { status: 'SCHEDULED', endedBy: null };
  const next = reader.read(slot, stretch.until, today);
  const endedBy = next.event && next.event.id !== event ? next.event : null;
  const stopped = next.status === 'ENDED' || next.status === 'EXPIRED' || next.status === 'SUSPENDED';
  if (stopped) return { status: next.status, endedBy };
  return { status: next.status === 'NOT_IN_FORCE' ? 'EXPIRED' : 'SUPERSEDED', endedBy };
}
