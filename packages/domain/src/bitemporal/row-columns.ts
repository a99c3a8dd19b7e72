import type { Day } from '../calendar/civil-day.js';
import { MODALITIES, type Modality } from '../events/envelope.js';
import type { DayCodes, DayColumn, NO_DAY } from './day-codes.js';
import type { Certainty } from './status.js';

/** Rectangles in columns: what the server scans, and what the browser folds, with the same code. 16 bytes a row where days are near. */
export interface RowColumns {
  /** How the five columns of days are written. */
  readonly days: DayCodes;
  readonly dateFrom: DayColumn;
  readonly dateUntil: DayColumn;
  readonly knownFrom: DayColumn;
  readonly knownUntil: DayColumn;
  /** Day of the scheduled change that began the stretch, or `NO_DAY`. */
  readonly dueOn: DayColumn;
  /** Code of the statement that decides and of the event through which it does, or -1; see `DecidingCodes`. */
  readonly deciding: Int32Array;
  /** Status, modality, certainty and whether a value applies, see `traitsOf`. */
  readonly traits: Uint16Array;
}

/**
 * A slot of which appends have rewritten some rows. The others stay where they are, so an append writes only what changes.
 * In the directory its start equals its end, which no other slot has, and differs from that of every other version.
 */
export interface PatchedSlot {
  /** Its rows, in pairs `[from, until)`. */
  readonly runs: Int32Array;
  /** The range in which all of its rows once lay. */
  readonly base: readonly [start: number, end: number];
  /** Its rows that lie outside of that range. */
  readonly others: Int32Array;
}

export interface ReadingColumns extends RowColumns {
  /** The rows of slot i are `[slotStart[i], slotEnd[i])`, in order of (knownFrom, dateFrom); see `eachRow` for patched ones. */
  readonly slotStart: Int32Array;
  readonly slotEnd: Int32Array;
  /** Slots of which appends have rewritten a part, by number. Their start equals their end. */
  readonly patched?: ReadonlyMap<number, PatchedSlot>;
  /** Last day covered of each slot's topic, or `NO_DAY`. */
  readonly coveredThrough: Int32Array;
}

export const dateFromAt = ({ days, dateFrom }: RowColumns, row: number): Day =>
  days.dayOf(dateFrom[row] as number);
export const dateUntilAt = ({ days, dateUntil }: RowColumns, row: number): Day =>
  days.dayOf(dateUntil[row] as number);
export const knownFromAt = ({ days, knownFrom }: RowColumns, row: number): Day =>
  days.dayOf(knownFrom[row] as number);
export const knownUntilAt = ({ days, knownUntil }: RowColumns, row: number): Day =>
  days.dayOf(knownUntil[row] as number);
export const dueOnAt = ({ days, dueOn }: RowColumns, row: number): Day | typeof NO_DAY =>
  days.dayOrNone(dueOn[row] as number);

/** Bits of `traits`: room for 16 statuses and as many modalities. */
const MODALITY = 4;
const POSSIBLE = 1 << 8;
const HAS_VALUE = 1 << 9;

export interface Traits {
  /** Index into STATUSES. */
  readonly status: number;
  /** Index into MODALITIES. */
  readonly modality: number;
  readonly isPossible: boolean;
  /** The statement's value applies, or is planned. */
  readonly hasValue: boolean;
}
export const traitsOf = ({ status, modality, isPossible, hasValue }: Traits): number =>
  status | (modality << MODALITY) | (isPossible ? POSSIBLE : 0) | (hasValue ? HAS_VALUE : 0);

/** The bits of `traits` that are an index into STATUSES. */
export const STATUS_BITS = 0xf;
export const statusCodeAt = ({ traits }: { readonly traits: ArrayLike<number> }, row: number): number =>
  (traits[row] as number) & STATUS_BITS;
/** Index into MODALITIES. */
export const modalityCodeAt = ({ traits }: RowColumns, row: number): number =>
  ((traits[row] as number) >> MODALITY) & 0xf;
export const modalityAt = (columns: RowColumns, row: number): Modality =>
  MODALITIES[modalityCodeAt(columns, row)] as Modality;
export const certaintyAt = ({ traits }: RowColumns, row: number): Certainty =>
  ((traits[row] as number) & POSSIBLE) === 0 ? 'CERTAIN' : 'POSSIBLE';
export const hasValueAt = ({ traits }: { readonly traits: ArrayLike<number> }, row: number): boolean =>
  ((traits[row] as number) & HAS_VALUE) !== 0;

/** Two rows that give one answer: rectangles are split where only a neighbour changes. */
export const sameRow = ({ deciding, traits, dueOn }: RowColumns, a: number, b: number): boolean =>
  deciding[a] === deciding[b] && traits[a] === traits[b] && dueOn[a] === dueOn[b];
