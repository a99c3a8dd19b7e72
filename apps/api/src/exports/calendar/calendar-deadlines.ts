import {
  addDays,
  type Day,
  type DeadlineRow,
  deadlineId,
  deadlineRows,
  type PolicyEvent,
  type SlotId,
  slotsOn,
  tokenTest,
} from '@policy-timeline/domain';
import type { AskedQuestion } from '../asking/asked-question.js';
import { actsOf, movesOf, type Named } from './moves.js';

export type CalendarStatus = 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
export interface CalendarDeadline {
  /** The first event of the chain and which of its days is meant: stays when the date moves. */
  readonly uid: string;
  /** How often the date had been moved by the known day. */
  readonly sequence: number;
  readonly status: CalendarStatus;
  readonly row: DeadlineRow & { readonly earliest: Day; readonly latest: Day };
  readonly event: PolicyEvent;
  /** Whose day it is. */
  readonly slots: readonly SlotId[];
  /** What stood before it was moved, newest first. */
  readonly was: readonly { readonly date: string; readonly until: Day }[];
}

/** A dropped deadline stays this long, so that calendars take it out rather than keep it for ever. */
const CANCELLED_DAYS = 60;
/** Days gone by that a calendar still shows. */
const PAST_DAYS = 365;

interface Candidate {
  readonly row: DeadlineRow;
  readonly event: PolicyEvent;
  readonly chain: readonly Named[];
  readonly stands: boolean;
}

/** The deadlines that pass the filter as they stood on the known day, and how many have no date. */
export function calendarDeadlines({ prefix: { timeline }, view, tokens }: AskedQuestion): {
  readonly dated: readonly CalendarDeadline[];
  readonly undated: number;
} {
  const knownAt = timeline.knownAtOf(view);
  const test = tokenTest(timeline, tokens);
  const known = (id: string): boolean =>
    (timeline.record.knownWindows.get(id)?.nominal ?? Number.POSITIVE_INFINITY) <= knownAt;
  const rows = deadlineRows(timeline).filter((row) => row.knownFrom <= knownAt);
  const acts = actsOf(timeline, view.track);
  const byUid = new Map<string, Candidate[]>();
  let undated = 0;
  for (const row of rows) {
    const event = timeline.event(row.event)?.event;
    if (!event || !test.event(event)) continue;
    const stands = knownAt < row.knownUntil;
    if (row.earliest === null || row.latest === null) {
      if (stands && knownAt < row.awaitedUntil) undated++;
      continue;
    }
    const chain = movesOf(acts, row, (id) => (known(id) ? timeline.event(id)?.event : undefined));
    const uid = deadlineId(chain.at(-1) ?? row);
    byUid.set(uid, [...(byUid.get(uid) ?? []), { row, event, chain, stands }]);
  }
  const dated = [...byUid].flatMap(([uid, candidates]) =>
    shown(uid, candidates, knownAt).map((one) => ({
      ...one,
      slots: slotsOn(timeline, one.row, view.track),
    })),
  );
  return {
    dated: dated.sort((a, b) => a.row.earliest - b.row.earliest || (a.uid < b.uid ? -1 : 1)),
    undated,
  };
}

function shown(
  uid: string,
  candidates: readonly Candidate[],
  knownAt: Day,
): Omit<CalendarDeadline, 'slots'>[] {
  const newest = [...candidates].sort(
    (a, b) =>
      b.chain.length - a.chain.length ||
      Number(b.stands) - Number(a.stands) ||
      b.row.knownFrom - a.row.knownFrom,
  );
  const [first] = newest;
  if (!first) return [];
  const { row, event, chain, stands } = first;
  if ((row.latest as Day) < knownAt - PAST_DAYS) return [];
  const cameTrue = row.outcome === 'KEPT';
  if (!stands && !cameTrue && knownAt >= addDays(row.knownUntil, CANCELLED_DAYS)) return [];
  return [
    {
      uid,
      sequence: chain.length - 1 + (stands || cameTrue ? 0 : 1),
      status: !stands && !cameTrue ? 'CANCELLED' : row.firmness === 'FIXED' ? 'CONFIRMED' : 'TENTATIVE',
      row: row as CalendarDeadline['row'],
      event,
      was: newest
        .slice(1)
        .filter((earlier) => earlier.chain.length < chain.length)
        .map((earlier) => ({ date: earlier.row.date ?? '', until: row.knownFrom })),
    },
  ];
}
