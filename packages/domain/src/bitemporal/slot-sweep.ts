import type { Day } from '../calendar/civil-day.js';
import {
  type Answer,
  answerAt,
  decidedAnswer,
  mayExplain,
  type PlacedSlot,
  placeSlot,
  softDay,
} from './answer.js';
import { Journal } from './journal.js';
import { appendTo, countUpTo, insertByAuthority, insertDay, KnownPlacement } from './known-placement.js';
import {
  EVER,
  isExactRevocation,
  isExactStatement,
  OPEN,
  type PlacedRevocation,
  type PlacedStatement,
  type Reading,
} from './lens.js';
import { inOneGo, type Slices } from './slices.js';
import type { Revocation, Statement } from './statement.js';

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

/** What a stretch of the date axis answers, and the statement that decides there. */
interface Decided {
  readonly answer: Answer;
  readonly winner: PlacedStatement | undefined;
}
interface Stretch {
  readonly from: Day;
  until: Day;
  readonly knownFrom: Day;
  here: Decided;
  readonly due: Day | null;
}
/** What is heard on one day of knowledge. */
interface Heard {
  statements: (readonly [KnownPlacement, PlacedStatement])[];
  revocations: (readonly [KnownPlacement, PlacedRevocation])[];
  soft: PlacedStatement[];
  softRevocations: PlacedRevocation[];
  /** Something is heard, or falls due, that may explain why nothing holds. */
  explains: boolean;
}
/** So many days of knowledge are heard between two stops. */
const DAYS_PER_SLICE = 16;

/** What is said of a slot, in order. */
export interface Said {
  readonly statements: readonly Statement[];
  readonly revocations: readonly Revocation[];
}
/** What differs from the rectangles before: knowledge was heard again from a day on. */
export interface Reheard {
  /** Rectangles known from an earlier day stay as they are, but for the day on which they close. */
  readonly since: Day;
  /** Those of them still there on that day and closed on it or later, by the date on which they begin; the others stay open. */
  readonly closes: ReadonlyMap<Day, Day>;
  /** Those known from that day or later. */
  readonly rectangles: readonly Rectangle[];
}

/**
 * Walks the days of knowledge of one slot and keeps the row of stretches as known so far. What is heard on a day is
 * asked again only where it can tell, so the cost grows with the changes and not with the square of what was said.
 * A sweep that is kept takes back its newest days and hears them again with what has been said since (`become`).
 */
export class SlotSweep {
  readonly #journal = new Journal();
  readonly #main = new KnownPlacement(this.#journal);
  /** Windows of days that nobody states exactly, as shades; the certain and the possible reading. Empty where all days are exact. */
  readonly #windows: KnownPlacement | undefined;
  readonly #extremes: readonly KnownPlacement[];
  readonly #soft: PlacedStatement[] = [];
  readonly #softRevocations = new KnownPlacement(this.#journal);
  readonly #agenda = new Map<Day, Heard>();
  /** The days of the agenda, ascending. */
  #days: Day[] = [];

  readonly #edges: Day[] = [];
  readonly #starts = new DayLists(this.#journal);
  readonly #ends = new DayLists(this.#journal);
  readonly #open: PlacedStatement[] = [];
  readonly #revocationEdges = new Map<Day, PlacedRevocation[]>();
  /** Statements that a revocation aims at, in order of authority; those it cuts short by the day of the cut. */
  readonly #aimedAt: PlacedStatement[] = [];
  readonly #cuts = new DayLists(this.#journal);

  #row: Stretch[] = [];
  readonly #silent = new Set<Stretch>();

  #said: Said;
  /** The day from which on this run hears, and what it has closed. */
  #since: Day = EVER;
  #closes = new Map<Day, Day>();
  #closed: Rectangle[] = [];

  constructor(
    said: Said,
    private readonly reading: Reading,
  ) {
    this.#said = said;
    const exact = isExact(said);
    this.#windows = exact ? undefined : new KnownPlacement(this.#journal);
    this.#extremes = exact ? [] : [new KnownPlacement(this.#journal), new KnownPlacement(this.#journal)];
    this.#tell(said, (day, explains) => this.#onDay(day, explains));
    this.#days = [...this.#agenda.keys()].sort((a, b) => a - b);
  }

