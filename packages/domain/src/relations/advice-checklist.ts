import type { Timeline } from '../bitemporal/timeline.js';
import type { View } from '../bitemporal/view.js';
import type { Text } from '../events/text.js';
import {
  type Evidence,
  evidenceOf,
  evidenceOfAll,
  evidenceWhere,
  type Frame,
  frameOf,
  type Mark,
  numberIn,
  PAPERS,
} from './evidence.js';

/** REALISED: an event after the paper; PRECEDENT: only events before it; NONE: nothing in the record by the view. */
export type ItemState = 'REALISED' | 'PRECEDENT' | 'NONE';

export interface ChecklistItem {
  /** From 1, in the paper's order. */
  readonly number: number;
  readonly title: Text;
  readonly asMarked: Mark;
  readonly state: ItemState;
  /** What the paper itself says under the item: advice, expectations, threats and dates ahead. */
  readonly said: readonly Evidence[];
  /** Events since the paper that go the way of the item. Which ones do is our reading: no source of the record says so. */
  readonly realisedBy: readonly Evidence[];
  /** Events before the paper that it builds on, or that went the same way. */
  readonly precedents: readonly Evidence[];
  readonly matchedAs: 'DERIVED';
}

export interface AdviceChecklist {
  /** Empty before the paper was public. Advice of Nov–Dec 2024, not fact. */
  readonly items: readonly ChecklistItem[];
  readonly goals: readonly ChecklistItem[];
  readonly basicMoves: readonly Text[];
  /** What the author expects of the new US team. */
  readonly expectedOfUs: Evidence | null;
  readonly asMarked: 'ADVICE';
  readonly frame: Frame;
}

/** Which recorded events go the way of a To Do item or a goal; our reading of the record. An item left out has none. */
const TO_DO: Readonly<Record<number, readonly string[]>> = {
  1: ['jp-nss-founded', 'tomita-ambassador', 'tomita-campbell-talks', 'suga-visits-us'],
  2: ['japan-firms-local-production', 'us-jp-first-term-cooperation'],
  3: [
    'japan-no-countermeasures',
    'japan-us-trade-agreement',
    'jp-us-no-extra-tariffs',
    'japan-us-first-tariff-talks',
    'japan-us-ministerial-talks',
    'japan-seeks-exemption',
    'ishiba-separates-security',
  ],
  5: ['biden-legacy-quad-trilateral'],
};
const GOALS: Readonly<Record<number, readonly string[]>> = {
  3: [
    'japan-us-trade-agreement',
    'jp-us-no-extra-tariffs',
    'japan-us-first-tariff-talks',
    'japan-us-ministerial-talks',
    'japan-seeks-exemption',
  ],
  5: ['biden-legacy-quad-trilateral'],
};

/** Paper 003 as a checklist: the five goals and the six-item list for Japan, with the events that realise each by the view's date. */
export function adviceChecklist(timeline: Timeline, view: View): AdviceChecklist {
  const frame = frameOf(timeline, view, PAPERS.japanUs2024);
  const paper = frame.published ? timeline.event(frame.event)?.event : undefined;
  const lists = (paper?.data ?? {}) as { readonly [list: string]: readonly Text[] | undefined };
  const itemsOf = (list: string, matches: Readonly<Record<number, readonly string[]>>, saidToo: boolean) =>
    (lists[list] ?? []).map((title, i) =>
      itemOf(timeline, view, frame, i + 1, title, matches[i + 1] ?? [], saidToo),
    );
  return {
    items: itemsOf('toDo', TO_DO, true),
    goals: itemsOf('goalsForJapan', GOALS, false),
    basicMoves: lists.basicMoves ?? [],
    expectedOfUs: paper ? evidenceOf(timeline, view, 'trump-2-policy-goals') : null,
    asMarked: 'ADVICE',
    frame,
  };
}

function itemOf(
  timeline: Timeline,
  view: View,
  frame: Frame,
  number: number,
  title: Text,
  matches: readonly string[],
  saidToo: boolean,
): ChecklistItem {
  const matching = evidenceOfAll(timeline, view, matches);
  const isPrecedent = ({ toldBy }: Evidence): boolean => startedBefore(timeline, toldBy, frame);
  const said = saidToo
    ? evidenceWhere(
        timeline,
        view,
        (event) => numberIn(event, 'toDoItem') === number && !matches.includes(event.id),
      )
    : [];
  const realisedBy = matching.filter((evidence) => !isPrecedent(evidence));
  const precedents = matching.filter(isPrecedent);
  return {
    number,
    title,
    asMarked: 'ADVICE',
    state: realisedBy.length > 0 ? 'REALISED' : precedents.length > 0 ? 'PRECEDENT' : 'NONE',
    said,
    realisedBy,
    precedents,
    matchedAs: 'DERIVED',
  };
}

/** Whether the act was public by the day the paper certainly was, or comes out of the paper itself. */
function startedBefore(timeline: Timeline, event: string, frame: Frame): boolean {
  const known = timeline.record.knownWindows.get(event);
  return known !== undefined && frame.knownFrom !== null && known.nominal <= frame.knownFrom;
}
