import { type Day, formatDay, overlaps, parsePartialDate } from '@policy-timeline/domain';
import { nominalFrom, nominalUntil, windowOf } from './date-window.js';
import type { FileEvent } from './parse-file.js';
import type { Path } from './read-yaml.js';
import { slotsOf, type YamlDate } from './schema.js';

/** How a rule tells a fault: stable code, field within the event, sentence. */
export type Report = (code: string, path: Path, message: string) => void;

/** Days that can be read may still contradict one another. */
export function checkDates({ event }: FileEvent, report: Report): void {
  for (const field of ['knownOn', 'signedOn', 'publishedOn', 'from', 'until'] as const) {
    const date = event[field];
    if (date) checkWindow(date, [field], report);
  }
  if (event.dateOpen && event.from)
    report(
      'DATE_OPEN_WITH_DAY',
      ['dateOpen'],
      'dateOpen says that no day is fixed; leave `from` out, or leave dateOpen out.',
    );
  if (!event.dateOpen && !event.from)
    report(
      'MISSING_FIELD',
      ['from'],
      '`from` is left out; write a day, month or year, `{ date: null, latest: … }` where no source gives it, or `dateOpen: true`.',
    );
  if (event.from && event.until) checkOrder(event.from, event.until, ['until'], report);
  for (const [index, effect] of event.effects.entries()) {
    const path: Path = ['effects', index];
    for (const field of ['from', 'until'] as const) {
      const date = effect[field];
      if (date) checkWindow(date, [...path, field], report);
    }
    const [from, until] = [effect.from ?? event.from, effect.until ?? event.until];
    if (from && until && (effect.from || effect.until))
      checkOrder(from, until, [...path, effect.until ? 'until' : 'from'], report);
  }
}

function checkWindow(date: YamlDate, path: Path, report: Report): void {
  const { earliest, latest } = windowOf(date);
  if (earliest !== null && latest !== null && earliest > latest) {
    report(
      'WINDOW_REVERSED',
      path,
      `${path.join('.')} would be at the earliest ${formatDay(earliest)} and at the latest ${formatDay(latest)}; earliest comes first.`,
    );
    return;
  }
  if (date.date === null) return;
  const unit = parsePartialDate(date.date);
  if (unit.approximate || unit.uncertain) return;
  if ((earliest !== null && earliest < unit.first) || (latest !== null && latest > unit.last)) {
    report(
      'WINDOW_OUTSIDE_DATE',
      path,
      `${path.join('.')} states ${date.date} and a window outside it; narrow the stated unit, or mark it with ~.`,
    );
  }
}

function checkOrder(from: YamlDate, until: YamlDate, path: Path, report: Report): void {
  const [start, end] = [nominalFrom(from), nominalUntil(until)];
  if (start === null || end === null || start < end) return;
  report(
    'UNTIL_BEFORE_FROM',
    path,
    `it would end (${formatDay(end)}) on or before its first day (${formatDay(start)}); until is the first day that no longer counts.`,
  );
}

/** One event must not say two things of one slot for the same days. */
export function checkOverlaps({ event }: FileEvent, report: Report): void {
  const said = new Map<string, { readonly from: Day | null; readonly until: Day | null }[]>();
  for (const [index, effect] of event.effects.entries()) {
    if (effect.act !== 'ASSERT' && effect.act !== 'SUSPEND') continue;
    const [from, until] = [effect.from ?? event.from, effect.until ?? event.until];
    const range = { from: from ? nominalFrom(from) : null, until: until ? nominalUntil(until) : null };
    for (const slot of slotsOf(effect)) {
      const key = `${slot} ${effect.act === 'SUSPEND' || range.until !== null ? 'closed' : 'open'} ${effect.track ?? ''}`;
      const ranges = said.get(key) ?? [];
      const clashes = ranges.some((other) =>
        range.until === null ? other.from === range.from : overlaps(other, range),
      );
      if (clashes)
        report(
          'OVERLAPPING_WINDOWS',
          ['effects', index],
          `the event says two things of ${slot} for the same days; keep one, or part their from and until.`,
        );
      said.set(key, [...ranges, range]);
    }
  }
}
