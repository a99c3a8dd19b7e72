import { parsePartialDate, type SettledEvent } from '@policy-timeline/domain';

/** Sorts as text by the day an event begins, then by its place in the log: events without a day last. */
export function dateKeyOf({ event, position }: SettledEvent): string {
  const { date } = event.effective.from;
  const day = date === null ? 9_999_999 : parsePartialDate(date).first + 1_000_000;
  return `${String(day).padStart(7, '0')}.${String(position).padStart(10, '0')}`;
}

export const datedFirst = (a: SettledEvent, b: SettledEvent): number =>
  dateKeyOf(a) < dateKeyOf(b) ? -1 : 1;
