import { type BuiltTable, tableOn } from '../bitemporal/built-table.js';
import { DayCodes } from '../bitemporal/day-codes.js';
import { DayRuns } from '../bitemporal/day-runs.js';
import { type Derived, type Latest, type Ready, readyFor } from '../bitemporal/derived-lists.js';
import { Grid } from '../bitemporal/grid.js';
import { type Along, Line } from '../bitemporal/line.js';
import type { Day } from '../calendar/civil-day.js';
import type { SectionReader, SectionWriter } from './sections.js';

type StoredLatest = Pick<Latest, 'knownAt' | 'later'>;
interface StoredGrid {
  readonly dates: readonly Day[];
  /** Known days have 16 bits. */
  readonly isNear: boolean;
}
interface StoredLine {
  readonly along: Along;
  readonly spacing: number;
  readonly checkpoints: number;
}

/** Columns that take two bytes a number where all are small enough. */
const NARROW: readonly (new (length: number) => Uint16Array | Int32Array)[] = [Uint16Array, Int32Array];

/** The lists of a table as they are at one moment: newer ones may take their place. Those of a version with more slots do not serve it. */
export function listsNow(built: BuiltTable): Partial<Pick<Ready, 'latest' | 'grid'>> {
  const { latest, grid } = readyFor(built);
  const serves = (list: Derived<unknown> | undefined): boolean =>
    list !== undefined && list.base.table.slotCount <= built.table.slotCount;
  return { ...(serves(latest) && { latest }), ...(serves(grid) && { grid }) };
}

/** What was derived from a table: the line of the latest state, and the grid. Other lines are made again when one is opened. */
export function* writeLists(
  to: SectionWriter,
  { latest, grid }: ReturnType<typeof listsNow>,
): Iterable<Uint8Array> {
  yield* to.json(
    'latest',
    latest ? ({ knownAt: latest.knownAt, later: latest.later } satisfies StoredLatest) : null,
  );
  if (latest) {
    yield* writeBase(to, latest);
    yield* writeLine(to, latest.of);
  }
  yield* to.json(
    'grid',
    grid ? ({ dates: grid.of.parts.dates, isNear: grid.of.parts.codes.isNear } satisfies StoredGrid) : null,
  );
  if (!grid) return;
  yield* writeBase(to, grid);
  const { lines, days, rows, slots, knownFrom, knownUntil } = grid.of.parts;
  for (const line of lines) yield* writeLine(to, line);
  yield* writeDays(to, days);
  yield* to.numbers('rows', rows);
  yield* to.numbers('slots', slots);
  yield* to.numbers('knownFrom', knownFrom);
  yield* to.numbers('knownUntil', knownUntil);
}

export function* readLists(from: SectionReader, built: BuiltTable): Generator<undefined, void> {
  const ready = readyFor(built);
  const latest = yield* from.json<StoredLatest | null>('latest');
  if (latest) {
    const base = yield* readBase(from, built);
    ready.latest = { ...latest, base, of: yield* readLine(from) };
  }
  const grid = yield* from.json<StoredGrid | null>('grid');
  if (!grid) return;
  const base = yield* readBase(from, built);
  const lines: Line[] = [];
  for (const _ of grid.dates) lines.push(yield* readLine(from));
  const of = new Grid({
    dates: grid.dates,
    lines,
    days: yield* readDays(from),
    rows: yield* from.numbers('rows', Int32Array),
    slots: yield* from.numbers('slots', NARROW),
    codes: grid.isNear ? DayCodes.NEAR : DayCodes.ALL,
    knownFrom: yield* from.numbers('knownFrom', NARROW),
    knownUntil: yield* from.numbers('knownUntil', NARROW),
  });
  ready.grid = { base, of };
}

/** The directory of the version that a list was made from: slots that differ are laid over it. */
function* writeBase(to: SectionWriter, { base }: Derived<unknown>): Iterable<Uint8Array> {
  yield* to.numbers('base.slotStart', base.table.columns.slotStart);
  yield* to.numbers('base.slotEnd', base.table.columns.slotEnd);
}

function* readBase(from: SectionReader, built: BuiltTable): Generator<undefined, BuiltTable> {
  const slotStart = yield* from.numbers('base.slotStart', Int32Array);
  const slotEnd = yield* from.numbers('base.slotEnd', Int32Array);
  const now = built.table.columns;
  const isNow =
    slotStart.length === now.slotStart.length &&
    slotStart.every((start, slot) => start === now.slotStart[slot] && slotEnd[slot] === now.slotEnd[slot]);
  if (isNow) return built;
  return built.before(
    slotStart.length,
    tableOn(built.arena, {
      slotStart,
      slotEnd,
      patched: new Map(),
      coveredThrough: now.coveredThrough.slice(0, slotStart.length),
    }),
  );
}

function* writeLine(to: SectionWriter, line: Line): Iterable<Uint8Array> {
  const { days, slots, rows, before, checkpoints, spacing } = line.parts;
  const { along } = line;
  yield* to.json('line', { along, spacing, checkpoints: checkpoints.length } satisfies StoredLine);
  yield* writeDays(to, days);
  yield* to.numbers('line.slots', slots);
  yield* to.numbers('line.rows', rows);
  yield* to.numbers('line.before', before);
  yield* to.numbers('line.checkpoints', [new Int32Array(0), ...checkpoints]);
}

function* readLine(from: SectionReader): Generator<undefined, Line> {
  const { along, spacing, checkpoints: count } = yield* from.json<StoredLine>('line');
  const days = yield* readDays(from);
  const slots = yield* from.numbers('line.slots', NARROW);
  const rows = yield* from.numbers('line.rows', Int32Array);
  const before = yield* from.numbers('line.before', Int32Array);
  const all = yield* from.numbers('line.checkpoints', Int32Array);
  const size = all.length / count;
  const checkpoints = Array.from({ length: count }, (_, i) => all.subarray(i * size, (i + 1) * size));
  return new Line(along, { days, slots, rows, before, checkpoints, spacing });
}

function* writeDays(to: SectionWriter, { codes, days, ends }: DayRuns): Iterable<Uint8Array> {
  yield* to.json('days.near', codes.isNear);
  yield* to.numbers('days', days);
  yield* to.numbers('days.ends', ends);
}

function* readDays(from: SectionReader): Generator<undefined, DayRuns> {
  const codes = (yield* from.json<boolean>('days.near')) ? DayCodes.NEAR : DayCodes.ALL;
  const days = yield* from.numbers('days', NARROW);
  return new DayRuns(codes, days, yield* from.numbers('days.ends', NARROW));
}
