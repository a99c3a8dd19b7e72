import { NO_DAY } from '../bitemporal/day-codes.js';
import { OPEN } from '../bitemporal/lens.js';
import type { Value } from '../events/value.js';
import { at, type EventColumns, type EventsOfSlots, picked, startsOf } from './event-columns.js';
import { dayCode, dayOfCode, folded, unfolded } from './int-codes.js';
import type { Column, PackEvent, PackStatement, PackTrack } from './pack.js';
import { type ColumnReader, type ColumnWriter, lazyList } from './wire-columns.js';

/**
 * Rectangles tile the plane and follow from what events said, so most of a row is told by its neighbours and its event: the
 * columns come in an order in which each says only where it differs from what those before it suggest.
 */
export function writeTrack(
  columns: ColumnWriter,
  track: PackTrack,
  events: readonly PackEvent[],
  beside: EventColumns,
  spoken: EventsOfSlots,
): void {
  const { statements, slotStart } = track;
  columns.counts(Array.from(track.slots, (_, i) => at(slotStart, i + 1) - at(slotStart, i)));
  const saidIn = statementsOfSlots(track);
  columns.counts(saidIn);
  writeDeciding(columns, track, saidIn, spoken);

  const deciding = Int32Array.from(statements, ({ event }) => event);
  const days = picked(beside.days, deciding, NO_DAY);
  columns.days(
    statements.map(({ known }) => known),
    picked(beside.known, deciding, NO_DAY),
  );
  columns.coded(statements.map(({ value }) => textless(value)));
  columns.dateTexts(
    statements.map(({ from, event }) => (from === events[event]?.from ? AS_EVENT : from)),
    days,
  );
  columns.dateTexts(
    statements.map(({ until, event }) => (until === events[event]?.until ? AS_EVENT : until)),
    days,
  );
  columns.distances(
    statements.map(({ retroactiveDays }) => retroactiveDays ?? -1),
    statements.map(({ known }, i) => lateBy(known, at(days, i))),
  );

  writeKnown(columns, track);
  const statement = Int32Array.from(track.statement);
  columns.distances(track.event, picked(deciding, statement, -1));
  columns.coded(
    Array.from(track.status, (status, row) =>
      [status, track.modality[row], track.possible[row], track.hasValue[row]].join(' '),
    ),
  );
  columns.days(track.dateFrom, picked(days, statement, NO_DAY));
  columns.days(track.dateUntil, shifted(track.dateFrom));
  columns.days(track.dueOn, track.dateFrom);
}

/** The rows at once, for whole states are folded out of them; what statements say when somebody asks for it. */
export function readTrack(
  columns: ColumnReader,
  slots: Int32Array,
  events: {
    readonly columns: EventColumns;
    readonly ofSlots: EventsOfSlots;
    readonly list: () => readonly PackEvent[];
  },
  coveredThrough: Int32Array,
): PackTrack {
  const slotStart = startsOf(columns.ints().counts());
  const deciding = readDeciding(columns, slots, events.ofSlots);
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
  const event = columns.ints().distances(picked(deciding, statement, -1));
  const [status, modality, possible, hasValue] = readStatus(columns);
  const dateFrom = columns.ints().days(picked(days, statement, NO_DAY));
  const dateUntil = columns.ints().days(shifted(dateFrom));
  const dueOn = columns.ints().days(dateFrom);
  return {
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
    status,
    modality,
    possible,
    statement,
    event,
    hasValue,
    coveredThrough,
  };
}

/** A date text that is the event's own. */
const AS_EVENT = '=';
const NO_TEXT = { en: '', ja: '' };
/** What a value says in words comes with the texts. */
const textless = (value: Value | null): Value | null =>
  value?.kind === 'TEXT' || value?.kind === 'SPECIFIC' ? { kind: value.kind, text: NO_TEXT } : value;

/** Each row beside the next one's edge. */
const shifted = (column: Column): Int32Array => {
  const next = new Int32Array(column.length).fill(NO_DAY);
  const ints = column instanceof Int32Array ? column : Int32Array.from(column);
  next.set(ints.subarray(1));
  return next;
};
const lateBy = (known: number, day: number): number => (day === NO_DAY ? 0 : Math.max(0, known - day));

