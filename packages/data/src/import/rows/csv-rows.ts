import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import type { OpenText } from '../imported-row.js';
import { LONGEST_ROW } from './text-lines.js';

export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[]; readonly fault?: never }
  | { readonly line: number; readonly cells?: never; readonly fault: string };

/** So many characters are parsed between two looks at whether the file is one of rows at all. */
const PIECE = 16_384;
/** The parser goes on within a row and tells each fault with all of the cell so far: what has more is no row. */
const MOST_FAULTS_OF_ROW = 100;

/** The rows of a CSV text (RFC 4180, UTF-8 with or without byte-order mark), streamed; a row that cannot be parsed is told once and skipped. */
export async function* csvRows(open: OpenText): AsyncGenerator<CsvRow> {
  const faults: CsvRow[] = [];
  const faulty = { line: 0, faults: 0 };
  const isHopeless = () => faulty.faults > MOST_FAULTS_OF_ROW;
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    // Beyond it the parser gives up in the middle of a row and reads on there; so only a quote that is never closed gets so far.
    max_record_size: 16 * LONGEST_ROW,
    on_skip: (error: CsvError | undefined) => {
      const line = lineOf(error);
      if (line === faulty.line) {
        faulty.faults++;
        return;
      }
      [faulty.line, faulty.faults] = [line, 1];
      faults.push({
        line,
        fault: clipped(error?.message.split('\n')[0] ?? 'the row cannot be read'),
      });
    },
  });
  const text = Readable.from(pieces(open, isHopeless));
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
  if (isHopeless())
    yield {
      line: faulty.line,
      fault: `the row has more than ${MOST_FAULTS_OF_ROW} faults, so this is no CSV and is not read on`,
    };
}

/** The text in short pieces, until there is no use in going on. */
async function* pieces(open: OpenText, isHopeless: () => boolean): AsyncGenerator<string> {
  for await (const chunk of open())
    for (let from = 0; from < chunk.length && !isHopeless(); ) {
      // A pair of surrogates is one character, which bytes cannot halve.
      const isHalved = /[\uD800-\uDBFF]/.test(chunk.charAt(from + PIECE - 1));
      const until = from + PIECE - (isHalved ? 1 : 0);
      yield chunk.slice(from, until);
      from = until;
    }
}

/**
 * The parser quotes the whole cell it stumbled over, which may be megabytes (trial seed 256446243). A copy: a slice of a text
 * keeps all of it in memory.
 */
const clipped = (sentence: string): string =>
  sentence.length <= 300 ? sentence : `${Buffer.from(sentence.slice(0, 300)).toString()}…`;

const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => count + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

const lineOf = (error: CsvError | undefined): number => {
  const { lines } = (error ?? {}) as { lines?: unknown };
  return typeof lines === 'number' ? lines : 1;
};
