import { type PlacedSlot, placeSlot } from '../bitemporal/answer.js';
import { knownDay, OPEN, type Reading } from '../bitemporal/lens.js';
import { resolve, revokedBy } from '../bitemporal/resolve.js';
import type { Slot } from '../bitemporal/slot-history.js';
import { isFirm } from '../bitemporal/statement.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { Day } from '../calendar/civil-day.js';
import type { DateSpec, DeadlineKind, Firmness, Outcome, PolicyEvent, Track } from '../events/envelope.js';
import { endWindow, startWindow, type Window } from '../project/window.js';
import { answersTo } from './answers-to.js';
import { kindOf } from './deadline-kind.js';
import { isOnTrack } from './on-track.js';
import { outcomeOf } from './outcome.js';

/**
 * A dated expectation as it stood while known on days in `[knownFrom, knownUntil)`. Plain rows: the server filters them,
 * and the browser's pack carries them.
 */
export interface DeadlineRow {
  readonly event: string;
  readonly edge: 'START' | 'END';
  readonly kind: DeadlineKind;
  readonly firmness: Firmness;
  /** As the source gives it; null with NO_DATE. */
  readonly date: string | null;
  readonly earliest: Day | null;
  readonly latest: Day | null;
  /** Listed while the asked date is before this day: the window's end, or with NO_DATE the end of coverage. */
  readonly awaitedUntil: Day;
  readonly knownFrom: Day;
  readonly knownUntil: Day;
  /** What became of it by all that is recorded; null when its day has not come. */
  readonly outcome: Outcome | null;
  readonly outcomeBy: string | null;
}

/** How the record is read: which day of a part-known date makes something known, and which of the two clocks counts. */
export interface DeadlineLens {
  readonly reading: Reading;
  readonly track: Track;
}
const USUAL: DeadlineLens = { reading: 'NOMINAL', track: 'LEGAL' };

const made = new WeakMap<Timeline, Map<string, readonly DeadlineRow[]>>();

/** Every expectation of the record, once per stretch of knowledge in which it stood; its window is the same by every reading. */
export function deadlineRows(timeline: Timeline, lens = USUAL): readonly DeadlineRow[] {
  const byLens = made.get(timeline) ?? new Map<string, readonly DeadlineRow[]>();
  made.set(timeline, byLens);
  const key = `${lens.reading} ${lens.track}`;
  const rows =
    byLens.get(key) ??
    [...timeline.record.events.values()]
      .filter(({ event, projects }) => projects && isOnTrack(event, lens.track))
      .flatMap(({ event }) => rowsOf(timeline, event, lens));
  byLens.set(key, rows);
  return rows;
}

function rowsOf(timeline: Timeline, event: PolicyEvent, lens: DeadlineLens): DeadlineRow[] {
  const known = timeline.record.knownWindows.get(event.id);
  if (!known || event.modality === 'OPINION') return [];
  const days: { edge: DeadlineRow['edge']; spec: DateSpec; window: Window }[] = [
    { edge: 'START', spec: event.effective.from, window: startWindow(event.effective.from, known.nominal) },
  ];
  if (event.effective.until)
    days.push({
      edge: 'END',
      spec: event.effective.until,
      window: endWindow(event.effective.until, known.nominal),
    });
  return days.flatMap(({ edge, spec, window }) => {
    const noDate =
      edge === 'START' &&
      (event.effective.dateOpen === true || (spec.date === null && !isFirm(event.modality)));
    if (!noDate && (spec.date === null || window.latest <= known.nominal)) return [];
    const expectation = {
      event: event.id,
      edge,
      kind: kindOf(event, edge),
      firmness: firmnessOf(event, edge, noDate),
      date: noDate ? null : spec.date,
      earliest: noDate ? null : window.earliest,
      latest: noDate ? null : window.latest,
      awaitedUntil: noDate
        ? (((timeline.coverageOf(event.topic)?.through ?? timeline.newestKnown) + 1) as Day)
        : window.latest,
    };
    const outcome = outcomeOf(timeline, event, edge, window, noDate);
    return stretches(timeline, event, edge, window, knownDay(known, lens.reading), lens).map((stretch) => ({
      ...expectation,
      ...stretch,
      ...outcome,
    }));
  });
}

