import { BuiltTable, tableOn } from '../bitemporal/built-table.js';
import { DayCodes } from '../bitemporal/day-codes.js';
import { type Deciding, DecidingCodes } from '../bitemporal/deciding-codes.js';
import type { Reading } from '../bitemporal/lens.js';
import type { RecordIndex } from '../bitemporal/record-index.js';
import type { PatchedSlot, RowColumns } from '../bitemporal/row-columns.js';
import { SlotLocator } from '../bitemporal/slot-locator.js';
import { SlotNumbers } from '../bitemporal/slot-numbers.js';
import { countRows } from '../bitemporal/slot-rows.js';
import { DAY_COLUMNS, ROW_COLUMNS, roomFor, TableArena } from '../bitemporal/table-arena.js';
import type { Family, SlotId } from '../events/envelope.js';
import { madeOf, NO_BYTES, type Numbers, type SectionReader, type SectionWriter } from './sections.js';

interface Scalars {
  readonly used: number;
  /** Words of the columns `topics` and `families`. */
  readonly topics: readonly (string | null)[];
  readonly families: readonly Family[];
  /** The days of the rows have 16 bits. */
  readonly isNear: boolean;
  readonly listed: readonly Deciding[];
}
type StoredPatch = readonly [slot: number, base: PatchedSlot['base'], runs: number[], others: number[]];

/** A table and its arena as they are at one moment: appends may go on behind. */
export const tableNow = (built: BuiltTable) => ({
  built,
  columns: built.arena.columns,
  used: built.arena.used,
});

/** A table: the rows of its arena as they lie, holes among them, and its directory. Kept sweeps are made again when needed. */
export function* writeTable(
  to: SectionWriter,
  { built, columns, used }: ReturnType<typeof tableNow>,
  { spoken }: RecordIndex,
): Iterable<Uint8Array> {
  const { arena, table, ids, order } = built;
  const { slotStart, slotEnd, patched, coveredThrough } = table.columns;
  const topics = yield* wordsOf(built.topics);
  const families = yield* wordsOf(built.families);
  const scalars = {
    used,
    topics: topics.words,
    families: families.words,
    isNear: columns.days.isNear,
    listed: [...arena.codes.listed],
  };
  yield* to.json('table', scalars satisfies Scalars);
  for (const name of ROW_COLUMNS) yield* to.numbers(name, columns[name].subarray(0, used));
  yield* to.numbers('slotStart', slotStart);
  yield* to.numbers('slotEnd', slotEnd);
  yield* to.numbers('coveredThrough', coveredThrough);
  const patches = function* (): Iterable<StoredPatch> {
    for (const [slot, { base, runs, others }] of patched ?? [])
      yield [slot, base, Array.from(runs), Array.from(others)];
  };
  yield* to.list('patched', patches());
  yield* to.numbers('order', Int32Array.from(order));
  yield* to.numbers('topics', topics.codes);
  yield* to.numbers('families', families.codes);
  const places = new Map<SlotId, number>();
  yield* madeOf(spoken.keys(), (id) => {
    places.set(id, places.size);
  });
  const slots = yield* madeOf(ids, (id) => places.get(id) as number);
  yield* to.numbers('slots', Int32Array.from(slots));
  yield* writeLocators(to, built);
}

export function* readTable(
  from: SectionReader,
  { record, spoken }: RecordIndex,
  reading: Reading,
): Generator<undefined, BuiltTable> {
  const scalars = yield* from.json<Scalars>('table');
  const columns = yield* readRows(from, scalars.isNear ? DayCodes.NEAR : DayCodes.ALL);
  const slotStart = yield* from.numbers('slotStart', Int32Array);
  const slotEnd = yield* from.numbers('slotEnd', Int32Array);
  const coveredThrough = yield* from.numbers('coveredThrough', Int32Array);
  const patched = new Map<number, PatchedSlot>();
  yield* from.list<StoredPatch>('patched', ([slot, base, runs, others]) =>
    patched.set(slot, { base, runs: Int32Array.from(runs), others: Int32Array.from(others) }),
  );
  const order = Array.from(yield* from.numbers('order', Int32Array));
  const topics = Array.from(
    yield* from.numbers('topics', Int32Array),
    (code) => scalars.topics[code] as string | null,
  );
  const families = Array.from(
    yield* from.numbers('families', Int32Array),
    (code) => scalars.families[code] as Family,
  );
  const all = [...spoken.keys()];
  const ids = Array.from(yield* from.numbers('slots', Int32Array), (place) => all[place] as SlotId);
  const arena = TableArena.restored(reading, {
    columns,
    used: scalars.used,
    codes: DecidingCodes.restored(scalars.listed),
    locators: yield* readLocators(from),
  });
  const table = tableOn(arena, { slotStart, slotEnd, patched, coveredThrough });
  let liveRows = 0;
  for (let slot = 0; slot < ids.length; slot++) liveRows += countRows(table.columns, slot);
  return new BuiltTable({
    table,
    ids,
    spoken,
    order,
    topics,
    families,
    slotIndex: yield* SlotNumbers.inSlices(ids),
    arena,
    record,
    liveRows,
  });
}

