import type { Day, PackReader, Status, Value } from '@policy-timeline/domain';
import type { Span } from '@/timeline/scrub-range';

/** One stretch of dates and known days with one answer. */
export interface PlaneCell {
  readonly dates: Span;
  readonly known: Span;
  readonly status: Status;
  readonly value: Value | null;
}
export interface PlanePicture {
  /** Both axes show these days. */
  readonly span: Span;
  readonly cells: readonly PlaneCell[];
}

const FAR = 2 ** 29;
/** Days shown beyond the first and the last edge, as a share of the whole. */
const ROOM = 0.12;
const SHORTEST_DAYS = 120;

/** One slot over both times: every rectangle of the record, cut to the days on which something about it changes. */
export function planePicture(
  reader: PackReader,
  index: number,
  around: { date: Day; known: Day },
): PlanePicture {
  const { columns } = reader.table('LEGAL');
  const rows = Array.from(
    { length: (columns.slotStart[index + 1] as number) - (columns.slotStart[index] as number) },
    (_, i) => (columns.slotStart[index] as number) + i,
  );
  const edges = rows
    .flatMap((row) => [columns.dateFrom[row], columns.dateUntil[row], columns.knownFrom[row]] as number[])
    .filter((day) => Math.abs(day) < FAR);
  const first = Math.min(...edges, around.date);
  const last = Math.max(...edges, around.date, around.known);
  const room = Math.max(SHORTEST_DAYS / 2, Math.round((last - first) * ROOM));
  const span: Span = { from: (first - room) as Day, until: (last + room) as Day };
  const within = (from: number, until: number): Span => ({
    from: Math.max(from, span.from) as Day,
    until: Math.min(until, span.until) as Day,
  });
  const cells = rows.flatMap((row): PlaneCell[] => {
    const dates = within(columns.dateFrom[row] as number, columns.dateUntil[row] as number);
    const known = within(columns.knownFrom[row] as number, columns.knownUntil[row] as number);
    if (dates.from >= dates.until || known.from >= known.until) return [];
    const { status, value } = reader.read(index, dates.from, known.from);
    return [{ dates, known, status, value }];
  });
  return { span, cells };
}

/** The answers for one date from the first knowledge to the last: the vertical line of the plane. */
export function answersOver(
  reader: PackReader,
  index: number,
  date: Day,
): readonly {
  readonly knownFrom: Day | null;
  readonly status: Status;
  readonly value: Value | null;
  readonly event: string | null;
}[] {
  const { columns } = reader.table('LEGAL');
  const found: { knownFrom: Day | null; row: number }[] = [];
  for (let row = columns.slotStart[index] as number; row < (columns.slotStart[index + 1] as number); row++) {
    if ((columns.dateFrom[row] as number) > date || date >= (columns.dateUntil[row] as number)) continue;
    const from = columns.knownFrom[row] as number;
    found.push({ knownFrom: from <= -FAR ? null : (from as Day), row });
  }
  return found
    .sort((a, b) => (a.knownFrom ?? -FAR) - (b.knownFrom ?? -FAR))
    .map(({ knownFrom, row }) => {
      const { status, value, event } = reader.read(
        index,
        date,
        knownFrom ?? (((columns.knownUntil[row] as number) - 1) as Day),
      );
      return { knownFrom, status, value, event: event?.id ?? null };
    });
}
