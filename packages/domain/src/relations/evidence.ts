import { placeSlot } from '../bitemporal/answer.js';
import { resolve } from '../bitemporal/resolve.js';
import type { SlotReading } from '../bitemporal/slot-reading.js';
import { isFirm, type Statement } from '../bitemporal/statement.js';
import type { Certainty } from '../bitemporal/status.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { View } from '../bitemporal/view.js';
import { type Day, partsOf } from '../calendar/civil-day.js';
import type { DateSpec, PartyId, PolicyEvent, SlotId } from '../events/envelope.js';
import type { Text } from '../events/text.js';
import { factOf } from '../project/facts.js';
import { type KnownWindow, startWindow, type Window } from '../project/window.js';

/**
 * What a line of an analytical system is, where it is not a plain fact. ADVICE and OPINION are an author's; DERIVED is
 * our own arithmetic or ordering, which no source of the record states.
 */
export type Mark =
  | 'ADVICE'
  | 'OPINION'
  | 'PROPOSED'
  | 'THREATENED'
  | 'CONDITIONAL'
  | 'FORECAST'
  | 'PLANNED'
  | 'DERIVED';

/** An event behind a line, known and begun in the view. */
export interface Evidence {
  /** The event whose account of the act projects. */
  readonly event: string;
  /** The event that puts the act into this system, where it is another account of it. */
  readonly toldBy: string;
  readonly title: Text;
  readonly from: DateSpec;
  /** POSSIBLE while the view's date lies inside the window of the start. */
  readonly certainty: Certainty;
  /** null: a fact. */
  readonly asMarked: Mark | null;
}

/** A figure with its period and what it rests on. */
export interface Figure {
  readonly slot: SlotId;
  readonly amount: number;
  readonly unit: string;
  /** The year in which its period begins. */
  readonly year: number;
  readonly event: string;
  readonly knownFrom: Day;
}

/** The paper that draws up a system: an author's opinion, public from `knownFrom`. */
export interface Frame {
  readonly event: string;
  readonly asMarked: 'OPINION';
  /** null: the record does not hold the paper. */
  readonly knownFrom: Day | null;
  /** Whether the paper was public in the view. The acts it speaks of may well have been known before. */
  readonly published: boolean;
}

export function markOf({ type, modality }: Pick<PolicyEvent, 'type' | 'modality'>): Mark | null {
  if (type === 'AdviceGiven') return 'ADVICE';
  return modality === 'FACT' || modality === 'REPORTED' ? null : modality;
}

/** The day of a window that a reading goes by, for starts and known days. */
const pick = (window: Window, reading: View['reading']): Day =>
  reading === 'NOMINAL' ? window.nominal : reading === 'CERTAIN' ? window.latest : window.earliest;
const knownDay = (window: KnownWindow, reading: View['reading']): Day =>
  reading === 'CERTAIN' ? window.documented : pick(window, reading);

const documentedDay = (known: KnownWindow, reading: View['reading']): Day =>
  reading === 'POSSIBLE' ? known.earliest : known.documented;

/** Whether the event was public in the view; it may begin later. */
export function isKnown(timeline: Timeline, view: View, event: string): boolean {
  const known = timeline.record.knownWindows.get(event);
  return known !== undefined && knownDay(known, view.reading) <= timeline.knownAtOf(view);
}

/**
 * The act an event tells of, by its best account; null when the record does not hold it, when it was not known, or when
 * it had not begun. A threat, a plan or an opinion counts from the day it was voiced.
 */
export function evidenceOf(timeline: Timeline, view: View, id: string): Evidence | null {
  const told = timeline.event(id)?.event;
  if (!told) return null;
  const event = timeline.event(timeline.record.accounts.get(factOf(told)) ?? id)?.event ?? told;
  const known = timeline.record.knownWindows.get(event.id);
  if (!known || !isKnown(timeline, view, event.id)) return null;
  const begins = isFirm(event.modality)
    ? startWindow(event.effective.from, known.nominal)
    : { ...known, latest: known.documented };
  if (pick(begins, view.reading) > view.date) return null;
  return {
    event: event.id,
    toldBy: id,
    title: event.title,
    from: event.effective.from,
    certainty: begins.latest <= view.date ? 'CERTAIN' : 'POSSIBLE',
    asMarked: markOf(event),
  };
}

/** Evidence for each id that holds in the view, in the order given. */
export function evidenceOfAll(timeline: Timeline, view: View, ids: readonly string[]): readonly Evidence[] {
  return ids.flatMap((id) => evidenceOf(timeline, view, id) ?? []);
}

