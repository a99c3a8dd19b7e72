import { NO_DAY } from '../bitemporal/day-codes.js';
import { OPEN } from '../bitemporal/lens.js';
import type { Slices } from '../bitemporal/slices.js';
import type { Value } from '../events/value.js';
import { at, type EventColumns, picked, startsOf } from './event-columns.js';
import { dayCode, dayOfCode } from './int-codes.js';
import type { IntColumn } from './int-column.js';
import type { PackEvent, PackStatement, PackTrack } from './pack.js';
import { type ColumnReader, type ColumnWriter, lazyList, once } from './wire-columns.js';

/**
 * Rectangles tile the plane and follow from what events said, so most of a row is told by its neighbours and its event: the
 * columns come in an order in which each says only where it differs from what those before it suggest.
 */
export function* writeTrack(
  columns: ColumnWriter,
  track: PackTrack,
  events: readonly PackEvent[],
  beside: EventColumns,
): Slices<void> {
  const { statements, slotStart } = track;
  yield* columns.counts(track.slots.length, (i) => at(slotStart, i + 1) - at(slotStart, i));
  const saidIn = statementsOfSlots(track);
  yield* columns.counts(saidIn.length, (i) => at(saidIn, i));
  const { length } = statements;
  const says = (i: number) => statements[i] as PackStatement;
  yield* columns.steps(length, (i) => says(i).event);
  const dayOf = (event: number): number => (event < 0 ? NO_DAY : at(beside.days, event));
  const besideEvent = (text: string | null, its: string | null | undefined) =>
    text === its ? AS_EVENT : text;
  yield* columns.days(
    length,
    (i) => says(i).known,
    (i) => (says(i).event < 0 ? NO_DAY : at(beside.known, says(i).event)),
  );
  yield* columns.coded(length, (i) => textless(says(i).value));
  yield* columns.dateTexts(
    length,
    (i) => besideEvent(says(i).from, events[says(i).event]?.from),
    (i) => dayOf(says(i).event),
  );
  yield* columns.dateTexts(
    length,
    (i) => besideEvent(says(i).until, events[says(i).event]?.until),
    (i) => dayOf(says(i).event),
  );
  yield* columns.distances(
    length,
    (i) => says(i).retroactiveDays ?? -1,
    (i) => lateBy(says(i).known, dayOf(says(i).event)),
  );

  yield* writeKnown(columns, track);
  const rows = track.traits.length;
  const { dateFrom, dateUntil, dueOn, statement, event } = track;
  const deciding = (row: number): number => (at(statement, row) < 0 ? -1 : says(at(statement, row)).event);
  yield* columns.distances(rows, (row) => at(event, row), deciding);
  yield* columns.coded(rows, (row) => at(track.traits, row));
  const from = (row: number): number => at(dateFrom, row);
  yield* columns.days(rows, from, (row) => dayOf(deciding(row)));
  yield* columns.days(
    rows,
    (row) => at(dateUntil, row),
    (row) => (row + 1 < rows ? from(row + 1) : NO_DAY),
  );
  yield* columns.days(rows, (row) => at(dueOn, row), from);
}

/** The rows at once, for whole states are folded out of them; what statements say when somebody asks for it. */
export function readTrack(
  columns: ColumnReader,
  slots: Int32Array,
  events: {
    readonly columns: EventColumns;
    readonly list: () => readonly PackEvent[];
  },
  coveredThrough: Int32Array,
): readonly [PackTrack, Said] {
  const slotStart = startsOf(columns.ints().counts());
  const saidIn = columns.ints();
  const deciding = columns.ints().steps();
  const days = picked(events.columns.days, deciding, NO_DAY);
  const known = columns.ints().days(picked(events.columns.known, deciding, NO_DAY));
  const [said, begin, end, late] = [
    columns.coded<Value | null>(),
    columns.dateTexts(),
    columns.dateTexts(),
    columns.ints(),
  ];
  const statements = lazyList(known.length, () => {
    const [values, from, until] = [said(), begin(days), end(days)];
    const retroactive = late.distances(known.map((day, i) => lateBy(day, at(days, i))));
    return (i): PackStatement => {
      const event = at(deciding, i);
      const [begins, ends] = [from(i), until(i)];
      return {
        value: values(i),
        event,
        from: begins === AS_EVENT ? (events.list()[event]?.from ?? null) : begins,
        until: ends === AS_EVENT ? (events.list()[event]?.until ?? null) : ends,
        known: at(known, i),
        retroactiveDays: at(retroactive, i) < 0 ? null : at(retroactive, i),
      };
    };
  });

  const { statement, knownFrom, knownUntil } = readKnown(columns, known);
  const through = columns.ints();
  const event = once(() => through.distances(picked(deciding, statement, -1)));
  const traits = readTraits(columns);
  const dateFrom = columns.ints().days(picked(days, statement, NO_DAY));
  const dateUntil = columns.ints().days(shifted(dateFrom));
  const dueOn = columns.ints().days(dateFrom);
  const track: PackTrack = {
    slots,
    get statements() {
      return statements();
    },
    slotStart,
    dateFrom,
    dateUntil,
    knownFrom,
    knownUntil,
    dueOn,
    traits,
    statement,
    get event() {
      return event();
    },
    coveredThrough,
  };
  return [track, { saidIn, deciding }];
}

