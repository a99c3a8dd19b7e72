import type { BuiltTable } from '../bitemporal/built-table.js';
import { NO_DAY } from '../bitemporal/day-codes.js';
import { dateFromAt, dueOnAt, knownFromAt, knownUntilAt } from '../bitemporal/row-columns.js';
import { eachRow } from '../bitemporal/slot-rows.js';
import type { Timeline } from '../bitemporal/timeline.js';
import { addDays, type Day } from '../calendar/civil-day.js';
import { dayRange } from '../calendar/day-range.js';
import type { Track } from '../events/envelope.js';
import { conditionDays } from './conditions.js';
import { type Instruments, instrumentsOf } from './instruments.js';
import { membershipSlot } from './partner.js';
import { readQuestion, type TariffQuestion } from './question.js';
import { quoteCase, type TariffQuote } from './quote.js';
import { knownProduct, listDays } from './scope.js';

/** A stretch of entry days with one quote. */
export interface QuoteInterval {
  readonly from: Day;
  readonly until: Day;
  readonly quote: TariffQuote;
}

/**
 * The quote for every entry day of `[from, until)`, one per constant stretch, with knowledge fixed. Equal to `quoteTariff` on
 * each day of it. `exportedOn` must not lie after `from`.
 * @throws InvalidCode, InvalidInput, InvalidDate, InvalidRange
 */
export function quoteIntervals(
  timeline: Timeline,
  question: TariffQuestion,
  view: { readonly knownAt?: Day | null; readonly track?: Track },
  range: { readonly from: Day; readonly until: Day },
): readonly QuoteInterval[] {
  dayRange(range.from, range.until, 'quoteIntervals');
  const instruments = instrumentsOf(timeline, view.track ?? 'LEGAL', 'NOMINAL');
  const knownAt = view.knownAt ?? timeline.newestKnown;
  const asked = readQuestion(question, range.from);
  const product = knownProduct(asked.product, instruments, asked.lists);
  const starts = [range.from, ...changeDays(timeline, instruments, asked.partner, knownAt, range)];
  const intervals: QuoteInterval[] = [];
  starts.forEach((from, i) => {
    const until = starts[i + 1] ?? range.until;
    const quote = quoteCase(timeline, instruments, asked, product, from, knownAt);
    const last = intervals.at(-1);
    if (last && sameQuote(last.quote, quote)) intervals[intervals.length - 1] = { ...last, until };
    else intervals.push({ from, until, quote });
  });
  return intervals;
}

/** Every day inside the range on which something the quote looks at may change. */
function changeDays(
  timeline: Timeline,
  instruments: Instruments,
  partner: string,
  knownAt: Day,
  { from, until }: { readonly from: Day; readonly until: Day },
): readonly Day[] {
  const days = new Set<Day>();
  const { built, begins, firstComplete } = instruments;
  const duties = instruments.forPartner(partner);
  const member = built.slotIndex.get(membershipSlot(partner));
  if (member !== undefined) addEdges(days, built, member, knownAt);
  for (const duty of duties) {
    addEdges(days, built, duty.index, knownAt);
    for (const { from: start } of duty.terms.keys()) if (start.founding !== null) days.add(start.latest);
    for (const terms of new Set(duty.terms.values()))
      for (const day of [...conditionDays(terms), ...listDays(terms)]) days.add(day);
    const first = duty.topic === null ? undefined : firstComplete.get(duty.topic);
    if (first !== undefined) days.add(first);
    const through = timeline.coverageOf(duty.topic)?.through;
    if (through !== undefined && through !== null) days.add(addDays(through, 1));
  }
  for (const { index } of instruments.closings) addEdges(days, built, index, knownAt);
  if (begins !== null) days.add(begins);
  // From the day after, the answer is the plan.
  days.add(addDays(knownAt, 1));
  return [...days].filter((day) => from < day && day < until).sort((a, b) => a - b);
}

function addEdges(days: Set<Day>, { table }: BuiltTable, slot: number, knownAt: Day): void {
  const { columns } = table;
  eachRow(columns, slot, (row) => {
    if (knownFromAt(columns, row) > knownAt || knownUntilAt(columns, row) <= knownAt) return;
    days.add(dateFromAt(columns, row));
    const due = dueOnAt(columns, row);
    if (due !== NO_DAY) days.add(due);
  });
}

/** Everything the answer says is the same. */
function sameQuote(a: TariffQuote, b: TariffQuote): boolean {
  return (
    a.additionalPercent === b.additionalPercent &&
    a.lines.length === b.lines.length &&
    JSON.stringify(a) === JSON.stringify(b)
  );
}
