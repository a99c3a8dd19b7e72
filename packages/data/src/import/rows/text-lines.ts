import type { OpenText } from '../imported-row.js';

/** One row of text is never longer; a longer one is an error of its own and is not held in memory. */
export const LONGEST_ROW = 1_000_000;

export interface TextLine {
  /** From 1. */
  readonly line: number;
  /** Without its line end; null where it is longer than LONGEST_ROW characters. */
  readonly text: string | null;
}

/** The lines of a text, whatever ends them; a byte-order mark at the beginning is not part of the first. */
export async function* textLines(open: OpenText): AsyncGenerator<TextLine> {
  let line = 1;
  let held = '';
  let tooLong = false;
  let first = true;
  for await (const given of open()) {
    const chunk = first ? given.replace(/^\uFEFF/, '') : given;
    first = false;
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      if (!tooLong) held += chunk.slice(start, end);
      yield { line, text: tooLong || held.length > LONGEST_ROW ? null : held.replace(/\r$/, '') };
      [held, tooLong, start] = ['', false, end + 1];
      line++;
    }
    if (!tooLong) held += chunk.slice(start);
    if (held.length > LONGEST_ROW) [held, tooLong] = ['', true];
  }
  if (held !== '' || tooLong) yield { line, text: tooLong ? null : held.replace(/\r$/, '') };
}
