import { OPEN } from '../bitemporal/lens.js';
import { NO_DAY } from '../bitemporal/reading-table.js';
import type { Value } from '../events/value.js';
import { at, type EventColumns, eventsOfSlots, picked, startsOf } from './event-columns.js';
import { folded, type IntReader, type IntWriter, unfolded } from './int-columns.js';
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
): void {
  const { ints } = columns;
  const { statements, slotStart } = track;
  ints.counts(Array.from(track.slots, (_, i) => at(slotStart, i + 1) - at(slotStart, i)));
  const saidIn = statementsOfSlots(track);
  ints.counts(saidIn);
  writeDeciding(ints, track, saidIn, beside);

  const deciding = Int32Array.from(statements, ({ event }) => event);
  const known = picked(beside.known, deciding, NO_DAY);
  const days = picked(beside.days, deciding, NO_DAY);
  columns.coded(statements.map(({ value }) => textless(value)));
  ints.days(
    statements.map((statement) => statement.known),
    known,
  );
  columns.dateTexts(
    statements.map(({ from, event }) => (from === events[event]?.from ? AS_EVENT : from)),
    days,
  );
  columns.dateTexts(
    statements.map(({ until, event }) => (until === events[event]?.until ? AS_EVENT : until)),
    days,
  );
  ints.distances(
    statements.map(({ retroactiveDays }) => retroactiveDays ?? -1),
    statements.map((statement, i) => lateBy(statement.known, at(days, i))),
  );

  writeNewest(ints, track.statement);
  ints.distances(track.event, picked(deciding, Int32Array.from(track.statement), -1));
  columns.coded(
    Array.from(track.status, (status, row) =>
      [status, track.modality[row], track.possible[row], track.hasValue[row]].join(' '),
    ),
  );
  writeKnownFrom(ints, track);
  writeKnownUntil(ints, track);
  ints.days(track.dateFrom, picked(days, Int32Array.from(track.statement), NO_DAY));
  ints.days(track.dateUntil, shifted(track.dateFrom));
  ints.days(track.dueOn, track.dateFrom);
}

