import type { Day } from '../calendar/civil-day.js';
import type { Heard, Placements } from './agenda.js';
import {
  type Answer,
  decidedAnswer,
  mayExplain,
  nothingSaid,
  silentAnswer,
  softDay,
  softStatus,
} from './answer.js';
import { DayLists } from './day-lists.js';
import type { Journal } from './journal.js';
import { appendTo, insertByAuthority, insertDay, KnownPlacement } from './known-placement.js';
import { OPEN, type PlacedRevocation, type PlacedStatement } from './lens.js';
import { later } from './resolve.js';
import type { Certainty } from './status.js';

/** What a stretch of the date axis answers, and the statement that decides there. */
export interface Decided {
  readonly answer: Answer;
  readonly winner: PlacedStatement | undefined;
}

/** All that is known of a slot so far, sorted so that a date is answered by looking at its neighbourhood alone. */
export class KnownSlot {
  readonly placements: Placements;
  /** Days on which an answer may change, ascending. */
  readonly edges: Day[] = [];
  readonly #main: KnownPlacement;
  readonly #soft: PlacedStatement[] = [];
  readonly #softRevocations: KnownPlacement;
  readonly #starts: DayLists;
  readonly #ends: DayLists;
  readonly #open: PlacedStatement[] = [];
  readonly #revocationEdges = new Map<Day, PlacedRevocation[]>();
  /** Statements that a revocation aims at, in order of authority; those it cuts short by the day of the cut. */
  readonly #aimedAt: PlacedStatement[] = [];
  readonly #isAimedAt = new Set<PlacedStatement>();
  readonly #cuts: DayLists;

  /** @param exact all days are stated exactly. */
  constructor(
    private readonly journal: Journal,
    readonly exact: boolean,
  ) {
    this.#main = new KnownPlacement(journal);
    this.placements = {
      main: this.#main,
      windows: exact ? undefined : new KnownPlacement(journal),
      extremes: exact ? [] : [new KnownPlacement(journal), new KnownPlacement(journal)],
    };
    this.#softRevocations = new KnownPlacement(journal);
    this.#starts = new DayLists(journal);
    this.#ends = new DayLists(journal);
    this.#cuts = new DayLists(journal);
  }

  /** Takes in what a day brings; returns the ranges of the date axis where it can tell, in no order. */
  hear(heard: Heard): [Day, Day][] {
    for (const [placement, s] of heard.statements) this.#add(placement, s);
    for (const [placement, r] of heard.revocations) {
      placement.addRevocation(r);
      this.#mark(r.from, r.until);
      if (placement !== this.#main) continue;
      for (const edge of [r.from, r.until]) appendTo(this.#revocationEdges, edge, r, this.journal);
      for (const s of placement.statementsOf(r.revocation.targetFact)) this.#aim(r, s);
    }
    for (const s of heard.soft) {
      insertByAuthority(this.#soft, s, this.journal);
      this.#mark(s.from, s.until);
    }
    for (const r of heard.softRevocations) {
      this.#softRevocations.addRevocation(r);
      this.#mark(r.from, r.until);
    }
    const told: [Day, Day][] = [];
    for (const [placement, s] of heard.statements) {
      const reach = placement.reachOf(s);
      if (reach) tell(told, reach[0], reach[1]);
    }
    for (const [placement, r] of heard.revocations)
      for (const [from, until] of placement.reachOfRevocation(r)) tell(told, from, until);
    return told;
  }

  decide(date: Day, knownAt: Day): Decided {
    const { windows, extremes } = this.placements;
    const winner = this.#main.winnerAt(date);
    const possible =
      windows?.winnerAt(date) !== undefined ||
      extremes.some((extreme) => extreme.winnerAt(date)?.statement !== winner?.statement);
    const certainty = possible ? 'POSSIBLE' : 'CERTAIN';
    if (winner) return { winner, answer: decidedAnswer(winner.statement, certainty) };
    return { winner, answer: this.#silence(date, knownAt, certainty) };
  }

  /** A revocation known before `date` begins or ends there. */
  isTurningPoint(date: Day): boolean {
    return this.#revocationEdges.get(date)?.some(({ known }) => known < date) ?? false;
  }

  #add(placement: KnownPlacement, s: PlacedStatement): void {
    placement.add(s);
    this.#mark(s.from, s.until);
    if (placement !== this.#main || s.shade || s.statement.value === null) return;
    for (const r of placement.revocationsOf(s.statement.fact)) this.#aim(r, s);
    if (s.statement.dateOpen) {
      this.#open.push(s);
      this.journal.writing?.push(() => this.#open.pop());
    } else {
      this.#starts.add(s.from, s);
      if (s.statement.until !== null) this.#ends.add(s.until, s);
    }
  }

  #aim(r: PlacedRevocation, s: PlacedStatement): void {
    if (s.shade || s.statement.value === null) return;
    if (!this.#isAimedAt.has(s)) {
      insertByAuthority(this.#aimedAt, s, this.journal);
      this.#isAimedAt.add(s);
      this.journal.writing?.push(() => this.#isAimedAt.delete(s));
    }
    if (r.from > s.from && !s.statement.dateOpen) this.#cuts.add(r.from, s);
  }

  #mark(from: Day, until: Day): void {
    insertDay(this.edges, from, this.journal);
    insertDay(this.edges, until, this.journal);
  }

  /** Nothing decides: says what is planned, ran out, was called off or is only threatened (semantics §5). */
  #silence(date: Day, knownAt: Day, certainty: Certainty): Answer {
    const main = this.#main;
    const stands = (s: PlacedStatement): boolean => main.isLive(s, s.from);
    const coming = this.#starts.nextAfter(date, stands);
    if (coming) return silentAnswer('SCHEDULED', coming.statement, certainty);
    let open: PlacedStatement | undefined;
    for (const s of this.#open)
      if ((open === undefined || later(s, open) > 0) && main.isLive(s, date)) open = s;
    if (open) return silentAnswer('DATE_OPEN', open.statement, certainty);

    const expired = this.#ends.lastUpTo(date, stands);
    const cut = this.#cuts.lastUpTo(date, (s, day) => main.revocationAt(s, date)?.from === day);
    const cutBy = cut && main.revocationAt(cut, date);
    // What came to an end last says how it ended.
    if (cutBy && !(expired && expired.until >= cutBy.from))
      return silentAnswer('ENDED', cut.statement, certainty, { value: null, by: cutBy });
    if (expired) return silentAnswer('EXPIRED', expired.statement, certainty, { value: null });

    const calledOff = this.#aimedAt.findLast((s) => (main.revocationAt(s, s.from)?.known ?? OPEN) < s.from);
    if (calledOff) {
      const by = main.revocationAt(calledOff, calledOff.from);
      return silentAnswer('NEVER_TOOK_EFFECT', calledOff.statement, certainty, { by });
    }
    const soft = this.#soft.findLast(
      (s) => mayExplain(s, date) && this.#softRevocations.isLive(s, softDay(s, date)),
    );
    return soft
      ? silentAnswer(softStatus(soft, date, knownAt), soft.statement, certainty)
      : nothingSaid(certainty);
  }
}

/** The readings of a slot reach as far as each other, as a rule: what was told just now need not be told again. */
function tell(told: [Day, Day][], from: Day, until: Day): void {
  const last = told.at(-1);
  if (from < until && !(last && last[0] <= from && until <= last[1])) told.push([from, until]);
}
