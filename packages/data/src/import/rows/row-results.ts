import type { z } from 'zod';
import { type ImportDraft, type ImportedRow, RowFault } from '../imported-row.js';
import { LONGEST_ROW } from './text-lines.js';

/** The value of a row's JSON. @throws RowFault ROW_TOO_LONG, TOO_DEEP, NOT_JSON, WRONG_SHAPE */
export function shapedRow<T>(text: string | null, shape: z.ZodType<T>): T {
  if (text === null)
    throw new RowFault(
      'ROW_TOO_LONG',
      `it is longer than ${LONGEST_ROW} characters; no such row is expected.`,
    );
  if (deeperThan(DEEPEST, text))
    throw new RowFault('TOO_DEEP', `it is nested deeper than ${DEEPEST} levels; no such row is expected.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new RowFault('NOT_JSON', `it is no JSON: ${(error as Error).message.slice(0, 200)}.`);
  }
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || 'the row'}: ${message}`)
    .join('; ');
  throw new RowFault('WRONG_SHAPE', `${issues.slice(0, 400)}.`);
}

/** What an event may hold at most, with some room for the frame of a source. */
const DEEPEST = 40;

/**
 * Whether the brackets of a JSON text go deeper, found without recursion: what comes after may recurse. A string that is never
 * closed goes to the end, so that nothing is looked at twice.
 */
function deeperThan(levels: number, text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{\]}]/gs)) {
    if (bracket === '[' || bracket === '{') depth++;
    else if (bracket === ']' || bracket === '}') depth--;
    if (depth > levels) return true;
  }
  return false;
}

/** The drafts of one row, or its fault told with its line. */
export function rowsOf(line: number, map: () => readonly ImportDraft[]): readonly ImportedRow[] {
  try {
    return map().map((draft) => ({ draft }));
  } catch (error) {
    if (!(error instanceof RowFault)) throw error;
    return [{ error: { line, code: error.code, reason: error.message } }];
  }
}
