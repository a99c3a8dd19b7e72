import type { Day } from '../calendar/civil-day.js';
import { countUpTo, DayLists } from './day-lists.js';
import { Journal } from './journal.js';
import { EVER, OPEN, type PlacedRevocation, type PlacedStatement } from './lens.js';
import { chooseBaseline, later, type RevocationsOf, revokedBy } from './resolve.js';

/** Overlays are found through stretches of so many days; one that is longer than 64 of them lies in a list of its own. */
const BUCKET_DAYS = 32;
const LONG_DAYS = 64 * BUCKET_DAYS;

/**
 * What is known so far of one placement of a slot, kept so that the winner of a day is found by looking at its
 * neighbourhood alone. Everything added counts: the caller adds in order of knowledge.
 */
export class KnownPlacement {
  /** Known steps by the day on which they begin. */
  readonly #steps: DayLists;
  /** Overlays and shades in order of authority. */
  #overlays: Map<number, PlacedStatement[]> | undefined;
  readonly #long: PlacedStatement[] = [];
  readonly #all: PlacedStatement[] = [];
  /** Only what is revoked is looked for by its fact: made with the first revocation. */
  #byFact: Map<string, PlacedStatement[]> | undefined;
  #revocationsOf: Map<string, PlacedRevocation[]> | undefined;
  #revocationsBy: Map<string, PlacedRevocation[]> | undefined;

  constructor(private readonly journal: Journal) {
    this.#steps = new DayLists(journal);
  }

