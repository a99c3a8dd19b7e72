import type { Day } from '../calendar/civil-day.js';
import { OPEN } from './lens.js';
import type { PatchedSlot, ReadingColumns, RowColumns } from './reading-table.js';
import type { Reheard } from './slot-sweep.js';

/** Visits the rows of a slot, in no order. */
export function eachRow(columns: ReadingColumns, slot: number, visit: (row: number) => void): void {
  const start = columns.slotStart[slot] as number;
  const end = columns.slotEnd[slot] as number;
  for (let row = start; row < end; row++) visit(row);
  if (start !== end) return;
  const runs = columns.patched?.get(slot)?.runs ?? NONE;
  for (let i = 0; i < runs.length; i += 2)
    for (let row = runs[i] as number; row < (runs[i + 1] as number); row++) visit(row);
}

/** The rows of a slot in order of (knownFrom, dateFrom). */
export function rowsOf(columns: ReadingColumns, slot: number): number[] {
  const rows: number[] = [];
  eachRow(columns, slot, (row) => rows.push(row));
  return columns.patched?.has(slot) ? rows.sort(inOrder(columns)) : rows;
}

export const countRows = (columns: ReadingColumns, slot: number): number => {
  const runs = columns.patched?.get(slot)?.runs;
  if (!runs) return (columns.slotEnd[slot] as number) - (columns.slotStart[slot] as number);
  let count = 0;
  for (let i = 0; i < runs.length; i += 2) count += (runs[i + 1] as number) - (runs[i] as number);
  return count;
};

/** By (knownFrom, dateFrom). */
export const inOrder =
  ({ knownFrom, dateFrom }: RowColumns) =>
  (a: number, b: number) =>
    (knownFrom[a] as number) - (knownFrom[b] as number) || (dateFrom[a] as number) - (dateFrom[b] as number);

/** Which rows of a slot stay, and which are written again because they now close on another day. */
export function keptRows(columns: ReadingColumns, slot: number, { since, closes }: Reheard) {
  const kept: number[] = [];
  const closing: { readonly row: number; readonly knownUntil: Day }[] = [];
  let dropped = 0;
  const { dateFrom, knownFrom, knownUntil } = columns;
  eachRow(columns, slot, (row) => {
    if ((knownFrom[row] as number) >= since) {
      dropped++;
      return;
    }
    const until = knownUntil[row] as Day;
    const now = until < since ? until : (closes.get(dateFrom[row] as Day) ?? OPEN);
    if (now === until) kept.push(row);
    else closing.push({ row, knownUntil: now });
  });
  return { kept, closing, dropped };
}

/** A slot made of rows that lie anywhere. `base`: a range that a locator may know. */
export function patchOf(rows: readonly number[], base: PatchedSlot['base']): PatchedSlot {
  const runs: number[] = [];
  for (const row of rows) {
    if (runs.at(-1) === row) runs[runs.length - 1] = row + 1;
    else runs.push(row, row + 1);
  }
  return {
    runs: Int32Array.from(runs),
    base,
    others: Int32Array.from(rows.filter((row) => row < base[0] || base[1] <= row)),
  };
}

const NONE = new Int32Array(0);
