import type { Day } from '../calendar/civil-day.js';
import type { Heard, Placements } from './agenda.js';
import { type Answer, answerAt, decidedAnswer, mayExplain, type PlacedSlot, softDay } from './answer.js';
import { DayLists } from './day-lists.js';
import type { Journal } from './journal.js';
import { appendTo, insertByAuthority, insertDay, KnownPlacement } from './known-placement.js';
import { OPEN, type PlacedRevocation, type PlacedStatement } from './lens.js';

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
      if (reach) told.push([reach[0], reach[1]]);
    }
    for (const [placement, r] of heard.revocations)
      for (const [from, until] of placement.reachOfRevocation(r)) told.push([from, until]);
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
    return { winner, answer: { ...answerAt(this.#aroundSilence(date), date, knownAt).answer, certainty } };
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
}

/** Ended by a revocation after it had begun. */
const isCut = (s: PlacedStatement, by: PlacedRevocation | undefined): boolean =>
  by !== undefined && by.from > s.from;
