import type { Day } from '../calendar/civil-day.js';
import type { Effect, Family, SlotId } from '../events/envelope.js';
import { projectEffect } from '../project/project-event.js';
import type { SettledRecord } from '../project/settle-record.js';
import { ReadingTable } from './reading-table.js';
import { Recent } from './recent.js';
import type { PatchedSlot } from './row-columns.js';
import type { SlotEvents } from './slot-events.js';
import type { Statement } from './statement.js';
import type { TableArena } from './table-arena.js';

interface TableParts {
  readonly table: ReadingTable;
  readonly ids: readonly SlotId[];
  readonly spoken: ReadonlyMap<SlotId, SlotEvents>;
  readonly order: readonly number[];
  readonly topics: readonly (string | null)[];
  readonly families: readonly Family[];
  readonly slotIndex: ReadonlyMap<string, number>;
  readonly arena: TableArena;
  readonly record: SettledRecord;
  readonly liveRows: number;
}

const MOST_STATEMENTS = 4096;

/**
 * A reading table with what its codes stand for. Slots are numbered as they came; `order` lists them by id. Versions share the
 * lists that an append leaves as they are.
 */
export class BuiltTable {
  readonly table: ReadingTable;
  /** Id of each slot. */
  readonly ids: readonly SlotId[];
  /** Slot numbers in order of slot id. */
  readonly order: readonly number[];
  /** Topic of each slot. */
  readonly topics: readonly (string | null)[];
  /** Family of each slot. */
  readonly families: readonly Family[];
  readonly slotIndex: ReadonlyMap<string, number>;
  readonly arena: TableArena;
  /** The record of the version that the table is of. */
  readonly record: SettledRecord;
  /** Rows that are read: the arena holds those of other versions too. */
  readonly liveRows: number;

  /** Statements asked for lately, by code: a list of hundreds is asked for day after day. */
  readonly #statements = new Recent<number, Statement>(MOST_STATEMENTS);

  constructor(private readonly parts: TableParts) {
    this.table = parts.table;
    this.ids = parts.ids;
    this.order = parts.order;
    this.topics = parts.topics;
    this.families = parts.families;
    this.slotIndex = parts.slotIndex;
    this.arena = parts.arena;
    this.record = parts.record;
    this.liveRows = parts.liveRows;
  }

  /** The events that speak of a slot in this version. */
  slotAt(slot: number): SlotEvents {
    return this.parts.spoken.get(this.ids[slot] as SlotId) as SlotEvents;
  }

  /** The same table in another arena. */
  on(arena: TableArena, table: ReadingTable): BuiltTable {
    return new BuiltTable({ ...this.parts, arena, table });
  }

  /** An earlier version of this table, of its first so many slots. */
  before(slotCount: number, table: ReadingTable): BuiltTable {
    return new BuiltTable({ ...this.parts, ids: this.ids.slice(0, slotCount), table });
  }

  /** The statement that a code of the column `deciding` stands for, made from its event; undefined for none. */
  statementAt(code: number): Statement | undefined {
    if (code === -1) return undefined;
    const kept = this.#statements.get(code);
    if (kept) return kept;
    const { said, index } = this.arena.codes.placeOf(code);
    if (said === -1) return undefined;
    const { events } = this.record;
    const settled = events.at(said);
    const effect = settled?.event.effects[index] as Effect;
    const statement = settled && projectEffect(settled, effect, index, events).statements[0];
    return statement && this.#statements.keep(code, statement);
  }

  /** The event that decides a slot at (`date`, `knownAt`); null for none. */
  decidedBy(slot: number, date: Day, knownAt: Day): string | null {
    return this.eventAt(this.table.columns.deciding[this.table.row(slot, date, knownAt)] as number);
  }

  /** The id of the event through which it decides; null for none. */
  eventAt(code: number): string | null {
    const row = this.arena.codes.eventOf(code);
    return row < 0 ? null : this.record.events.log.idAt(row);
  }
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
