import type { Timeline } from '../bitemporal/timeline.js';
import type { View } from '../bitemporal/view.js';
import type { PolicyEvent } from '../events/envelope.js';
import type { Text } from '../events/text.js';
import {
  type Evidence,
  evidenceOf,
  evidenceWhere,
  type Frame,
  frameOf,
  type Mark,
  numberIn,
  PAPERS,
} from './evidence.js';

/** REALISED: an event after the paper; PRECEDENT: only events before it; NONE: nothing in the record by the view. */
export type ItemState = 'REALISED' | 'PRECEDENT' | 'NONE';

/** An event that goes the way of an item, as the record's own `data.matches` says. */
export interface MatchedEvidence extends Evidence {
  /** Why it is counted to the item. */
  readonly because: Text;
  /** The place in the paper that the item stands at. */
  readonly where: string;
}

export interface ChecklistItem {
  /** From 1, in the paper's order. */
  readonly number: number;
  readonly title: Text;
  readonly asMarked: Mark;
  readonly state: ItemState;
  /** What the paper itself says under the item: advice, expectations, threats and dates ahead. */
  readonly said: readonly Evidence[];
  /** Events since the paper that go the way of the item. Which ones do is our reading: no source of the record says so. */
  readonly realisedBy: readonly MatchedEvidence[];
  /** Events before the paper that it builds on, or that went the same way. */
  readonly precedents: readonly MatchedEvidence[];
  readonly matchedAs: 'DERIVED';
}

/** The advice of a paper as a list, each item with what came of it. */
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

/** Paper 003 as a checklist: the five goals and the six-item list for Japan, with the events that realise each by the view's date. */
export function adviceChecklist(timeline: Timeline, view: View): AdviceChecklist {
  const frame = frameOf(timeline, view, PAPERS.japanUs2024);
  const paper = frame.published ? timeline.event(frame.event)?.event : undefined;
  const lists = (paper?.data ?? {}) as { readonly [list: string]: readonly Text[] | undefined };
  const matches = matchesIn(paper);
  const itemsOf = (list: Match['list'], saidToo: boolean) =>
    (lists[list] ?? []).map((title, i) => {
      const own = matches.filter((match) => match.list === list && match.item === i + 1);
      return itemOf(timeline, view, frame, i + 1, title, own, saidToo);
    });
  return {
    items: itemsOf('toDo', true),
    goals: itemsOf('goalsForJapan', false),
    basicMoves: lists.basicMoves ?? [],
    expectedOfUs: paper ? evidenceOf(timeline, view, 'trump-2-policy-goals') : null,
    asMarked: 'ADVICE',
    frame,
  };
}

interface Match {
  readonly list: 'toDo' | 'goalsForJapan';
  /** From 1. */
  readonly item: number;
  readonly event: string;
  readonly where: string;
  readonly because: Text;
}

/** The matches that the record gives with the paper; what is not written as one is left out. */
function matchesIn(paper: PolicyEvent | undefined): readonly Match[] {
  const given = (paper?.data as { readonly matches?: unknown } | undefined)?.matches;
  return Array.isArray(given) ? given.filter(isMatch) : [];
}
const isMatch = (given: Partial<Match> | null): given is Match =>
  (given?.list === 'toDo' || given?.list === 'goalsForJapan') &&
  typeof given.item === 'number' &&
  typeof given.event === 'string' &&
  typeof given.where === 'string' &&
  typeof given.because?.en === 'string' &&
  typeof given.because.ja === 'string';

function itemOf(
  timeline: Timeline,
  view: View,
  frame: Frame,
  number: number,
  title: Text,
  matches: readonly Match[],
  saidToo: boolean,
): ChecklistItem {
  const matching = matches.flatMap(({ event, because, where }): MatchedEvidence[] => {
    const evidence = evidenceOf(timeline, view, event);
    return evidence ? [{ ...evidence, because, where }] : [];
  });
  const isPrecedent = ({ toldBy }: Evidence): boolean => startedBefore(timeline, toldBy, frame);
  const said = saidToo
    ? evidenceWhere(
        timeline,
        view,
        (event) =>
          numberIn(event, 'toDoItem') === number && !matches.some((match) => match.event === event.id),
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
