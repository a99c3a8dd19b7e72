import {
  type Day,
  type DeadlineKind,
  eventType,
  type Family,
  type Modality,
  type Outcome,
  type Pack,
  type Text,
} from '@policy-timeline/domain';

/** What became of a day that had been named ahead. OPEN: it has not come. */
export type Fate = Outcome | 'OPEN';
export const FATES: readonly Fate[] = [
  'KEPT',
  'EXTENDED',
  'BROUGHT_FORWARD',
  'SUPERSEDED',
  'LAPSED',
  'OPEN',
  'UNKNOWN',
];

/** One day that had been named ahead, and what became of it. */
export interface BoardRow {
  readonly key: string;
  readonly event: string;
  readonly title: Text;
  readonly date: string;
  readonly day: Day;
  readonly kind: DeadlineKind;
  readonly edge: 'START' | 'END';
  /** A later step, or an end of a part: not the act's own first or last day. */
  readonly ofEffects: boolean;
  readonly family: Family;
  readonly modality: Modality;
  readonly partners: readonly string[];
  readonly knownFrom: Day;
  readonly fate: Fate;
  /** The event that moved, ended or fulfilled it. */
  readonly by: string | null;
  readonly byTitle: Text | null;
  /** The day on which it became known that it would not be as named; null where it was kept. */
  readonly noticeOn: Day | null;
  /** The new day, where it moved to one. */
  readonly movedTo: Day | null;
  /** Rows folded into this one: same day, act and fate. */
  readonly others: number;
  readonly source: Text | null;
}

/** `due`: days on which something ends, steps up, is reviewed, decided or held. `start`: days on which a measure was to begin. */
export type BoardScope = 'due' | 'start';
const DUE_KINDS: ReadonlySet<DeadlineKind> = new Set<DeadlineKind>([
  'STEP_UP',
  'REVIEW',
  'DECISION',
  'ROUND',
  'MEETING',
  'VISIT',
  'ELECTION',
  'COMMENT_CLOSE',
  'PUBLICATION',
  'OTHER',
]);

/**
 * The scoreboard out of the pack: every day that was named before it came, newest first, each once. A start counts among the
 * due days only where it was no act in force yet (planned, threatened, conditional, proposed); what changed a measure after its
 * first day did not move that day, so such a start counts as kept.
 */
export function boardRows(pack: Pack, scope: BoardScope): readonly BoardRow[] {
  const rows = new Map<string, BoardRow>();
  for (const deadline of pack.deadlines) {
    const event = pack.events[deadline.event];
    if (!event || deadline.date === null || deadline.earliest === null) continue;
    if (deadline.knownFrom >= deadline.earliest) continue;
    // The last day of a round or a visit is no deadline of its own.
    if (deadline.edge === 'END' && eventType(event.type)?.definition.extent === 'HAPPENING') continue;
    const planned = event.modality !== 'FACT' && event.modality !== 'REPORTED';
    const due = deadline.edge === 'END' || DUE_KINDS.has(deadline.kind) || planned;
    if (due !== (scope === 'due')) continue;
    const by = deadline.outcomeBy === null ? undefined : pack.events[deadline.outcomeBy];
    const late =
      deadline.edge === 'START' && by !== undefined && by.known >= (deadline.latest ?? deadline.earliest);
    const moved = deadline.outcome === 'EXTENDED' || deadline.outcome === 'BROUGHT_FORWARD';
    const gone = deadline.outcome === 'SUPERSEDED' || deadline.outcome === 'LAPSED';
    const fate: Fate =
      deadline.outcome === null ? 'OPEN' : late && (moved || gone) && !planned ? 'KEPT' : deadline.outcome;
    const changed =
      fate === 'EXTENDED' || fate === 'BROUGHT_FORWARD' || fate === 'SUPERSEDED' || fate === 'LAPSED';
    const movedTo = changed && by && moved ? newDay(pack, by.id, deadline.edge, deadline.earliest) : null;
    const key = `${event.id} ${deadline.edge} ${deadline.date}`;
    const row: BoardRow = {
      key,
      event: event.id,
      title: event.title,
      date: deadline.date,
      day: deadline.earliest,
      kind: deadline.kind,
      edge: deadline.edge,
      ofEffects: deadline.ofEffects,
      family: event.family,
      modality: event.modality,
      partners: event.partners,
      knownFrom: deadline.knownFrom,
      fate,
      by: changed ? (by?.id ?? null) : null,
      byTitle: changed ? (by?.title ?? null) : null,
      noticeOn: changed && by ? (by.known as Day) : null,
      movedTo,
      others: 0,
      source: pack.sources[event.sources[0] ?? -1]?.title ?? null,
    };
    // The newest state of knowledge about the same day is the one that was judged.
    const held = rows.get(key);
    if (!held || held.knownFrom <= row.knownFrom) rows.set(key, row);
  }
  return fold([...rows.values()]).sort((a, b) => b.day - a.day || (a.key < b.key ? -1 : 1));
}

/** The day that the later event names instead. */
function newDay(pack: Pack, id: string, edge: 'START' | 'END', old: Day): Day | null {
  const days = pack.deadlines
    .filter((row) => pack.events[row.event]?.id === id && row.earliest !== null && row.earliest !== old)
    .sort((a, b) => Number(b.edge === edge) - Number(a.edge === edge));
  return days[0]?.earliest ?? null;
}

/** A table of country rates is one order: rows of one day and fate are one line of the board. Later steps are lines of their own. */
function fold(rows: readonly BoardRow[]): BoardRow[] {
  const groups = new Map<string, BoardRow>();
  for (const row of rows) {
    const key =
      row.edge === 'START' && row.kind === 'START' && !row.ofEffects
        ? `${row.date} ${row.knownFrom} ${row.family} ${row.fate} ${row.noticeOn} ${row.movedTo}`
        : row.key;
    const held = groups.get(key);
    groups.set(key, held ? { ...held, others: held.others + 1 } : row);
  }
  return [...groups.values()];
}

/** How many rows, folded ones included, came out how. */
export function fateCounts(rows: readonly BoardRow[]): Readonly<Record<Fate, number>> {
  const counts = Object.fromEntries(FATES.map((fate) => [fate, 0])) as Record<Fate, number>;
  for (const row of rows) counts[row.fate] += 1;
  return counts;
}