  /** All rectangles. `keptDays`: so many of the newest days can be taken back by `become`. */
  run(keptDays = 0): Rectangle[] {
    return inOneGo(this.inSlices(keptDays));
  }

  *inSlices(keptDays: number): Slices<Rectangle[]> {
    this.#begin(EVER, [
      { from: EVER, until: OPEN, knownFrom: EVER, here: this.#decide(EVER, EVER), due: null },
    ]);
    return yield* this.#hearFrom(0, this.#days.length - keptDays);
  }

  /**
   * The rectangles of what is said now, told by what differs from those before. Cost: what differs, where it concerns the newest
   * days of knowledge. Null where it does not, or where the first day comes that is not exact; the sweep stays as it was.
   */
  become(said: Said): Reheard | null {
    const before = this.#said;
    const statements = commonLength(before.statements, said.statements);
    const revocations = commonLength(before.revocations, said.revocations);
    const gone = from(before, statements, revocations);
    const added = from(said, statements, revocations);
    if (this.#windows === undefined && !isExact(added)) return null;
    const since = Math.min(...this.#daysOf(gone), ...this.#daysOf(added), OPEN) as Day;
    if (since === OPEN) {
      this.#said = said;
      return { since, closes: new Map(), rectangles: [] };
    }
    if (!this.#journal.rewind(since)) return null;
    this.#said = said;
    this.#forget(gone);
    this.#tell(added, (day, explains) => {
      const at = countUpTo(this.#days, day);
      if (this.#days[at - 1] !== day) this.#days.splice(at, 0, day);
      return this.#onDay(day, explains);
    });
    this.#since = since;
    const rectangles = inOneGo(this.#hearFrom(countUpTo(this.#days, (since - 1) as Day), 0));
    return { since, closes: this.#closes, rectangles };
  }

  /** Hears the days of the agenda from a place on, those from the place `kept` on so that they can be taken back. */
  *#hearFrom(place: number, kept: number): Slices<Rectangle[]> {
    this.#closes = new Map();
    this.#closed = [];
    for (let i = place; i < this.#days.length; i++) {
      const day = this.#days[i] as Day;
      this.#journal.begin(day, i >= kept);
      this.#hear(day, this.#agenda.get(day) as Heard);
      if (i % DAYS_PER_SLICE === 0) yield;
    }
    for (const stretch of this.#row) if (stretch.knownFrom >= this.#since) this.#emit(stretch, OPEN);
    const rectangles = this.#closed;
    this.#closed = [];
    return rectangles;
  }

  #onDay(day: Day, explains: boolean): Heard {
    const known = this.#agenda.get(day);
    if (known) {
      known.explains ||= explains;
      return known;
    }
    const heard = nothingHeard(explains);
    this.#agenda.set(day, heard);
    return heard;
  }

  /** Puts what is said where it is heard: `on` gives the agenda of a day. */
  #tell({ statements, revocations }: Said, on: (day: Day, explains: boolean) => Heard): void {
    const placed = placeSlot(statements, revocations, this.reading, this.#windows === undefined);
    for (const s of placed.firm) on(s.known, true).statements.push([this.#main, s]);
    for (const r of placed.revocations) on(r.known, true).revocations.push([this.#main, r]);
    for (const s of placed.soft) {
      on(s.known, true).soft.push(s);
      // A plan whose day comes without word of it is no longer a plan.
      if (s.from > s.known) on(s.from, true);
    }
    for (const r of placed.softRevocations) on(r.known, true).softRevocations.push(r);
    const windows = this.#windows;
    if (!windows) return;
    for (const s of placed.firm) {
      if (s.shade || s.statement.dateOpen) continue;
      for (const w of [s.statement.from, s.statement.until]) {
        if (w !== null && w.earliest < w.latest) {
          const window = { ...s, from: w.earliest, until: w.latest, shade: true };
          on(s.statement.known.earliest, false).statements.push([windows, window]);
        }
      }
    }
    for (const r of placed.revocations) on(r.known, false).revocations.push([windows, r]);
    placed.extremes.forEach(({ firm, revocations }, i) => {
      const extreme = this.#extremes[i] as KnownPlacement;
      for (const s of firm) on(s.known, false).statements.push([extreme, s]);
      for (const r of revocations) on(r.known, false).revocations.push([extreme, r]);
    });
  }

  /** The days on which it is heard. */
  #daysOf(said: Said): Set<Day> {
    const days = new Set<Day>();
    if (said.statements.length + said.revocations.length === 0) return days;
    const elsewhere = nothingHeard(false);
    this.#tell(said, (day) => {
      days.add(day);
      return elsewhere;
    });
    return days;
  }

  /** Strikes what is no longer said off the agenda; its days have been taken back. */
  #forget(gone: Said): void {
    const statements = new Set(gone.statements);
    const revocations = new Set(gone.revocations);
    for (const day of this.#daysOf(gone)) {
      const heard = this.#agenda.get(day) as Heard;
      heard.statements = heard.statements.filter(([, s]) => !statements.has(s.statement));
      heard.revocations = heard.revocations.filter(([, r]) => !revocations.has(r.revocation));
      heard.soft = heard.soft.filter((s) => !statements.has(s.statement));
      heard.softRevocations = heard.softRevocations.filter((r) => !revocations.has(r.revocation));
    }
  }

  #hear(day: Day, heard: Heard): void {
    for (const [placement, s] of heard.statements) this.#add(placement, s);
    for (const [placement, r] of heard.revocations) {
      placement.addRevocation(r);
      this.#mark(r.from, r.until);
      if (placement !== this.#main) continue;
      for (const edge of [r.from, r.until]) appendTo(this.#revocationEdges, edge, r, this.#journal);
      for (const s of placement.statementsOf(r.revocation.targetFact)) this.#aim(r, s);
    }
    for (const s of heard.soft) {
      insertByAuthority(this.#soft, s, this.#journal);
      this.#mark(s.from, s.until);
    }
    for (const r of heard.softRevocations) {
      this.#softRevocations.addRevocation(r);
      this.#mark(r.from, r.until);
    }

    const dirty: [Day, Day][] = [];
    for (const [placement, s] of heard.statements) {
      const reach = placement.reachOf(s);
      if (reach) dirty.push([reach[0], reach[1]]);
    }
    for (const [placement, r] of heard.revocations)
      for (const [from, until] of placement.reachOfRevocation(r)) dirty.push([from, until]);
    // Where nothing decides, anything said may be what explains it.
    if (heard.explains) for (const { from, until } of this.#silent) dirty.push([from, until]);
    for (const [from, until] of merged(dirty)) this.#ask(from, until, day);
  }

  #add(placement: KnownPlacement, s: PlacedStatement): void {
    placement.add(s);
    this.#mark(s.from, s.until);
    if (placement !== this.#main || s.shade || s.statement.value === null) return;
    for (const r of placement.revocationsOf(s.statement.fact)) this.#aim(r, s);
    if (s.statement.dateOpen) {
      this.#open.push(s);
      this.#journal.writing?.push(() => this.#open.pop());
    } else {
      this.#starts.add(s.from, s);
      if (s.statement.until !== null) this.#ends.add(s.until, s);
    }
  }

  #aim(r: PlacedRevocation, s: PlacedStatement): void {
    if (s.shade || s.statement.value === null) return;
    if (!this.#aimedAt.includes(s)) insertByAuthority(this.#aimedAt, s, this.#journal);
    if (r.from > s.from && !s.statement.dateOpen) this.#cuts.add(r.from, s);
  }

  #mark(from: Day, until: Day): void {
    insertDay(this.#edges, from, this.#journal);
    insertDay(this.#edges, until, this.#journal);
  }

  /** Asks `[from, until)` again as known on `day`, closes the stretches that changed and opens those that took their place. */
  #ask(from: Day, until: Day, day: Day): void {
    const row = this.#row;
    let first = stretchAt(row, from);
    if ((row[first] as Stretch).from === from && first > 0) first--;
    const fresh: Stretch[] = [];
    const push = (start: Day, end: Day, here: Decided): void => {
      const last = fresh.at(-1) ?? row[first - 1];
      const due = last ? this.#dueDay(last, here, start) : null;
      if (last && last === fresh.at(-1) && last.due === due && sameAnswer(last.here.answer, here.answer)) {
        last.until = end;
        last.here = here;
      } else fresh.push({ from: start, until: end, knownFrom: day, here, due });
    };
    let next = first;
    for (; next < row.length && (row[next] as Stretch).until <= from; next++)
      fresh.push({ ...(row[next] as Stretch), knownFrom: day });
    const cut = row[next] as Stretch;
    if (cut.from < from) fresh.push({ ...cut, until: from, knownFrom: day });

    let start = from;
    for (let i = countUpTo(this.#edges, from); start < until; i++) {
      const edge = this.#edges[i] ?? OPEN;
      const end = edge < until ? edge : until;
      push(start, end, this.#decide(start, day));
      start = end;
    }
    for (; next < row.length && (row[next] as Stretch).from < until; next++) {
      const old = row[next] as Stretch;
      if (old.until > until) push(until, old.until, old.here);
    }
    // A changed stretch may change the due day of the one after it, and so on.
    for (; next < row.length; next++) {
      const old = row[next] as Stretch;
      const last = fresh.at(-1) as Stretch;
      const due = this.#dueDay(last, old.here, old.from);
      if (due === old.due && !(due === last.due && sameAnswer(last.here.answer, old.here.answer))) break;
      push(old.from, old.until, old.here);
    }
    this.#replace(first, next, fresh, day);
  }

  #replace(first: number, next: number, fresh: Stretch[], day: Day): void {
    const old = this.#row.slice(first, next);
    let f = 0;
    for (const stretch of old) {
      while (f < fresh.length && (fresh[f] as Stretch).from < stretch.from) f++;
      const same = fresh[f];
      if (
        same &&
        same.from === stretch.from &&
        same.until === stretch.until &&
        same.due === stretch.due &&
        sameAnswer(same.here.answer, stretch.here.answer)
      ) {
        const was = stretch.here;
        stretch.here = same.here;
        this.#journal.writing?.push(() => {
          stretch.here = was;
        });
        fresh[f] = stretch;
      } else this.#close(stretch, day);
    }
    this.#begin(day, fresh, first, next - first);
  }

  #begin(day: Day, stretches: readonly Stretch[], at = 0, instead = 0): void {
    const old = this.#row.splice(at, instead, ...stretches);
    this.#journal.writing?.push(() => this.#row.splice(at, stretches.length, ...old));
    for (const stretch of stretches) {
      if (stretch.knownFrom !== day || stretch.here.winner !== undefined || this.#silent.has(stretch))
        continue;
      this.#silent.add(stretch);
      this.#journal.writing?.push(() => this.#silent.delete(stretch));
    }
  }

  #close(stretch: Stretch, day: Day): void {
    if (this.#silent.delete(stretch)) this.#journal.writing?.push(() => this.#silent.add(stretch));
    if (stretch.knownFrom < this.#since) this.#closes.set(stretch.from, day);
    else this.#emit(stretch, day);
  }

  #emit(stretch: Stretch, knownUntil: Day): void {
    if (stretch.knownFrom < knownUntil)
      this.#closed.push({
        dateFrom: stretch.from,
        dateUntil: stretch.until,
        knownFrom: stretch.knownFrom,
        knownUntil,
        answer: stretch.here.answer,
        dueOn: stretch.due,
      });
  }

  #decide(date: Day, knownAt: Day): Decided {
    const winner = this.#main.winnerAt(date);
    const possible =
      this.#windows?.winnerAt(date) !== undefined ||
      this.#extremes.some((extreme) => extreme.winnerAt(date)?.statement !== winner?.statement);
    const certainty = possible ? 'POSSIBLE' : 'CERTAIN';
    if (winner) return { winner, answer: decidedAnswer(winner.statement, certainty) };
    return { winner, answer: { ...answerAt(this.#aroundSilence(date), date, knownAt).answer, certainty } };
  }

  /** The statements that can explain why nothing holds, in the order in which `answerAt` looks for them. */
  #aroundSilence(date: Day): PlacedSlot {
    const main = this.#main;
    const stands = (s: PlacedStatement): boolean => main.isLive(s, s.from);
    const coming = this.#starts.after(date, stands);
    if (coming.some(stands)) return this.#only(coming);
    if (this.#open.some((s) => main.isLive(s, date))) return this.#only(this.#open);
    const ends = this.#ends.upTo(date, stands);
    const cuts = this.#cuts.upTo(date, (s, day) => main.revocationAt(s, date)?.from === day);
    if (ends.some(stands) || cuts.some((s) => isCut(s, main.revocationAt(s, date))))
      return this.#only([...ends, ...cuts]);
    const calledOff = this.#aimedAt.findLast((s) => (main.revocationAt(s, s.from)?.known ?? OPEN) < s.from);
    if (calledOff) return this.#only([calledOff]);
    const soft = this.#soft.findLast(
      (s) => mayExplain(s, date) && this.#softRevocations.revocationAt(s, softDay(s, date)) === undefined,
    );
    return this.#only([], soft);
  }

  #only(firm: readonly PlacedStatement[], soft?: PlacedStatement): PlacedSlot {
    return {
      firm: [...new Set(firm)],
      soft: soft ? [soft] : [],
      revocations: this.#main.revocationsAround(firm.map((s) => s.statement.fact)),
      softRevocations: soft ? this.#softRevocations.revocationsAround([soft.statement.fact]) : [],
      extremes: [],
    };
  }

  /** The day of the scheduled change that began this stretch: announced before it fell due. Kept while the decision stays the same. */
  #dueDay(before: Stretch, here: Decided, date: Day): Day | null {
    const [was, is] = [before.here.winner, here.winner];
    if (was?.statement === is?.statement) return before.due;
    if (is !== undefined && is.from === date) return is.known < date ? date : null;
    if (was !== undefined && was.until === date) return was.known < date ? date : null;
    return this.#revocationEdges.get(date)?.some(({ known }) => known < date) ? date : null;
  }
}

type Stands = (s: PlacedStatement, day: Day) => boolean;

/** Ended by a revocation after it had begun. */
const isCut = (s: PlacedStatement, by: PlacedRevocation | undefined): boolean =>
  by !== undefined && by.from > s.from;

/** Statements by a day of theirs, to be walked from a date until one of a day stands. */
class DayLists {
  readonly #days: Day[] = [];
  readonly #on = new Map<Day, PlacedStatement[]>();

  constructor(private readonly journal: Journal) {}

  add(day: Day, s: PlacedStatement): void {
    if (!this.#on.has(day)) insertDay(this.#days, day, this.journal);
    appendTo(this.#on, day, s, this.journal);
  }
  after(date: Day, stands: Stands): PlacedStatement[] {
    return this.#walk(countUpTo(this.#days, date), 1, stands);
  }
  upTo(date: Day, stands: Stands): PlacedStatement[] {
    return this.#walk(countUpTo(this.#days, date) - 1, -1, stands);
  }
  #walk(start: number, direction: 1 | -1, stands: Stands): PlacedStatement[] {
    const found: PlacedStatement[] = [];
    for (let i = start; i >= 0 && i < this.#days.length; i += direction) {
      const day = this.#days[i] as Day;
      const list = this.#on.get(day) as PlacedStatement[];
      found.push(...list);
      if (list.some((s) => stands(s, day))) break;
    }
    return found;
  }
}

/** Sorted, and those that touch put together. */
function merged(ranges: [Day, Day][]): [Day, Day][] {
  const whole: [Day, Day][] = [];
  for (const [from, until] of ranges.filter(([a, b]) => a < b).sort((a, b) => a[0] - b[0])) {
    const last = whole.at(-1);
    if (last && from <= last[1]) last[1] = until > last[1] ? until : last[1];
    else whole.push([from, until]);
  }
  return whole;
}

const nothingHeard = (explains: boolean): Heard => ({
  statements: [],
  revocations: [],
  soft: [],
  softRevocations: [],
  explains,
});

const isExact = ({ statements, revocations }: Said): boolean =>
  statements.every(isExactStatement) && revocations.every(isExactRevocation);

/** How much two lists begin alike. */
function commonLength(a: readonly unknown[], b: readonly unknown[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

/** What is said from the given places on. */
const from = ({ statements, revocations }: Said, statement: number, revocation: number): Said => ({
  statements: statements.slice(statement),
  revocations: revocations.slice(revocation),
});

function stretchAt(row: readonly Stretch[], date: Day): number {
  let [low, high] = [0, row.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((row[middle] as Stretch).from <= date) low = middle;
    else high = middle - 1;
  }
  return low;
}

export const sameAnswer = (a: Answer, b: Answer): boolean =>
  a.status === b.status && a.statement === b.statement && a.certainty === b.certainty && a.event === b.event;
