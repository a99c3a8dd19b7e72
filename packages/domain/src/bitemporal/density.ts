import type { Day } from '../calendar/civil-day.js';
import { dayRange } from '../calendar/day-range.js';
import { DomainError } from '../calendar/errors.js';
import type { PolicyEvent } from '../events/envelope.js';
import { startWindow } from '../project/window.js';
import { fold } from './fold.js';
import { isFirm } from './statement.js';
import type { Timeline } from './timeline.js';
import type { ReadingFilter } from './view.js';

/** How many events begin in `[from, until)`, by direction. `planned`: not firm, or dated after `knownAt`. */
export interface DensityBin {
  readonly from: Day;
  readonly until: Day;
  readonly tightening: number;
  readonly easing: number;
  readonly neither: number;
  readonly planned: number;
}

export class InvalidBins extends DomainError {
  readonly code = 'INVALID_INPUT';
  constructor(given: number) {
    super(`bins: ${given} is not a number of bins; write a whole number from 1 to 2000.`);
    this.name = 'InvalidBins';
  }
}

/** Bins of equal length (the last may be shorter). Events whose day nobody gives are left out. @throws InvalidRange, InvalidBins */
export function density(
  timeline: Timeline,
  range: { from: Day; until: Day },
  bins: number,
  knownAt: Day | null = null,
  filter: ReadingFilter = {},
): readonly DensityBin[] {
  dayRange(range.from, range.until);
  if (!Number.isInteger(bins) || bins < 1 || bins > 2000) throw new InvalidBins(bins);
  const width = Math.max(1, Math.ceil((range.until - range.from) / bins));
  const known = knownAt ?? timeline.newestKnown;
  const count = Math.ceil((range.until - range.from) / width);
  const made = Array.from({ length: count }, (_, i) => ({
    from: (range.from + i * width) as Day,
    until: Math.min(range.until, range.from + (i + 1) * width) as Day,
    tightening: 0,
    easing: 0,
    neither: 0,
    planned: 0,
  }));
  for (const { event, day } of datedEvents(timeline, known, filter)) {
    const bin = made[Math.floor((day - range.from) / width)];
    if (!bin || day < range.from) continue;
    if (!isFirm(event.modality) || day > known) bin.planned++;
    else if (event.direction === 'TIGHTENING') bin.tightening++;
    else if (event.direction === 'EASING') bin.easing++;
    else bin.neither++;
  }
  return made;
}

/** Events known by `knownAt` with the nominal day on which they begin; papers' forecasts are no policy and stay out. */
export function datedEvents(
  timeline: Timeline,
  knownAt: Day,
  filter: ReadingFilter = {},
): readonly { readonly event: PolicyEvent; readonly day: Day }[] {
  const dated: { event: PolicyEvent; day: Day }[] = [];
  for (const { event, projects } of timeline.record.events.values()) {
    const known = timeline.record.knownWindows.get(event.id);
    if (
      !projects ||
      !known ||
      known.nominal > knownAt ||
      event.effective.from.date === null ||
      event.family === 'FORECAST'
    )
      continue;
    if (!eventPasses(timeline, event, filter)) continue;
    dated.push({ event, day: startWindow(event.effective.from, known.nominal).nominal });
  }
  return dated;
}

/** The filter for events that may hold no slot: by family, topic, stream, parties and text. */
export function eventPasses(timeline: Timeline, event: PolicyEvent, filter: ReadingFilter): boolean {
  const { families, topics, subjects, partners, authorities, actors, text } = filter;
  const slots = event.effects.map(({ slot }) => slot);
  const described = timeline.record.subjects.get(event.stream);
  const named = [
    ...event.targets,
    ...slots.flatMap((slot) => timeline.record.subjects.get(slot.split('#')[0] ?? slot)?.partners ?? []),
  ];
  // A stream for everyone has events for one: what the event itself names comes first.
  const parties = named.length > 0 ? named : (described?.partners ?? []);
  const given = <T>(list: readonly T[] | undefined, test: (list: readonly T[]) => boolean): boolean =>
    list === undefined || list.length === 0 || test(list);
  return (
    given(families, (list) => list.includes(event.family)) &&
    given(topics, (list) => list.includes(event.topic)) &&
    given(subjects, (list) =>
      list.some((s) =>
        [event.stream, ...slots].some((id) => id === s || id.startsWith(`${s}/`) || id.startsWith(`${s}#`)),
      ),
    ) &&
    given(partners, (list) => [...parties, ...event.actors].some((p) => p === '*' || list.includes(p))) &&
    given(authorities, (list) =>
      [...event.actors, ...(described?.authorities ?? [])].some((a) => list.includes(a)),
    ) &&
    given(actors, (list) => event.actors.some((a) => list.includes(a))) &&
    (text === undefined ||
      text.trim() === '' ||
      [event.title.en, event.title.ja, event.summary.en, event.summary.ja, event.id].some((t) =>
        fold(t).includes(fold(text)),
      ))
  );
}
