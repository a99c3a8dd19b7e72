import { type Day, formatDay, parseDay } from '../calendar/civil-day.js';
import { DomainError } from '../calendar/errors.js';
import { parsePartialDate } from '../calendar/partial-date.js';
import type { DateSpec, PolicyEvent } from '../events/envelope.js';
import { endWindow, knownWindow, startWindow } from '../project/window.js';
import type { Refusal, Refuse } from './decision.js';

/** Days that exist, windows in order, ends after starts, nothing known in the future. */
export function checkDates(event: PolicyEvent, refuse: Refuse, today: Day | undefined): void {
  const specs: (readonly [string, DateSpec | undefined])[] = [
    ['effective.from', event.effective.from],
    ['effective.until', event.effective.until],
    ['knownOn', event.knownOn],
    ['signedOn', event.signedOn],
    ['publishedOn', event.publishedOn],
    ...event.effects.flatMap(({ from, until }, i) => [
      [`effects[${i}].from`, from] as const,
      [`effects[${i}].until`, until] as const,
    ]),
    ...event.sources.map(({ date }, i) => [`sources[${i}].date`, { date }] as const),
  ];
  const readable = specs
    .map(([path, spec]) => spec === undefined || checkSpec(path, spec, refuse))
    .every(Boolean);
  if (!readable) return;
  checkRange('effective', event.effective.from, event.effective.until, refuse);
  for (const [i, { from, until }] of event.effects.entries()) {
    checkRange(`effects[${i}]`, from ?? event.effective.from, until, refuse);
  }
  const known = knownWindow(event);
  if (today !== undefined && known.earliest > today) {
    refuse(
      'knownOn',
      `nothing can have been known on ${formatDay(known.earliest)}, which lies after today (${formatDay(today)}); a future effective day goes into effective.from.`,
      'KNOWN_IN_FUTURE',
    );
  }
}

function checkSpec(path: string, spec: DateSpec, refuse: Refuse): boolean {
  try {
    if (spec.date !== null) parsePartialDate(spec.date, path);
    const earliest = spec.earliest === undefined ? null : parseDay(spec.earliest, `${path}.earliest`);
    const latest = spec.latest === undefined ? null : parseDay(spec.latest, `${path}.latest`);
    if (earliest !== null && latest !== null && earliest > latest) {
      refuse(
        path,
        `the window would end (${spec.latest}) before it begins (${spec.earliest}).`,
        'EMPTY_WINDOW',
        'INVALID_RANGE',
      );
      return false;
    }
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    refuse(path, error.message, undefined, error.code as Refusal['code']);
    return false;
  }
}

function checkRange(path: string, from: DateSpec, until: DateSpec | undefined, refuse: Refuse): void {
  if (until === undefined || from.date === null) return;
  const start = startWindow(from, parsePartialDate(from.date).first);
  const end = endWindow(until, start.nominal);
  if (end.latest <= start.earliest) {
    refuse(
      path,
      `the range would end (${until.date}) on or before its first day (${from.date}); until is the first day that no longer counts.`,
      'EMPTY_RANGE',
      'INVALID_RANGE',
    );
  }
}
