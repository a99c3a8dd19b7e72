import { NO_DAY } from '../bitemporal/day-codes.js';
import { OPEN, type Reading } from '../bitemporal/lens.js';
import { dateUntilAt, dueOnAt, hasValueAt } from '../bitemporal/row-columns.js';
import type { Statement } from '../bitemporal/statement.js';
import type { Certainty, Status } from '../bitemporal/status.js';
import { type Day, formatDay } from '../calendar/civil-day.js';
import { spellDay } from '../calendar/spelled-date.js';
import type { TariffTerms } from '../events/tariff-terms.js';
import type { Text } from '../events/text.js';
import type { Value } from '../events/value.js';
import { type DutySlot, type Instruments, placeOf } from './instruments.js';

/** How a slot reads on the day, before goods and stacking are looked at. */
export interface DutyReading {
  readonly duty: DutySlot;
  readonly status: Status;
  readonly statement: Statement;
  readonly terms: TariffTerms;
  readonly value: Value | null;
  /** For UNKNOWN: what held before the change whose outcome nobody recorded. */
  readonly before: Value | null;
  readonly decidedBy: string;
  readonly scheduledUntil: string | null;
  readonly projected: boolean;
  readonly certainty: Certainty;
  /** Why it is not settled that the duty had begun: its act leaves the first day open, between two days that it bounds. */
  readonly openStart: Text | null;
}

/** Null: nothing firm was said of the slot that the day could show. */
export function readDuty(
  instruments: Instruments,
  duty: DutySlot,
  date: Day,
  knownAt: Day,
): DutyReading | null {
  const { built } = instruments;
  const { table } = built;
  const { columns } = table;
  const row = table.row(duty.index, date, knownAt);
  const statement = built.statementAt(columns.deciding[row] as number);
  const decidedBy = built.eventAt(columns.deciding[row] as number);
  const terms = statement && duty.termsAt.get(placeOf(statement));
  if (!statement || decidedBy === null || !terms) return null;
  const { status, certainty, projected } = table.statusOf(duty.index, row, date, knownAt);
  const until = dateUntilAt(columns, row);
  return {
    duty,
    status,
    statement,
    terms,
    value: hasValueAt(columns, row) ? statement.value : null,
    before: status === 'UNKNOWN' ? valueBefore(built, duty.index, row, knownAt) : null,
    decidedBy,
    // The stretch in which a duty is yet to begin ends on its first day, which is no end of the duty.
    scheduledUntil:
      statement.until?.text ?? (until < OPEN && status !== 'SCHEDULED' ? formatDay(until) : null),
    projected,
    certainty,
    openStart: instruments.reading === 'NOMINAL' ? openStart(statement, date) : null,
  };
}

/** A start that no source states may lie anywhere between its bounds, unlike one of which a month or a year is stated. */
function openStart({ from: { text, founding, latest } }: Statement, date: Day): Text | null {
  if (text !== null || founding === null || date < founding || date >= latest) return null;
  return {
    en: `its act leaves the first day open, between ${spellDay(founding, 'en')} and ${spellDay(latest, 'en')}`,
    ja: `開始日は${spellDay(founding, 'ja')}から${spellDay(latest, 'ja')}までの間で、定まっていない`,
  };
}

/** How the slot read on the eve of the reading's own act, with the same knowledge. */
export function readDutyBefore(
  instruments: Instruments,
  { duty, statement }: DutyReading,
  knownAt: Day,
): DutyReading | null {
  return readDuty(instruments, duty, (startDay(statement, instruments.reading) - 1) as Day, knownAt);
}

/** The day on which a reading lets a statement begin. */
function startDay({ from }: Statement, reading: Reading): Day {
  return reading === 'NOMINAL' ? from.nominal : reading === 'CERTAIN' ? from.latest : from.earliest;
}

function valueBefore(built: Instruments['built'], slot: number, row: number, knownAt: Day) {
  const { table } = built;
  const due = dueOnAt(table.columns, row);
  if (due === NO_DAY) return null;
  const before = table.row(slot, (due - 1) as Day, knownAt);
  return hasValueAt(table.columns, before)
    ? (built.statementAt(table.columns.deciding[before] as number)?.value ?? null)
    : null;
}
