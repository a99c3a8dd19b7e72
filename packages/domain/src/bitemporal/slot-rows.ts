import type { Day } from '../calendar/civil-day.js';
import { OPEN } from './lens.js';
import type { Reheard } from './rectangle.js';
import {
  dateFromAt,
  knownFromAt,
  knownUntilAt,
  type PatchedSlot,
  type ReadingColumns,
  type RowColumns,
} from './row-columns.js';
import { inOneGo, PER_SLICE, type Slices } from './slices.js';

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
export const rowsOf = (columns: ReadingColumns, slot: number): number[] =>
  inOneGo(rowsInSlices(columns, slot));

export function* rowsInSlices(columns: ReadingColumns, slot: number): Slices<number[]> {
  const patch = columns.patched?.get(slot);
  if (patch) return yield* rowsOfPatch(columns, patch);
  const rows: number[] = [];
  eachRow(columns, slot, (row) => rows.push(row));
  return rows;
}

/** The same of a slot that no directory knows yet: those of the range that once held all of them lie in order already. */
export function* rowsOfPatch(
  columns: RowColumns,
  { runs, base: [start, end], others }: PatchedSlot,
): Slices<number[]> {
  const compare = inOrder(columns);
  const later = Array.from(others).sort(compare);
  const rows: number[] = [];
  let next = 0;
  for (let i = 0; i < runs.length; i += 2)
    for (let row = Math.max(runs[i] as number, start); row < Math.min(runs[i + 1] as number, end); row++) {
      for (; next < later.length && compare(later[next] as number, row) < 0; next++)
        rows.push(later[next] as number);
      rows.push(row);
      if (rows.length % PER_SLICE === 0) yield;
    }
  for (; next < later.length; next++) rows.push(later[next] as number);
  return rows;
}

export const countRows = (columns: ReadingColumns, slot: number): number => {
  const rows = (columns.slotEnd[slot] as number) - (columns.slotStart[slot] as number);
  const runs = rows === 0 ? columns.patched?.get(slot)?.runs : undefined;
  return runs ? countRuns(runs) : rows;
};

/** How many rows pairs `[from, until)` are. */
export function countRuns(runs: Int32Array): number {
  let count = 0;
  for (let i = 0; i < runs.length; i += 2) count += (runs[i + 1] as number) - (runs[i] as number);
  return count;
}

/** By (knownFrom, dateFrom). */
const inOrder =
  ({ knownFrom, dateFrom }: RowColumns) =>
  (a: number, b: number) =>
    (knownFrom[a] as number) - (knownFrom[b] as number) || (dateFrom[a] as number) - (dateFrom[b] as number);

/** Which rows of a slot stay, and which are written again because they now close on another day. */
export function keptRows(columns: ReadingColumns, slot: number, { since, closes }: Reheard) {
  const kept = new Runs();
  const closing: { readonly row: number; readonly knownUntil: Day }[] = [];
  let dropped = 0;
  eachRow(columns, slot, (row) => {
    if (knownFromAt(columns, row) >= since) {
      dropped++;
      return;
    }
    const until = knownUntilAt(columns, row);
    const now = until < since ? until : (closes.get(dateFromAt(columns, row)) ?? OPEN);
    if (now === until) kept.add(row, row + 1);
    else closing.push({ row, knownUntil: now });
  });
  return { kept, closing, dropped };
}

/** Rows, in pairs `[from, until)`. */
export class Runs {
  readonly #edges: number[] = [];

  add(from: number, until: number): void {
    const last = this.#edges.length - 1;
    if (this.#edges[last] === from) this.#edges[last] = until;
    else if (from < until) this.#edges.push(from, until);
  }

  /** A slot made of these rows. `base`: a range that a locator may know. */
  patch(base: PatchedSlot['base']): PatchedSlot {
    const others: number[] = [];
    for (let i = 0; i < this.#edges.length; i += 2)
      for (let row = this.#edges[i] as number; row < (this.#edges[i + 1] as number); row++) {
        // Within the range nothing is other.
        if (base[0] <= row && row < base[1]) row = Math.min(base[1], this.#edges[i + 1] as number) - 1;
        else others.push(row);
      }
    return { runs: Int32Array.from(this.#edges), base, others: Int32Array.from(others) };
  }
}

const NONE = new Int32Array(0);
