import { pipeline, Readable } from 'node:stream';
import { type Stringifier, stringify } from 'csv-stringify';

export type Cell = string | number | null;

/** A spreadsheet computes cells that begin so; figures below zero it only shows. */
const FORMULA = /^[=+\-@\t\r]/;
const FIGURE = /^-?\d+(\.\d+)?$/;

const defused = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell);
  return FORMULA.test(text) && !FIGURE.test(text) ? `'${text}` : text;
};

type Row<Column extends string> = Readonly<Partial<Record<Column, Cell>>>;

/** Rows as CSV (RFC 4180) beneath a header that does not change, made as fast as the reader takes them. */
export function csvText<Column extends string>(
  columns: readonly Column[],
  rows: Iterable<Row<Column>> | AsyncIterable<Row<Column>>,
  { bom }: { readonly bom: boolean },
): Stringifier {
  async function* lines() {
    yield columns as readonly string[];
    for await (const row of rows) yield columns.map((column) => defused(row[column] ?? null));
  }
  const text = stringify({ bom, record_delimiter: 'windows' });
  // Unlike `pipe` it hands on what goes wrong with the rows; whoever reads the text is told.
  pipeline(Readable.from(lines()), text, () => undefined);
  return text;
}
