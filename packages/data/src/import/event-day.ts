import { DomainError, formatDay, parseDay, parsePartialDate } from '@policy-timeline/domain';
import { RowFault } from './imported-row.js';

const blank = (given: unknown): boolean =>
  given == null || (typeof given === 'string' && given.trim() === '');

/** A civil day of a source, `YYYY-MM-DD`; undefined where it gives none. @throws RowFault INVALID_DATE */
export function dayText(given: unknown, field: string): string | undefined {
  if (blank(given)) return undefined;
  return told(() => formatDay(parseDay(textOf(given), field)));
}

/** A day, month or year of a source as EDTF text; undefined where it gives none. @throws RowFault INVALID_DATE */
export function edtfText(given: unknown, field: string): string | undefined {
  if (blank(given)) return undefined;
  return told(() => parsePartialDate(textOf(given), field).text);
}

/** A day, month or year, of which an instant (`2025-04-02T10:00:00Z`) keeps the day. @throws RowFault INVALID_DATE */
export function edtfOrInstantText(given: unknown, field: string): string | undefined {
  if (blank(given)) return undefined;
  return edtfText(textOf(given).replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:.*$/, '$1'), field);
}

/** The first day of a spreadsheet's count; its day 60, the 29th of February 1900, never was. */
const EXCEL_BASE = parseDay('1899-12-30');

/** A day written as such or as the serial number of a spreadsheet (45292 is 2024-01-01). @throws RowFault INVALID_DATE */
export function spreadsheetDay(given: unknown, field: string): string | undefined {
  if (blank(given)) return undefined;
  const text = textOf(given).replace(/^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?Z?$/, '$1');
  if (!/^\d{1,6}(\.0+)?$/.test(text)) return dayText(text, field);
  const serial = Math.trunc(Number(text));
  if (serial < 61 || serial > 109_205)
    throw new RowFault(
      'INVALID_DATE',
      `${field}: "${text}" is no serial number of a day from 1900-03-01 to 2198-12-31; write YYYY-MM-DD.`,
    );
  return formatDay((EXCEL_BASE + serial) as ReturnType<typeof parseDay>);
}

const textOf = (given: unknown): string =>
  (typeof given === 'string' ? given.trim() : (JSON.stringify(given) ?? '')).slice(0, 200);

function told(read: () => string): string {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new RowFault('INVALID_DATE', error.message);
  }
}
