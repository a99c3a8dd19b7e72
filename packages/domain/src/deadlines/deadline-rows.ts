import { knownDay, OPEN } from '../bitemporal/lens.js';
import { inOneGo, type Slices } from '../bitemporal/slices.js';
import { isFirm } from '../bitemporal/statement.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { Day } from '../calendar/civil-day.js';
import type { DeadlineKind, Firmness, Outcome, PolicyEvent } from '../events/envelope.js';
import { answersInSlices } from './answers-to.js';
import { kindOf, saidOfEdge } from './deadline-kind.js';
import { type DeadlineLens, USUAL } from './deadline-lens.js';
import { type NamedDay, namedDays } from './named-days.js';
import { isOnTrack } from './on-track.js';
import { outcomeOf } from './outcome.js';
import { standing } from './standing.js';

/**
 * A dated expectation as it stood while known on days in `[knownFrom, knownUntil)`. Plain rows: the server filters them,
 * and the browser's pack carries them.
 */
export interface DeadlineRow {
  readonly event: string;
  readonly edge: 'START' | 'END';
  /** The day is that of some effects alone, not the event's own first or last. */
  readonly ofEffects: boolean;
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

const made = new WeakMap<Timeline, Map<string, readonly DeadlineRow[]>>();

/** Every expectation of the record, once per stretch of knowledge in which it stood; its window is the same by every reading. */
export function deadlineRows(timeline: Timeline, lens = USUAL): readonly DeadlineRow[] {
  return inOneGo(deadlineRowsInSlices(timeline, lens));
}

/** The same, an event a slice where they have not been made yet. */
export function* deadlineRowsInSlices(timeline: Timeline, lens = USUAL): Slices<readonly DeadlineRow[]> {
  const byLens = made.get(timeline) ?? new Map<string, readonly DeadlineRow[]>();
  made.set(timeline, byLens);
  const key = `${lens.reading} ${lens.track}`;
  const known = byLens.get(key);
  if (known) return known;
  yield* answersInSlices(timeline);
  const rows: DeadlineRow[] = [];
  for (const { event, projects } of timeline.record.events.values()) {
    if (projects && isOnTrack(event, lens.track)) rows.push(...rowsOf(timeline, event, lens));
    yield;
  }
  byLens.set(key, rows);
  return rows;
}

function rowsOf(timeline: Timeline, event: PolicyEvent, lens: DeadlineLens): DeadlineRow[] {
  const known = timeline.record.knownWindows.get(event.id);
  if (!known || event.modality === 'OPINION') return [];
  return namedDays(timeline, event, known.nominal, lens.track).flatMap((named) => {
    const { edge, spec, window, ofEffects } = named;
    const noDate =
      edge === 'START' &&
      !ofEffects &&
      (event.effective.dateOpen === true || (spec.date === null && !isFirm(event.modality)));
    if (!noDate && (spec.date === null || window.latest <= known.nominal)) return [];
    const expectation = {
      event: event.id,
      edge,
      ofEffects,
      kind: kindOf(event, named),
      firmness: firmnessOf(event, named, noDate),
      date: noDate ? null : spec.date,
      earliest: noDate ? null : window.earliest,
      latest: noDate ? null : window.latest,
      awaitedUntil: noDate
        ? (((timeline.coverageOf(event.topic)?.through ?? timeline.newestKnown) + 1) as Day)
        : window.latest,
    };
    const slots = ofEffects ? new Set(named.effects.map(({ slot }) => slot)) : null;
    const outcome = outcomeOf(timeline, event, { edge, window, slots }, noDate, lens);
    return stretches(timeline, event, named, knownDay(known, lens.reading), lens).map((stretch) => ({
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
  named: NamedDay,
  knownFrom: Day,
  lens: DeadlineLens,
): { knownFrom: Day; knownUntil: Day }[] {
  const { stands, days } = standing(timeline, event, named, lens);
  const edges = [...new Set([knownFrom, ...days])].filter((day) => day >= knownFrom).sort((a, b) => a - b);
  const found: { knownFrom: Day; knownUntil: Day }[] = [];
  edges.forEach((day, i) => {
    if (!stands(day)) return;
    const until = edges[i + 1] ?? OPEN;
    const last = found.at(-1);
    if (last?.knownUntil === day) last.knownUntil = until;
    else found.push({ knownFrom: day, knownUntil: until });
  });
  return found;
}

function firmnessOf(event: PolicyEvent, { edge, spec, ofEffects }: NamedDay, noDate: boolean): Firmness {
  if (noDate) return 'NO_DATE';
  if (event.deadline?.firmness && edge === saidOfEdge(event) && !ofEffects) return event.deadline.firmness;
  if (event.modality === 'CONDITIONAL') return 'CONDITIONAL';
  return /[~?%]$/.test(spec.date ?? '') || event.modality === 'FORECAST' ? 'ESTIMATED' : 'FIXED';
}
