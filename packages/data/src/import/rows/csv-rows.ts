import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import type { OpenText } from '../imported-row.js';
import { LONGEST_ROW } from './text-lines.js';

export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[]; readonly fault?: never }
  | { readonly line: number; readonly cells?: never; readonly fault: string };

/** The rows of a CSV text (RFC 4180, UTF-8 with or without byte-order mark), streamed; a row that cannot be parsed is told and skipped. */
export async function* csvRows(open: OpenText): AsyncGenerator<CsvRow> {
  const faults: CsvRow[] = [];
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    // Beyond it the parser gives up in the middle of a row and reads on there; so only a quote that is never closed gets so far.
    max_record_size: 16 * LONGEST_ROW,
    on_skip: (error: CsvError | undefined) => {
      faults.push({
        line: lineOf(error),
        fault: clipped(error?.message.split('\n')[0] ?? 'the row cannot be read'),
      });
    },
  });
  const text = Readable.from(open());
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let ended = 0;
  for await (const { record, info } of parser as AsyncIterable<{
    record: string[];
    info: { lines: number };
  }>) {
    yield* faults.splice(0);
    // `lines` counts to the end of the row; its first line follows the end of the row before.
    const line = Math.max(ended + 1, info.lines - breaksIn(record));
    const length = record.reduce((sum, cell) => sum + cell.length, 0);
    if (length > LONGEST_ROW)
      yield { line, fault: `the row is longer than ${LONGEST_ROW} characters; no such row is expected` };
    else yield { line, cells: record };
    ended = info.lines;
  }
  yield* faults;
}

/** The parser quotes the whole cell it stumbled over, which may be megabytes (trial seed 256446243). */
const clipped = (sentence: string): string =>
  sentence.length <= 300 ? sentence : `${sentence.slice(0, 300).toWellFormed()}…`;

const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => count + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

const lineOf = (error: CsvError | undefined): number => {
  const { lines } = (error ?? {}) as { lines?: unknown };
  return typeof lines === 'number' ? lines : 1;
};