/** How many statements each slot brings: they are numbered by first use, so those of one slot lie together. */
function statementsOfSlots({ slots, slotStart, statement }: PackTrack): number[] {
  let newest = -1;
  return Array.from(slots, (_, i) => {
    const before = newest;
    for (let row = at(slotStart, i); row < at(slotStart, i + 1); row++)
      newest = Math.max(newest, at(statement, row));
    return newest - before;
  });
}

/** The event of each statement, as how far on it stands among those that speak of the slot; 0, and its number apart, where it does not. */
function writeDeciding(
  columns: ColumnWriter,
  track: PackTrack,
  saidIn: Column,
  { starts, events }: EventsOfSlots,
): void {
  const steps: number[] = [];
  const others: number[] = [];
  for (let i = 0; i < saidIn.length; i++) {
    const slot = at(track.slots, i);
    const places = new Map<number, number>();
    for (let place = at(starts, slot); place < at(starts, slot + 1); place++)
      places.set(at(events, place), place);
    let next = at(starts, slot);
    for (const last = steps.length + at(saidIn, i); steps.length < last; ) {
      const { event } = track.statements[steps.length] as PackStatement;
      const place = places.get(event);
      steps.push(place === undefined ? 0 : 1 + folded(place - next));
      if (place === undefined) others.push(event + 1);
      else next = place + 1;
    }
  }
  columns.counts(steps);
  columns.counts(others);
}

function readDeciding(
  columns: ColumnReader,
  slots: Int32Array,
  { starts, events }: EventsOfSlots,
): Int32Array {
  const saidIn = columns.ints().counts();
  const deciding = columns.ints().counts();
  const others = columns.ints().counts();
  let [said, end, other] = [0, 0, 0];
  for (let i = 0; i < slots.length; i++) {
    let next = starts[slots[i] as number] as number;
    end += saidIn[i] as number;
    for (; said < end; said++) {
      const code = deciding[said] as number;
      if (code === 0) deciding[said] = (others[other++] as number) - 1;
      else {
        next += unfolded(code - 1);
        deciding[said] = events[next++] as number;
      }
    }
  }
  return deciding;
}

/**
 * Statements in order of first use: 0 for none, 1 for the next new one, else how far back. A row becomes known with the one
 * before it (0), or on a day beside that on which the next new statement became known. It stops being known where others of
 * its slot begin: 0 for never, 1 and a day apart for any other, else the place among the later beginnings.
 */
function writeKnown(columns: ColumnWriter, track: PackTrack): void {
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
  }
  columns.counts(said);
  columns.counts(from);
  columns.counts(until);
  columns.counts(others);
}

function readKnown(columns: ColumnReader, known: Int32Array) {
  const statement = columns.ints().counts();
  const knownFrom = columns.ints().counts();
  const knownUntil = columns.ints().counts();
  const others = columns.ints().counts();
  const rows = statement.length;
  // Every day on which a slot has rows that begin, and which of them is each row's own.
  const beginnings = new Int32Array(rows);
  const own = new Int32Array(rows);
  let [newest, begun, day] = [-1, -1, 0];
  for (let row = 0; row < rows; row++) {
    const from = knownFrom[row] as number;
    if (from !== 0) {
      day = dayOfCode(from - 1, newest + 1 < known.length ? (known[newest + 1] as number) : 0);
      beginnings[++begun] = day;
    }
    knownFrom[row] = day;
    own[row] = begun;
    const code = statement[row] as number;
    if (code === 1) statement[row] = ++newest;
    else statement[row] = code === 0 ? -1 : newest + 2 - code;
  }
  let other = 0;
  for (let row = 0; row < rows; row++) {
    const code = knownUntil[row] as number;
    if (code === 0) knownUntil[row] = OPEN;
    else if (code === 1) knownUntil[row] = dayOfCode(others[other++] as number, 0);
    else knownUntil[row] = beginnings[(own[row] as number) + code - 1] as number;
  }
  return { statement, knownFrom, knownUntil };
}

function readStatus(columns: ColumnReader) {
  const [column, words] = [columns.ints(), columns.words<string>()];
  const codes = column.counts();
  const parts = words().map((word) => word.split(' ').map(Number));
  const part = (place: number): Uint8Array => {
    const by = Uint8Array.from(parts, (numbers) => numbers[place] as number);
    const out = new Uint8Array(codes.length);
    for (let row = 0; row < codes.length; row++) out[row] = by[codes[row] as number] as number;
    return out;
  };
  return [part(0), part(1), part(2), part(3)] as const;
}
