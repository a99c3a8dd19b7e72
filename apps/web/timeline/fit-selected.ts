import { addDays, type Day } from '@policy-timeline/domain';
import type { Scrub } from './scrub-context';

const ROOM_DAYS = 45;
const FAR = 2 ** 29;

/** Sets the rail to the window in which the selected slot changes. */
export function fitSelected({ reader, view, setWindow }: Scrub): void {
  if (!reader || !view.reason) return;
  const { columns } = reader.table('LEGAL');
  const { index } = view.reason;
  const days: number[] = [view.place.date];
  for (let row = columns.slotStart[index] as number; row < (columns.slotStart[index + 1] as number); row++)
    days.push(columns.dateFrom[row] as number, columns.dateUntil[row] as number);
  const near = days.filter((day) => Math.abs(day) < FAR);
  const { range } = view.frame;
  setWindow({
    from: Math.max(range.from, addDays(Math.min(...near) as Day, -ROOM_DAYS)) as Day,
    until: Math.min(range.until, addDays(Math.max(...near) as Day, ROOM_DAYS)) as Day,
  });
}
