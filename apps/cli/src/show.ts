import Table from 'cli-table3';
import { stringify } from 'csv-stringify/sync';

export type Row = Readonly<Record<string, string | number | boolean | null>>;
export type Form = 'table' | 'json' | 'csv';

/** The rows in the form asked for. A table has no colour: it reads the same in a file. */
export function show(form: Form, columns: readonly string[], rows: readonly Row[], data: unknown): string {
  if (form === 'json') return `${JSON.stringify(data, null, 2)}\n`;
  const cells = rows.map((row) => columns.map((column) => cell(row[column])));
  if (form === 'csv') return stringify([[...columns], ...cells.map((line) => line.map(defused))]);
  if (rows.length === 0) return 'Nothing.\n';
  const table = new Table({ head: [...columns], style: { head: [], border: [] } });
  for (const line of cells) table.push(line);
  return `${table.toString()}\n`;
}

const cell = (value: Row[string] | undefined): string => (value == null ? '' : String(value));
/** A spreadsheet computes cells that begin so; figures it only shows. */
const defused = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