export function readTrack(
  columns: ColumnReader,
  slots: Int32Array,
  statementCount: number,
  beside: EventColumns,
  events: () => readonly PackEvent[],
  /** Last day covered of a slot's topic, or `NO_DAY`. */
  coveredThrough: (slot: number) => number,
): PackTrack {
  const { ints } = columns;
  const slotStart = startsOf(ints.counts(slots.length));
  const rows = at(slotStart, slots.length);
  const saidIn = ints.counts(slots.length);
  const deciding = readDeciding(ints, slots, saidIn, statementCount, beside);

  const days = picked(beside.days, deciding, NO_DAY);
  const values = columns.coded<Value | null>(statementCount);
  const known = ints.days(statementCount, picked(beside.known, deciding, NO_DAY));
  const from = columns.dateTexts(days);
  const until = columns.dateTexts(days);
  const late = ints.distances(known.map((day, i) => lateBy(day, at(days, i))));
  const statements = lazyList(statementCount, (i): PackStatement => {
    const event = at(deciding, i);
    const [begins, ends] = [from(i), until(i)];
    return {
      value: values(i),
      event,
      from: begins === AS_EVENT ? (events()[event]?.from ?? null) : begins,
      until: ends === AS_EVENT ? (events()[event]?.until ?? null) : ends,
      known: at(known, i),
      retroactiveDays: at(late, i) < 0 ? null : at(late, i),
    };
  });

  const statement = readNewest(ints.counts(rows));
  const event = ints.distances(picked(deciding, statement, -1));
  const [status, modality, possible, hasValue] = readCodes(columns, rows);
  const knownFrom = readKnownFrom(ints, statement, known);
  const knownUntil = readKnownUntil(ints, slotStart, knownFrom);
  const dateFrom = ints.days(rows, picked(days, statement, NO_DAY));
  const dateUntil = ints.days(rows, shifted(dateFrom));
  const dueOn = ints.days(rows, dateFrom);
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
    coveredThrough: slots.map(coveredThrough),
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
  for (let i = 1; i < column.length; i++) next[i - 1] = at(column, i);
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

/** The event of each statement, as how far on it stands among those that speak of the slot; 0 and its number where it does not. */
function writeDeciding(ints: IntWriter, track: PackTrack, saidIn: Column, beside: EventColumns): void {
  const spoken = eventsOfSlots(beside);
  let said = 0;
  for (let i = 0; i < saidIn.length; i++) {
    const list = spoken.get(at(track.slots, i)) ?? [];
    const places = new Map(list.map((event, place) => [event, place]));
    let place = -1;
    for (const end = said + at(saidIn, i); said < end; said++) {
      const { event } = track.statements[said] as PackStatement;
      const found = places.get(event);
      ints.count(found === undefined ? 0 : 1 + folded(found - place - 1));
      if (found === undefined) ints.count(event + 1);
      else place = found;
    }
  }
}

function readDeciding(
  ints: IntReader,
  slots: Int32Array,
  saidIn: Int32Array,
  count: number,
  beside: EventColumns,
): Int32Array {
  const spoken = eventsOfSlots(beside);
  const deciding = new Int32Array(count);
  let said = 0;
  for (let i = 0; i < slots.length; i++) {
    const list = spoken.get(at(slots, i)) ?? [];
    let place = -1;
    for (const end = said + at(saidIn, i); said < end; said++) {
      const code = ints.count();
      if (code > 0) place += 1 + unfolded(code - 1);
      deciding[said] = code === 0 ? ints.count() - 1 : (list[place] ?? -1);
    }
  }
  return deciding;
}

/** Statements in order of first use: 0 for none, 1 for the next new one, else how far back. */
function writeNewest(ints: IntWriter, statement: Column): void {
  let newest = -1;
  for (let row = 0; row < statement.length; row++) {
    const one = at(statement, row);
    ints.count(one < 0 ? 0 : one > newest ? 1 : 2 + newest - one);
    newest = Math.max(newest, one);
  }
}

/** In place of the codes. */
function readNewest(codes: Int32Array): Int32Array {
  let newest = -1;
  for (let row = 0; row < codes.length; row++) {
    const code = at(codes, row);
    if (code === 1) codes[row] = ++newest;
    else codes[row] = code === 0 ? -1 : newest + 2 - code;
  }
  return codes;
}

/** 0: as in the row before; else a day beside that on which the next new statement became known. */
function writeKnownFrom(ints: IntWriter, { knownFrom, statement, statements }: PackTrack): void {
  let newest = -1;
  for (let row = 0; row < knownFrom.length; row++) {
    if (knownFrom[row] === knownFrom[row - 1]) ints.count(0);
    else {
      ints.count(1);
      ints.day(at(knownFrom, row), statements[newest + 1]?.known ?? 0);
    }
    newest = Math.max(newest, at(statement, row));
  }
}

function readKnownFrom(ints: IntReader, statement: Int32Array, known: Int32Array): Int32Array {
  const knownFrom = new Int32Array(statement.length);
  let newest = -1;
  for (let row = 0; row < statement.length; row++) {
    knownFrom[row] = ints.count() === 0 ? at(knownFrom, row - 1) : ints.day(known[newest + 1] ?? 0);
    newest = Math.max(newest, at(statement, row));
  }
  return knownFrom;
}

/** A row stops being known where others of the slot begin: 0 for never, 1 and a day for any other, else the place among the later beginnings. */
function writeKnownUntil(ints: IntWriter, { slotStart, knownFrom, knownUntil }: PackTrack): void {
  for (let slot = 0; slot + 1 < slotStart.length; slot++) {
    const days = beginningsOf(knownFrom, at(slotStart, slot), at(slotStart, slot + 1));
    const places = new Map(days.map((day, place) => [day, place]));
    for (let row = at(slotStart, slot); row < at(slotStart, slot + 1); row++) {
      const until = at(knownUntil, row);
      const found = places.get(until);
      const own = places.get(at(knownFrom, row)) as number;
      if (until === OPEN) ints.count(0);
      else if (found === undefined || found <= own) {
        ints.count(1);
        ints.day(until, 0);
      } else ints.count(1 + found - own);
    }
  }
}

function readKnownUntil(ints: IntReader, slotStart: Int32Array, knownFrom: Int32Array): Int32Array {
  const knownUntil = new Int32Array(knownFrom.length);
  for (let slot = 0; slot + 1 < slotStart.length; slot++) {
    const days = beginningsOf(knownFrom, at(slotStart, slot), at(slotStart, slot + 1));
    let own = 0;
    for (let row = at(slotStart, slot); row < at(slotStart, slot + 1); row++) {
      while (days[own] !== knownFrom[row]) own++;
      const code = ints.count();
      knownUntil[row] = code === 0 ? OPEN : code === 1 ? ints.day(0) : (days[own + code - 1] as number);
    }
  }
  return knownUntil;
}

/** Rows of a slot come in order of `knownFrom`. */
function beginningsOf(knownFrom: Column, start: number, end: number): number[] {
  const days: number[] = [];
  for (let row = start; row < end; row++)
    if (row === start || knownFrom[row] !== knownFrom[row - 1]) days.push(at(knownFrom, row));
  return days;
}

function readCodes(columns: ColumnReader, rows: number) {
  const parts = columns.nextWords<string>().map((codes) => codes.split(' ').map(Number));
  const codes = columns.ints.counts(rows);
  const part = (place: number): Uint8Array => {
    const by = parts.map((codes) => codes[place] as number);
    const out = new Uint8Array(rows);
    for (let row = 0; row < rows; row++) out[row] = at(by, at(codes, row));
    return out;
  };
  return [part(0), part(1), part(2), part(3)] as const;
}
