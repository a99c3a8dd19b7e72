import type { Day } from '../calendar/civil-day.js';
import type { Answer } from './answer.js';
import { countUpTo } from './day-lists.js';
import type { Journal } from './journal.js';
import type { Decided, KnownSlot } from './known-slot.js';
import { EVER, OPEN } from './lens.js';
import { byDate, type Rectangle, type Reheard } from './rectangle.js';
import { PER_SLICE, type Slices } from './slices.js';

/** A stretch of the date axis with one answer, since the day on which that became known. */
interface Stretch {
  readonly from: Day;
  until: Day;
  readonly knownFrom: Day;
  here: Decided;
  readonly due: Day | null;
}

/** So many decisions are asked for between two stops; why nothing decides costs as much as some that do. */
const ASKED_PER_SLICE = 128;
const SILENCE_ASKED = 8;

/** The date axis of a slot as known so far, in stretches; those that change are given out as rectangles. */
export class Stretches {
  readonly #row: Stretch[] = [];
  readonly #silent = new Set<Stretch>();
  /** Since the last stop. */
  #asked = 0;
  /** The day from which on this run hears, and what it has closed. */
  #since: Day = EVER;
  #closes = new Map<Day, Day>();
  #closed = new Map<Day, Rectangle[]>();

  constructor(
    private readonly journal: Journal,
    private readonly known: KnownSlot,
  ) {}

  /** One stretch, of which nothing is known. */
  begin(): void {
    const here = this.known.decide(EVER, EVER);
    this.#place(EVER, [{ from: EVER, until: OPEN, knownFrom: EVER, here, due: null }]);
  }

  /** What is closed from now on is told as a difference from the rectangles known before `day`. */
  tellSince(day: Day): void {
    this.#since = day;
    this.#closes = new Map();
  }

  /** What has been told since, in order of (knownFrom, dateFrom). */
  *told(): Slices<Reheard> {
    for (const stretch of this.#row) if (stretch.knownFrom >= this.#since) this.#emit(stretch, OPEN);
    const byDay = this.#closed;
    this.#closed = new Map();
    const rectangles: Rectangle[] = [];
    let untilStop = PER_SLICE;
    for (const day of [...byDay.keys()].sort((a, b) => a - b)) {
      const known = byDay.get(day) as Rectangle[];
      // Most days have one or two, and sorting begins with room for the work.
      if (known.length > 1) known.sort(byDate);
      for (const rectangle of known) rectangles.push(rectangle);
      if (rectangles.length < untilStop) continue;
      untilStop = rectangles.length + PER_SLICE;
      yield;
    }
    return { since: this.#since, closes: this.#closes, rectangles };
  }

  /** The ranges where nothing decides. */
  *silent(): Generator<[Day, Day]> {
    for (const { from, until } of this.#silent) yield [from, until];
  }

  /** Asks `[from, until)` again as known on `day`, closes the stretches that changed and opens those that took their place. */
  *ask(from: Day, until: Day, day: Day): Slices<void> {
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

    const { edges } = this.known;
    let start = from;
    for (let i = countUpTo(edges, from); start < until; i++) {
      const edge = edges[i] ?? OPEN;
      const end = edge < until ? edge : until;
      const here = this.known.decide(start, day);
      push(start, end, here);
      start = end;
      this.#asked += here.winner === undefined ? SILENCE_ASKED : 1;
      if (this.#asked < ASKED_PER_SLICE) continue;
      this.#asked = 0;
      yield;
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
        this.journal.writing?.push(() => {
          stretch.here = was;
        });
        fresh[f] = stretch;
      } else this.#close(stretch, day);
    }
    this.#place(day, fresh, first, next - first);
  }

  #place(day: Day, stretches: readonly Stretch[], at = 0, instead = 0): void {
    const old = this.#row.splice(at, instead, ...stretches);
    this.journal.writing?.push(() => this.#row.splice(at, stretches.length, ...old));
    for (const stretch of stretches) {
      if (stretch.knownFrom !== day || stretch.here.winner !== undefined || this.#silent.has(stretch))
        continue;
      this.#silent.add(stretch);
      this.journal.writing?.push(() => this.#silent.delete(stretch));
    }
  }

  #close(stretch: Stretch, day: Day): void {
    if (this.#silent.delete(stretch)) this.journal.writing?.push(() => this.#silent.add(stretch));
    if (stretch.knownFrom < this.#since) this.#closes.set(stretch.from, day);
    else this.#emit(stretch, day);
  }

  #emit({ from, until, knownFrom, here, due }: Stretch, knownUntil: Day): void {
    if (knownFrom >= knownUntil) return;
    const rectangle: Rectangle = {
      dateFrom: from,
      dateUntil: until,
      knownFrom,
      knownUntil,
      answer: here.answer,
      dueOn: due,
    };
    const others = this.#closed.get(knownFrom);
    if (others) others.push(rectangle);
    else this.#closed.set(knownFrom, [rectangle]);
  }

  /** The day of the scheduled change that began this stretch: announced before it fell due. Kept while the decision stays the same. */
  #dueDay(before: Stretch, here: Decided, date: Day): Day | null {
    const [was, is] = [before.here.winner, here.winner];
    if (was?.statement === is?.statement) return before.due;
    if (is !== undefined && is.from === date) return is.known < date ? date : null;
    if (was !== undefined && was.until === date) return was.known < date ? date : null;
    return this.known.isTurningPoint(date) ? date : null;
  }
}

function stretchAt(row: readonly Stretch[], date: Day): number {
  let [low, high] = [0, row.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((row[middle] as Stretch).from <= date) low = middle;
    else high = middle - 1;
  }
  return low;
}

const sameAnswer = (a: Answer, b: Answer): boolean =>
  a.status === b.status && a.statement === b.statement && a.certainty === b.certainty && a.event === b.event;