/** How many statements each slot of a track brings, not read yet, and the event of each. */
export interface Said {
  readonly saidIn: IntColumn;
  readonly deciding: Int32Array;
}

/** A date text that is the event's own. */
const AS_EVENT = '=';
const NO_TEXT = { en: '', ja: '' };
/** What a value says in words comes with the texts. */
const textless = (value: Value | null): Value | null =>
  value?.kind === 'TEXT' || value?.kind === 'SPECIFIC' ? { kind: value.kind, text: NO_TEXT } : value;

/** Each row beside the next one's edge. */
const shifted = (column: Int32Array): Int32Array => {
  const next = new Int32Array(column.length).fill(NO_DAY);
  next.set(column.subarray(1));
  return next;
};
const lateBy = (known: number, day: number): number => (day === NO_DAY ? 0 : Math.max(0, known - day));

/** How many statements each slot brings: they are numbered by first use, so those of one slot lie together. */
export function statementsOfSlots({ slots, slotStart, statement }: PackTrack): number[] {
  let newest = -1;
  return Array.from(slots, (_, i) => {
    const before = newest;
    for (let row = at(slotStart, i); row < at(slotStart, i + 1); row++)
      newest = Math.max(newest, at(statement, row));
    return newest - before;
  });
}

/**
 * Statements in order of first use: 0 for none, 1 for the next new one, else how far back. A row becomes known with the one
 * before it (0), or on a day beside that on which the next new statement became known. It stops being known where others of
 * its slot begin: 0 for never, 1 and a day apart for any other, else the place among the later beginnings.
 */
function* writeKnown(columns: ColumnWriter, track: PackTrack): Slices<void> {
  const { slotStart, statement, statements, knownFrom, knownUntil } = track;
  const [said, from, until, others]: [number[], number[], number[], number[]] = [[], [], [], []];
  let newest = -1;
  for (let slot = 0; slot + 1 < slotStart.length; slot++) {
    const [start, end] = [at(slotStart, slot), at(slotStart, slot + 1)];
    const places = new Map<number, number>();
    for (let row = start; row < end; row++)
      if (!places.has(at(knownFrom, row))) places.set(at(knownFrom, row), places.size);
    for (let row = start; row < end; row++) {
      const one = at(statement, row);
      const begins = row === start || knownFrom[row] !== knownFrom[row - 1];
      from.push(begins ? 1 + dayCode(at(knownFrom, row), statements[newest + 1]?.known ?? 0) : 0);
      said.push(one < 0 ? 0 : one > newest ? 1 : 2 + newest - one);
      newest = Math.max(newest, one);
      const last = at(knownUntil, row);
      const ahead = (places.get(last) ?? -1) - (places.get(at(knownFrom, row)) as number);
      until.push(last === OPEN ? 0 : ahead > 0 ? 1 + ahead : 1);
      if (last !== OPEN && ahead <= 0) others.push(dayCode(last, 0));
    }
    yield;
  }
  for (const codes of [said, from, until, others]) yield* columns.counts(codes.length, (i) => at(codes, i));
}

/** Each loop is a function of its own: an engine that compiles one while it runs has not seen what the next one does. */
function readKnown(columns: ColumnReader, known: Int32Array) {
  const statement = columns.ints().counts();
  const knownFrom = columns.ints().counts();
  const knownUntil = columns.ints().counts();
  const others = columns.ints().counts();
  const beginnings = readBeginnings(statement, knownFrom, known);
  readEnds(knownFrom, knownUntil, beginnings, others);
  return { statement, knownFrom, knownUntil };
}

/** Every day on which a slot has rows that begin; statements by number in the place of their codes. */
function readBeginnings(statement: Int32Array, knownFrom: Int32Array, known: Int32Array): Int32Array {
  const beginnings = new Int32Array(statement.length);
  let [newest, begun] = [-1, -1];
  for (let row = 0; row < statement.length; row++) {
    const from = knownFrom[row] as number;
    if (from !== 0)
      beginnings[++begun] = dayOfCode(
        from - 1,
        newest + 1 < known.length ? (known[newest + 1] as number) : 0,
      );
    const code = statement[row] as number;
    if (code === 1) statement[row] = ++newest;
    else statement[row] = code === 0 ? -1 : newest + 2 - code;
  }
  return beginnings;
}

/** Days in the place of their codes. */
function readEnds(
  knownFrom: Int32Array,
  knownUntil: Int32Array,
  beginnings: Int32Array,
  others: Int32Array,
): void {
  let [begun, day, other] = [-1, 0, 0];
  for (let row = 0; row < knownFrom.length; row++) {
    if (knownFrom[row] !== 0) day = beginnings[++begun] as number;
    knownFrom[row] = day;
    const code = knownUntil[row] as number;
    if (code === 0) knownUntil[row] = OPEN;
    else if (code === 1) knownUntil[row] = dayOfCode(others[other++] as number, 0);
    else knownUntil[row] = beginnings[begun + code - 1] as number;
  }
}

function readTraits(columns: ColumnReader): Uint16Array {
  const [column, words] = [columns.ints(), columns.words<number>()];
  const codes = column.counts();
  const byCode = Uint16Array.from(words());
  const traits = new Uint16Array(codes.length);
  for (let row = 0; row < traits.length; row++) traits[row] = byCode[codes[row] as number] as number;
  return traits;
}
