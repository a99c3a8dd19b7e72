import { type PlacedSlot, placeSlot } from '../bitemporal/answer.js';
import { OPEN } from '../bitemporal/lens.js';
import { resolve, revokedBy } from '../bitemporal/resolve.js';
import type { Slot } from '../bitemporal/slot-history.js';
import { isFirm } from '../bitemporal/statement.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { Day } from '../calendar/civil-day.js';
import type { DateSpec, DeadlineKind, Firmness, Outcome, PolicyEvent } from '../events/envelope.js';
import { endWindow, startWindow, type Window } from '../project/window.js';
import { answersTo } from './answers-to.js';
import { kindOf } from './deadline-kind.js';
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

const made = new WeakMap<Timeline, readonly DeadlineRow[]>();

/** Every expectation of the record, once per stretch of knowledge in which it stood. */
export function deadlineRows(timeline: Timeline): readonly DeadlineRow[] {
  const rows =
    made.get(timeline) ??
    [...timeline.record.events.values()]
      .filter(({ projects }) => projects)
      .flatMap(({ event }) => rowsOf(timeline, event));
  made.set(timeline, rows);
  return rows;
}

function rowsOf(timeline: Timeline, event: PolicyEvent): DeadlineRow[] {
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
    return stretches(timeline, event, edge, window, known.nominal).map((stretch) => ({
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
): { knownFrom: Day; knownUntil: Day }[] {
  const edges = [...new Set([knownFrom, ...knownDaysAround(timeline, event)])]
    .filter((day) => day >= knownFrom)
    .sort((a, b) => a - b);
  const found: { knownFrom: Day; knownUntil: Day }[] = [];
  edges.forEach((day, i) => {
    if (!stands(timeline, event, edge, window.nominal, day)) return;
    const until = edges[i + 1] ?? OPEN;
    const last = found.at(-1);
    if (last?.knownUntil === day) last.knownUntil = until;
    else found.push({ knownFrom: day, knownUntil: until });
  });
  return found;
}

function knownDaysAround(timeline: Timeline, event: PolicyEvent): Day[] {
  const slots = event.effects
    .map(({ slot }) => timeline.index.slots.get(slot))
    .filter((slot) => slot !== undefined);
  const days = slots.flatMap(({ statements, revocations }) =>
    [...statements, ...revocations].map(({ known }) => known.nominal),
  );
  return [...days, ...answeredOn(timeline, event.id)];
}

/** The known days of events that say they realise or supersede another. */
const answeredOn = (timeline: Timeline, expected: string): Day[] =>
  answersTo(timeline, expected).flatMap(({ related, known }) => (related ? [known] : []));

/** A slot is placed once, however many events speak of it. */
const placedSlots = new WeakMap<Slot, PlacedSlot>();
function placedOf(slot: Slot): PlacedSlot {
  const placed = placedSlots.get(slot) ?? placeSlot(slot.statements, slot.revocations, 'NOMINAL');
  placedSlots.set(slot, placed);
  return placed;
}

/** Whether the plan stood as known on `knownAt`: not revoked, replaced, lengthened, superseded or already fulfilled. */
function stands(
  timeline: Timeline,
  event: PolicyEvent,
  edge: 'START' | 'END',
  day: Day,
  knownAt: Day,
): boolean {
  if (answeredOn(timeline, event.id).some((known) => known <= knownAt)) return false;
  if (event.effects.length === 0) return true;
  return event.effects.some((effect) => {
    const slot = timeline.index.slots.get(effect.slot);
    if (!slot || effect.act === 'REVOKE') return true;
    const placed = placedOf(slot);
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
