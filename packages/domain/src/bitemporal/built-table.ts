import type { Family } from '../events/envelope.js';
import type { SettledRecord } from '../project/settle-record.js';
import { type PatchedSlot, ReadingTable } from './reading-table.js';
import type { Slot } from './slot-history.js';
import type { Statement } from './statement.js';
import type { TableArena } from './table-arena.js';

/** A reading table with the dictionaries its indexes point into. Slots are numbered as they came; `order` lists them by id. */
export interface BuiltTable {
  readonly table: ReadingTable;
  readonly slots: readonly Slot[];
  /** Slot numbers in order of slot id. */
  readonly order: readonly number[];
  /** Topic of each slot. */
  readonly topics: readonly (string | null)[];
  /** Family of each slot. */
  readonly families: readonly Family[];
  readonly slotIndex: ReadonlyMap<string, number>;
  readonly statements: readonly Statement[];
  readonly events: readonly string[];
  readonly arena: TableArena;
  readonly coverage: SettledRecord['coverage'];
}

/** Which rows are whose. */
export interface Directory {
  readonly slotStart: Int32Array;
  readonly slotEnd: Int32Array;
  readonly patched: ReadonlyMap<number, PatchedSlot>;
  readonly coveredThrough: Int32Array;
}

/** The rows of a version, as its directory finds them in the arena. */
export const tableOn = (arena: TableArena, directory: Directory): ReadingTable =>
  new ReadingTable({ ...arena.columns, ...directory }, (start) => arena.locator(start));