/** The days of knowledge on which the expectation stood; it can fall and, by a revoked revocation, rise again. */
function stretches(
  timeline: Timeline,
  event: PolicyEvent,
  edge: 'START' | 'END',
  window: Window,
  knownFrom: Day,
  lens: DeadlineLens,
): { knownFrom: Day; knownUntil: Day }[] {
  const edges = [...new Set([knownFrom, ...knownDaysAround(timeline, event, lens)])]
    .filter((day) => day >= knownFrom)
    .sort((a, b) => a - b);
  const found: { knownFrom: Day; knownUntil: Day }[] = [];
  edges.forEach((day, i) => {
    if (!stands(timeline, event, edge, window.nominal, day, lens)) return;
    const until = edges[i + 1] ?? OPEN;
    const last = found.at(-1);
    if (last?.knownUntil === day) last.knownUntil = until;
    else found.push({ knownFrom: day, knownUntil: until });
  });
  return found;
}

function knownDaysAround(timeline: Timeline, event: PolicyEvent, lens: DeadlineLens): Day[] {
  const placed = event.effects
    .map(({ slot }) => timeline.index.slots.get(slot))
    .filter((slot) => slot !== undefined)
    .map((slot) => placedOf(slot, lens));
  const days = placed.flatMap(({ firm, soft, revocations, softRevocations }) =>
    [...firm, ...soft, ...revocations, ...softRevocations].map(({ known }) => known),
  );
  return [...days, ...answeredOn(timeline, event.id, lens)];
}

/** The known days of events that say they realise or supersede another. */
const answeredOn = (timeline: Timeline, expected: string, { reading, track }: DeadlineLens): Day[] =>
  answersTo(timeline, expected).flatMap(({ event, related, known }) =>
    related && isOnTrack(event, track) ? [knownDay(known, reading)] : [],
  );

/** A slot is placed once for each lens, however many events speak of it. */
const placedSlots = new WeakMap<Slot, Map<string, PlacedSlot>>();
function placedOf(slot: Slot, { reading, track }: DeadlineLens): PlacedSlot {
  const byLens = placedSlots.get(slot) ?? new Map<string, PlacedSlot>();
  placedSlots.set(slot, byLens);
  const counts = ({ track: own }: { readonly track: Track | null }): boolean => own === null || own === track;
  const key = `${reading} ${track}`;
  const placed =
    byLens.get(key) ?? placeSlot(slot.statements.filter(counts), slot.revocations.filter(counts), reading);
  byLens.set(key, placed);
  return placed;
}

/** Whether the plan stood as known on `knownAt`: not revoked, replaced, lengthened, superseded or already fulfilled. */
function stands(
  timeline: Timeline,
  event: PolicyEvent,
  edge: 'START' | 'END',
  day: Day,
  knownAt: Day,
  lens: DeadlineLens,
): boolean {
  if (answeredOn(timeline, event.id, lens).some((known) => known <= knownAt)) return false;
  if (event.effects.length === 0) return true;
  const effects = event.effects.filter(({ track }) => (track ?? lens.track) === lens.track);
  return effects.some((effect) => {
    const slot = timeline.index.slots.get(effect.slot);
    if (!slot || effect.act === 'REVOKE') return true;
    const placed = placedOf(slot, lens);
    const revocations = isFirm(event.modality) ? placed.revocations : placed.softRevocations;
    if (revokedBy(event.fact ?? event.id, revocations, edge === 'END' ? ((day - 1) as Day) : day, knownAt))
      return false;
    if (edge === 'START') return true;
    const after = resolve(placed.firm, placed.revocations, day, knownAt).winner;
    return !(
      after?.from === day &&
      timeline.event(after.statement.event)?.event.effects.some(({ target }) => target === event.id)
    );
  });
}

function firmnessOf(event: PolicyEvent, edge: 'START' | 'END', noDate: boolean): Firmness {
  if (noDate) return 'NO_DATE';
  if (event.deadline?.firmness && edge === 'START') return event.deadline.firmness;
  if (event.modality === 'CONDITIONAL') return 'CONDITIONAL';
  const text = (edge === 'START' ? event.effective.from.date : event.effective.until?.date) ?? '';
  return /[~?%]$/.test(text) || event.modality === 'FORECAST' ? 'ESTIMATED' : 'FIXED';
}
