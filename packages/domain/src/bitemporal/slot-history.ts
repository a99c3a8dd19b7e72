import type { Day } from '../calendar/civil-day.js';
import type { SlotId } from '../events/envelope.js';
import { type Answer, type Answered, answerAt, type PlacedSlot, placeSlot } from './answer.js';
import { EVER, OPEN, type PlacedRevocation, type PlacedStatement, type Reading } from './lens.js';
import type { Revocation, Statement } from './statement.js';

/** Everything said about one slot, accounts that do not project kept apart. */
export interface Slot {
  readonly id: SlotId;
  readonly statements: readonly Statement[];
  readonly revocations: readonly Revocation[];
  /** What displaced accounts of a fact say of this slot; see `conflicts`. */
  readonly silenced: readonly Statement[];
}

/**
 * A rectangle of the slot's map: one answer for every date in `[dateFrom, dateUntil)` as known on every day in
 * `[knownFrom, knownUntil)`. `dueOn`: the stretch began by a change that had been scheduled for that day.
 */
export interface Rectangle {
  readonly dateFrom: Day;
  readonly dateUntil: Day;
  readonly knownFrom: Day;
  readonly knownUntil: Day;
  readonly answer: Answer;
  readonly dueOn: Day | null;
}

/**
 * The slot as non-overlapping rectangles that cover the whole plane, in order of (knownFrom, dateFrom).
 * Cost: edges on both axes times the slot's statements; slots are small, and only touched ones are redone.
 */
export function rectanglesOf(slot: Slot, reading: Reading): readonly Rectangle[] {
  const placed = placeSlot(slot.statements, slot.revocations, reading);
  const dates = dateEdges(slot, placed);
  const knowns = knownEdges(slot, placed);
  const done: Rectangle[] = [];
  let open: Rectangle[] = [];
  knowns.forEach((knownFrom, i) => {
    const row = rowAt(placed, dates, knownFrom, knowns[i + 1] ?? OPEN);
    const same = row.length === open.length && row.every((r, j) => sameStretch(r, open[j] as Rectangle));
    if (same) {
      open = open.map((r, j) => ({ ...r, knownUntil: (row[j] as Rectangle).knownUntil }));
    } else {
      done.push(...open);
      open = row;
    }
  });
  return [...done, ...open];
}

/** One knowledge state: the stretches of the date axis with equal answers. */
function rowAt(placed: PlacedSlot, dates: readonly Day[], knownFrom: Day, knownUntil: Day): Rectangle[] {
  const row: Rectangle[] = [];
  let before: Answered | undefined;
  dates.forEach((date, i) => {
    const here = answerAt(placed, date, knownFrom);
    const last = row.at(-1);
    const dueOn = dueDay(before, here, date, placed, last?.dueOn ?? null);
    const stretch = {
      dateFrom: date,
      dateUntil: dates[i + 1] ?? OPEN,
      knownFrom,
      knownUntil,
      answer: here.answer,
      dueOn,
    };
    if (last && sameAnswer(last.answer, here.answer) && last.dueOn === dueOn)
      row[row.length - 1] = { ...last, dateUntil: stretch.dateUntil };
    else row.push(stretch);
    before = here;
  });
  return row;
}

/** The day of the scheduled change that began this stretch: announced before it fell due. Kept while the decision stays the same. */
function dueDay(
  before: Answered | undefined,
  here: Answered,
  date: Day,
  placed: PlacedSlot,
  current: Day | null,
): Day | null {
  const [was, is] = [before?.resolution.winner, here.resolution.winner];
  if (before === undefined || was?.statement === is?.statement) return current;
  if (is !== undefined && is.from === date) return is.known < date ? date : null;
  if (was !== undefined && was.until === date) return was.known < date ? date : null;
  const revocation = placed.revocations.find((r) => r.from === date || r.until === date);
  return revocation !== undefined && revocation.known < date ? date : null;
}

const sameAnswer = (a: Answer, b: Answer): boolean =>
  a.status === b.status && a.statement === b.statement && a.certainty === b.certainty && a.event === b.event;
const sameStretch = (a: Rectangle, b: Rectangle): boolean =>
  a.dateFrom === b.dateFrom &&
  a.dateUntil === b.dateUntil &&
  a.dueOn === b.dueOn &&
  sameAnswer(a.answer, b.answer);

function dateEdges(slot: Slot, placed: PlacedSlot): Day[] {
  const windows = [...slot.statements, ...slot.revocations]
    .flatMap(({ from, until }) => [from, until])
    .filter((w) => w !== null);
  return sorted([
    EVER,
    ...windows.flatMap((w) => [w.earliest, w.nominal, w.latest]),
    ...everyPlaced(placed).flatMap((p) => [p.from, p.until]),
  ]);
}

function knownEdges(slot: Slot, placed: PlacedSlot): Day[] {
  const windows = [...slot.statements, ...slot.revocations].map(({ known }) => known);
  return sorted([
    EVER,
    ...windows.flatMap((w) => [w.earliest, w.nominal, w.latest, w.documented]),
    ...placed.soft.map((s) => s.from),
  ]);
}

function everyPlaced(placed: PlacedSlot): readonly (PlacedStatement | PlacedRevocation)[] {
  return [...placed.firm, ...placed.soft, ...placed.revocations, ...placed.softRevocations];
}

const sorted = (days: readonly Day[]): Day[] =>
  [...new Set(days)].filter((day) => day < OPEN).sort((a, b) => a - b);