/** Evidence for every event that passes, soonest start first; each act once. */
export function evidenceWhere(
  timeline: Timeline,
  view: View,
  passes: (event: PolicyEvent) => boolean,
): readonly Evidence[] {
  const found = new Map<string, Evidence & { readonly start: Day }>();
  for (const { event } of timeline.record.events.values()) {
    if (!passes(event)) continue;
    const evidence = evidenceOf(timeline, view, event.id);
    const known = timeline.record.knownWindows.get(evidence?.event ?? '');
    if (evidence && known && !found.has(evidence.event))
      found.set(evidence.event, { ...evidence, start: startWindow(evidence.from, known.nominal).nominal });
  }
  return [...found.values()]
    .sort((a, b) => a.start - b.start || (a.event < b.event ? -1 : 1))
    .map(({ start: _, ...evidence }) => evidence);
}

/** The reading of a slot, or null when nobody ever spoke of it. */
export function readIfRecorded(timeline: Timeline, slot: SlotId, view: View): SlotReading | null {
  return timeline.index.slots.has(slot) ? timeline.read(slot, view) : null;
}

/**
 * The figures of a slot whose period had begun by the view's date and that were documented, oldest first. Each is read
 * inside its own period, so that revisions and corrections count. A figure that a source only documents is known from
 * that source and no earlier: nobody knows a year's figure while the year runs.
 */
export function figuresOf(timeline: Timeline, view: View, slot: SlotId): readonly Figure[] {
  const knownAt = timeline.knownAtOf(view);
  const begun = timeline.index.slots
    .get(slot)
    ?.statements.filter(
      (s) =>
        s.act === 'VALUE' &&
        isFirm(s.modality) &&
        s.from.nominal <= view.date &&
        documentedDay(s.known, view.reading) <= knownAt,
    )
    .map((s) => s.from.nominal);
  return [...new Set(begun)]
    .sort((a, b) => a - b)
    .flatMap((date) => figureAt(timeline, { ...view, date, knownAt, asLived: false }, slot) ?? []);
}

/** The newest figure of a slot in the view: on 2025-06-01 the one of 2024. */
export function figureOf(timeline: Timeline, view: View, slot: SlotId): Figure | null {
  return figuresOf(timeline, view, slot).at(-1) ?? null;
}

function figureAt(timeline: Timeline, view: View, slot: SlotId): Figure | null {
  const { value, decidedBy, knownFrom } = timeline.read(slot, view);
  if (decidedBy === null || knownFrom === null || value === null) return null;
  if (value.kind !== 'QUANTITY' && value.kind !== 'RATE') return null;
  const [amount, unit] =
    value.kind === 'RATE' ? [value.ratePercent, 'percent'] : ([value.amount, value.unit] as const);
  const known = timeline.record.knownWindows.get(decidedBy)?.documented ?? knownFrom;
  return { slot, amount, unit, year: partsOf(view.date).year, event: decidedBy, knownFrom: known };
}

/** What a slot holds beneath its pauses on the view's date, or what was announced to begin first after it; null: nothing. */
export function beneathPauses(timeline: Timeline, view: View, slot: SlotId): Statement | null {
  const held = timeline.index.slots.get(slot);
  if (!held) return null;
  const knownAt = timeline.knownAtOf(view);
  const { firm, revocations } = placeSlot(
    held.statements.filter(({ act }) => act !== 'SUSPENSION'),
    held.revocations,
    view.reading,
  );
  const ahead = firm
    .filter((s) => s.from > view.date && s.known <= knownAt && !s.shade)
    .sort((a, b) => a.from - b.from)[0];
  return (resolve(firm, revocations, view.date, knownAt).winner ?? ahead)?.statement ?? null;
}

export function frameOf(timeline: Timeline, view: View, event: string): Frame {
  const known = timeline.record.knownWindows.get(event);
  return {
    event,
    asMarked: 'OPINION',
    knownFrom: known?.nominal ?? null,
    published: isKnown(timeline, view, event),
  };
}

/** Whether an event concerns one of the parties: by name, or as a rule for everyone. */
export function concerns(event: PolicyEvent, parties: readonly PartyId[]): boolean {
  return [...event.targets, ...event.actors].some((party) => party === '*' || parties.includes(party));
}

/** A number from an event's own `data`, or null. */
export function numberIn(event: PolicyEvent | undefined, field: string): number | null {
  const value = (event?.data as Record<string, unknown> | undefined)?.[field];
  return typeof value === 'number' ? value : null;
}

/** A word from an event's own `data`, or null. */
export function wordIn(event: PolicyEvent | undefined, field: string): string | null {
  const value = (event?.data as Record<string, unknown> | undefined)?.[field];
  return typeof value === 'string' ? value : null;
}

export const PAPERS = {
  latinAmerica2018: 'seed-000-written',
  westernHemisphere2026: 'seed-001-written',
  southAmerica2010: 'seed-002-published',
  japanUs2024: 'seed-003-written',
  fourQuadrants2025: 'seed-004-published',
} as const;
