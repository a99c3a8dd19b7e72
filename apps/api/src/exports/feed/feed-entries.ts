import { type DiffKind, formatDay, startWindow } from '@policy-timeline/domain';
import type { Timelines } from '../../timeline/timelines.js';
import type { AskedQuestion } from '../asking/asked-question.js';
import { type EventRevision, revisionsOf } from '../asking/revisions.js';

export const FEED_KINDS = ['WORLD', 'PLAN', 'LEARNED', 'CORRECTED'] as const;

export interface FeedEntry extends EventRevision {
  readonly kind: DiffKind;
  /** `YYYY-MM-DD` */
  readonly knownFrom: string;
}

/** What was recorded, newest first; `kind` null: all four. Only the newest `most` of the `total` are given: no more are held. */
export async function feedEntries(
  question: AskedQuestion,
  timelines: Timelines,
  { kind, most }: { readonly kind: DiffKind | null; readonly most: number },
): Promise<{ readonly total: number; readonly newest: readonly FeedEntry[] }> {
  let newest: FeedEntry[] = [];
  let total = 0;
  for await (const revision of revisionsOf(question, timelines)) {
    const entry = entryOf(question, revision);
    if (kind !== null && entry.kind !== kind) continue;
    total++;
    newest.push(entry);
    if (newest.length >= 2 * most) newest = newest.slice(-most);
  }
  return { total, newest: newest.slice(-most).reverse() };
}

/** CORRECTED for an erratum or void; else PLAN before its day was come, LEARNED where it was known after it began. */
function entryOf({ prefix: { timeline } }: AskedQuestion, revision: EventRevision): FeedEntry {
  const known = timeline.record.knownWindows.get(revision.event.id);
  const begins = known && startWindow(revision.event.effective.from, known.nominal);
  const kind =
    revision.revision > 0
      ? 'CORRECTED'
      : revision.event.effective.dateOpen || (begins && begins.earliest > known.nominal)
        ? 'PLAN'
        : begins && begins.latest < known.earliest
          ? 'LEARNED'
          : 'WORLD';
  return {
    ...revision,
    kind,
    knownFrom: known ? formatDay(known.nominal) : revision.recordedAt.slice(0, 10),
  };
}
