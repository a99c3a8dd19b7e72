import {
  type Day,
  hasValueAt,
  type PackReader,
  type Status,
  sameValue,
  type Value,
} from '@policy-timeline/domain';
import { borderOf, type Place } from './knowledge';
import { portionOf, type Span } from './scrub-range';

/** A bar of a lane: what one slot reads over a stretch of days, with the knowledge of the screen. */
export interface LaneBar {
  readonly from: Day;
  readonly until: Day;
  readonly status: Status;
  readonly value: Value | null;
  /** Beyond the known day: drawn as an outline. */
  readonly planned: boolean;
  /** The bar goes on from one cut at the known day. */
  readonly continues: boolean;
  /** No end is set. */
  readonly open: boolean;
}
export interface Lane {
  readonly index: number;
  readonly slot: string;
  readonly bars: readonly LaneBar[];
}

export const LANE_COUNT = 5;
const DRAWN: ReadonlySet<Status> = new Set(['IN_FORCE', 'SUSPENDED', 'UNKNOWN']);
const OPEN_DAY = 2 ** 29;

/** The bars of one slot inside the span, cut at the known day. */
export function laneBars(reader: PackReader, index: number, place: Place, span: Span): readonly LaneBar[] {
  const table = reader.table('LEGAL');
  const { columns } = table;
  const track = reader.pack.tracks.LEGAL;
  const known = borderOf(place, reader.newestKnown);
  const edges: { row: number; from: number; until: number }[] = [];
  for (let row = columns.slotStart[index] as number; row < (columns.slotStart[index + 1] as number); row++) {
    if ((columns.knownFrom[row] as number) <= known && known < (columns.knownUntil[row] as number))
      edges.push({ row, from: columns.dateFrom[row] as number, until: columns.dateUntil[row] as number });
  }
  edges.sort((a, b) => a.from - b.from);
  const bars: LaneBar[] = [];
  for (const edge of edges) {
    const from = Math.max(edge.from, span.from) as Day;
    const until = Math.min(edge.until, span.until) as Day;
    if (from >= until) continue;
    // The row that answers there is the edge's own: whole readings of every slot would be looked for and made in vain.
    const status = table.statusAt(index, edge.row, from, known);
    if (!DRAWN.has(status)) continue;
    const statement = hasValueAt(track, edge.row) ? track.statement[edge.row] : undefined;
    const value = statement === undefined ? null : (track.statements[statement]?.value ?? null);
    const open = edge.until > OPEN_DAY;
    const last = bars.at(-1);
    if (last && last.until === from && last.status === status && sameValue(last.value, value))
      bars[bars.length - 1] = { ...last, until, open };
    else
      bars.push({
        from,
        until,
        status,
        value,
        open,
        planned: false,
        continues: false,
      });
  }
  return bars.flatMap((bar) => cutAt((known + 1) as Day, bar));
}

function cutAt(border: Day, bar: LaneBar): readonly LaneBar[] {
  if (bar.until <= border) return [bar];
  if (bar.from >= border) return [{ ...bar, planned: true }];
  return [
    { ...bar, until: border, open: false },
    { ...bar, from: border, planned: true, continues: true },
  ];
}

/** The selected slot first, then those of the filter with the most to show around the day; observations stay out while others can fill. */
export function laneSlots(
  reader: PackReader,
  slots: readonly number[],
  place: Place,
  span: Span,
  selected: number | null,
  count = LANE_COUNT,
): readonly Lane[] {
  const scored = slots
    .filter((index) => index !== selected)
    .map((index) => ({ index, bars: laneBars(reader, index, place, span) }))
    .map((lane) => ({
      ...lane,
      score:
        scoreOf(lane.bars, place, span) - (reader.pack.slots[lane.index]?.family === 'INDICATOR' ? 100 : 0),
    }))
    .filter(({ bars }) => bars.length > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index);
  const pinned =
    selected === null ? [] : [{ index: selected, bars: laneBars(reader, selected, place, span) }];
  const taken =
    count > LANE_COUNT
      ? scored.slice(0, count - pinned.length)
      : distinctStreams(reader, scored, count - pinned.length);
  return [...pinned, ...taken].map(({ index, bars }) => ({
    index,
    slot: reader.pack.slots[index]?.id ?? '',
    bars,
  }));
}

/** Alike members of one programme (sixty countries of one order) would fill all lanes: one of each programme. */
function distinctStreams<L extends { readonly index: number }>(
  reader: PackReader,
  lanes: readonly L[],
  count: number,
): readonly L[] {
  const seen = new Set<string>();
  const first = lanes.filter(({ index }) => {
    const programme = (reader.pack.slots[index]?.subject ?? '').split('/').slice(0, 3).join('/');
    return seen.has(programme) ? false : seen.add(programme);
  });
  return first.slice(0, Math.max(0, count));
}

function scoreOf(bars: readonly LaneBar[], place: Place, span: Span): number {
  const spoken =
    bars.length < 2
      ? bars.length
      : new Set(bars.map(({ status, value }) => `${status} ${JSON.stringify(value)}`)).size;
  const near = bars.some(({ from, until }) => from <= place.date && place.date < until) ? 3 : 0;
  const covered = bars.reduce(
    (sum, { from, until }) => sum + portionOf(until, span) - portionOf(from, span),
    0,
  );
  return spoken + near + Math.min(1, covered);
}