function* readRows(from: SectionReader, days: DayCodes): Generator<undefined, RowColumns> {
  const dayColumn = days.column(0).constructor as new (length: number) => Numbers;
  const found: Partial<Record<(typeof ROW_COLUMNS)[number], Numbers>> = {};
  for (const name of DAY_COLUMNS) found[name] = yield* from.numbers(name, dayColumn, roomFor);
  const deciding = yield* from.numbers('deciding', Int32Array, roomFor);
  const traits = yield* from.numbers('traits', Uint16Array, roomFor);
  return { days, ...found, deciding, traits } as RowColumns;
}

/** Those of the ranges that this version reads, their arrays put together. */
function* writeLocators(to: SectionWriter, { arena, table }: BuiltTable): Iterable<Uint8Array> {
  const { slotStart, slotEnd, patched } = table.columns;
  const starts: number[] = [];
  const found: SlotLocator[] = [];
  for (let slot = 0; slot < slotStart.length; slot++) {
    const own = slotStart[slot] === slotEnd[slot] ? patched?.get(slot)?.base[0] : slotStart[slot];
    const locator = own === undefined ? undefined : arena.locator(own);
    if (own === undefined || !locator) continue;
    starts.push(own);
    found.push(locator);
  }
  const none = new Int32Array(0);
  yield* to.numbers('locators.starts', Int32Array.from(starts));
  yield* to.numbers(
    'locators.leaves',
    Int32Array.from(found, ({ edges }) => edges.length),
  );
  yield* to.numbers(
    'locators.near',
    Uint8Array.from(found, ({ days }) => Number(days.isNear)),
  );
  for (const [name, of] of LOCATOR_COLUMNS)
    yield* to.numbers(`locators.${name}`, [none, ...(yield* widened(found.map(of)))]);
}

const LOCATOR_COLUMNS: readonly (readonly [name: string, of: (locator: SlotLocator) => Narrow])[] = [
  ['edges', ({ edges }) => edges],
  ['nodes', ({ starts }) => starts],
  ['rows', ({ rows }) => rows],
];
type Narrow = Uint16Array | Int32Array;
/** So many numbers are widened between two stops. */
const WIDENED_PER_SLICE = 65_536;

function* widened(columns: readonly Narrow[]): Generator<Uint8Array, Int32Array[]> {
  const wide: Int32Array[] = [];
  let since = 0;
  for (const column of columns) {
    wide.push(new Int32Array(column));
    since += column.length;
    if (since < WIDENED_PER_SLICE) continue;
    since = 0;
    yield NO_BYTES;
  }
  return wide;
}

function* readLocators(from: SectionReader): Generator<undefined, Map<number, SlotLocator>> {
  const starts = yield* from.numbers('locators.starts', Int32Array);
  const leaves = yield* from.numbers('locators.leaves', Int32Array);
  const near = yield* from.numbers('locators.near', Uint8Array);
  const edges = yield* from.numbers('locators.edges', Int32Array);
  const nodes = yield* from.numbers('locators.nodes', Int32Array);
  const rows = yield* from.numbers('locators.rows', Int32Array);
  const locators = new Map<number, SlotLocator>();
  let [edge, node, row] = [0, 0, 0];
  for (const [i, start] of starts.entries()) {
    const count = leaves[i] as number;
    const own = nodes.subarray(node, node + 2 * count + 1);
    const rowCount = own[2 * count] as number;
    locators.set(
      start,
      SlotLocator.restored(near[i] === 1 ? DayCodes.NEAR : DayCodes.ALL, start, {
        edges: edges.subarray(edge, edge + count),
        starts: own,
        rows: rows.subarray(row, row + rowCount),
      }),
    );
    edge += count;
    node += own.length;
    row += rowCount;
  }
  return locators;
}

/** A column of words that recur. */
function* wordsOf<W>(
  column: readonly W[],
): Generator<Uint8Array, { readonly codes: Int32Array; readonly words: readonly W[] }> {
  const known = new Map<W, number>();
  const codes = yield* madeOf(column, (word) => {
    const code = known.get(word) ?? known.size;
    known.set(word, code);
    return code;
  });
  return { codes: Int32Array.from(codes), words: [...known.keys()] };
}