  add(s: PlacedStatement): void {
    const { journal } = this;
    this.#keep(s);
    if (s.statement.dateOpen) return;
    if (isStep(s)) this.#steps.add(s.from, s);
    else if (s.until - s.from > LONG_DAYS) insertByAuthority(this.#long, s, journal);
    else {
      for (let b = bucketOf(s.from); b <= bucketOf((s.until - 1) as Day); b++) {
        this.#overlays ??= new Map();
        const bucket = this.#overlays.get(b);
        if (bucket) insertByAuthority(bucket, s, journal);
        else appendTo(this.#overlays, b, s, journal);
      }
    }
  }

  #keep(s: PlacedStatement): void {
    this.#all.push(s);
    if (this.#byFact) appendTo(this.#byFact, s.statement.fact, s, NEVER);
    this.journal.writing?.push(() => {
      this.#all.pop();
      this.#byFact?.get(s.statement.fact)?.pop();
    });
  }

  addRevocation(r: PlacedRevocation): void {
    if (!this.#byFact) {
      this.#byFact = new Map();
      for (const s of this.#all) appendTo(this.#byFact, s.statement.fact, s, NEVER);
    }
    this.#revocationsOf ??= new Map();
    this.#revocationsBy ??= new Map();
    appendTo(this.#revocationsOf, r.revocation.targetFact, r, this.journal);
    appendTo(this.#revocationsBy, r.revocation.fact, r, this.journal);
  }

  statementsOf(fact: string): readonly PlacedStatement[] {
    return this.#byFact?.get(fact) ?? NOTHING;
  }

  readonly revocationsOf: RevocationsOf = (fact) => this.#revocationsOf?.get(fact) ?? NONE;

  /** What takes a statement away on a day. */
  revocationAt(s: PlacedStatement, date: Day): PlacedRevocation | undefined {
    return this.#revocationsOf ? revokedBy(s.statement.fact, this.revocationsOf, date, OPEN) : undefined;
  }

  isLive(s: PlacedStatement, date: Day): boolean {
    return this.revocationAt(s, date) === undefined;
  }

  /** Semantics §4 steps 2–5, by looking only where the answer can lie: the same winner as `resolve`. */
  winnerAt(date: Day): PlacedStatement | undefined {
    const overlay = this.#strongestAt(date, false);
    const baseline = this.#baselineAt(date);
    if (baseline && (!overlay || (baseline.from >= overlay.from && later(baseline, overlay) > 0)))
      return baseline;
    return overlay ?? this.#strongestAt(date, true);
  }

  #strongestAt(date: Day, shade: boolean): PlacedStatement | undefined {
    const near = this.#lastLive(this.#overlays?.get(bucketOf(date)), date, shade);
    const long = this.#lastLive(this.#long, date, shade);
    return near && long ? (later(near, long) > 0 ? near : long) : (near ?? long);
  }

  #lastLive(sorted: readonly PlacedStatement[] | undefined, date: Day, shade: boolean) {
    if (!sorted) return undefined;
    for (let i = sorted.length - 1; i >= 0; i--) {
      const s = sorted[i] as PlacedStatement;
      if (s.shade === shade && s.from <= date && date < s.until && this.isLive(s, date)) return s;
    }
    return undefined;
  }

  #baselineAt(date: Day): PlacedStatement | undefined {
    for (let i = countUpTo(this.#steps.days, date) - 1; i >= 0; i--) {
      const group = this.#steps.on(i);
      if (group.length === 1) {
        const only = group[0] as PlacedStatement;
        if (this.isLive(only, date)) return only;
        continue;
      }
      const live = this.#revocationsOf ? group.filter((s) => this.isLive(s, date)) : group;
      if (live.length > 0) return chooseBaseline(live);
    }
    return undefined;
  }

  /** Where on the date axis the word of a statement can decide: an overlay's range, a step's up to the next one that nothing revokes. */
  reachOf(s: PlacedStatement): readonly [Day, Day] | undefined {
    if (s.statement.dateOpen) return undefined;
    if (!isStep(s)) return [s.from, s.until];
    const { days } = this.#steps;
    for (let i = countUpTo(days, s.from); i < days.length; i++) {
      if (this.#steps.on(i).some((other) => !this.#revocationsOf?.has(other.statement.fact)))
        return [s.from, days[i] as Day];
    }
    return [s.from, OPEN];
  }

  /** Where a revocation can tell: the reach of what it takes away or, taking back another, gives back; inside its own period. */
  reachOfRevocation(r: PlacedRevocation): readonly (readonly [Day, Day, PlacedStatement])[] {
    const found: (readonly [Day, Day, PlacedStatement])[] = [];
    const facts = new Set([r.revocation.targetFact]);
    for (const fact of facts) {
      for (const s of this.statementsOf(fact)) {
        const reach = this.reachOf(s);
        if (reach) found.push([max(reach[0], r.from), min(reach[1], r.until), s]);
      }
      for (const other of this.#revocationsBy?.get(fact) ?? []) facts.add(other.revocation.targetFact);
    }
    return found;
  }
}

/** Holds until the next one; shades and overlays end by themselves. */
export const isStep = (s: PlacedStatement): boolean => s.statement.until === null && !s.shade;

/** Adds a day to a sorted list that has each day once. */
export function insertDay(days: Day[], day: Day, journal: Journal): void {
  if (day <= EVER || day >= OPEN) return;
  const at = countUpTo(days, day);
  if (days[at - 1] === day) return;
  days.splice(at, 0, day);
  journal.writing?.push(() => days.splice(countUpTo(days, day) - 1, 1));
}

/** What becomes known later has the greater authority as a rule, so its place is at the end or near it. */
export function insertByAuthority(sorted: PlacedStatement[], s: PlacedStatement, journal: Journal): void {
  let [low, high] = [0, sorted.length];
  if (high === 0 || later(s, sorted[high - 1] as PlacedStatement) > 0) low = high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (later(sorted[middle] as PlacedStatement, s) < 0) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, s);
  journal.writing?.push(() => sorted.splice(sorted.lastIndexOf(s), 1));
}

/** Adds to the end of the list of a key; a list that comes to be empty again goes. */
export function appendTo<K, T>(lists: Map<K, T[]>, key: K, value: T, journal: Journal): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
  journal.writing?.push(() => {
    const here = lists.get(key) as T[];
    here.pop();
    if (here.length === 0) lists.delete(key);
  });
}

const NOTHING: readonly PlacedStatement[] = [];
/** Nothing written here is to be taken back one by one. */
const NEVER = new Journal();
const NONE: readonly PlacedRevocation[] = [];
const bucketOf = (day: Day): number => Math.floor(day / BUCKET_DAYS);
const max = (a: Day, b: Day): Day => (a > b ? a : b);
const min = (a: Day, b: Day): Day => (a < b ? a : b);
