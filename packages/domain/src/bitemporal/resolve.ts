import type { Day } from '../calendar/civil-day.js';
import type { PlacedRevocation, PlacedStatement } from './lens.js';
import type { Authority } from './statement.js';

/** What decides a slot at one (date, knownAt), and what stands behind the decision. */
export interface Resolution {
  /** The deciding statement; its value null means that nothing holds, undefined that nothing was said. */
  readonly winner: PlacedStatement | undefined;
  /** Live statements that cover the day and lost, strongest first. */
  readonly displaced: readonly PlacedStatement[];
}

/**
 * (known, rank, position, index): positive when `a` comes later. The order of what was said does not hang on the
 * reading: it goes by nominal known days in the certain and the possible reading too.
 */
export function compareAuthority(a: Authority, b: Authority): number {
  return a.known.nominal - b.known.nominal || a.rank - b.rank || a.position - b.position || a.index - b.index;
}

/** Later in (known, rank, position, index) wins. */
export function later(a: PlacedStatement, b: PlacedStatement): number {
  return compareAuthority(a.statement, b.statement);
}

/**
 * Semantics §4 steps 2–5 for one slot at (`date`, `knownAt`). All of a slot's statements and revocations go in;
 * cost grows with their number.
 */
export function resolve(
  statements: readonly PlacedStatement[],
  revocations: readonly PlacedRevocation[],
  date: Day,
  knownAt: Day,
): Resolution {
  const all = (): readonly PlacedRevocation[] => revocations;
  const live = statements.filter(
    (s) =>
      s.known <= knownAt &&
      !s.statement.dateOpen &&
      revokedBy(s.statement.fact, all, date, knownAt) === undefined,
  );
  const steps = live.filter((s) => s.statement.until === null && !s.shade && s.from <= date);
  const overlays = live.filter(
    (s) => s.statement.until !== null && !s.shade && s.from <= date && date < s.until,
  );
  const baseline = chooseBaseline(steps);
  const overlay = overlays.reduce<PlacedStatement | undefined>(laterOf, undefined);

  const stepWins =
    baseline !== undefined &&
    (overlay === undefined || (baseline.from >= overlay.from && later(baseline, overlay) > 0));
  const winner = stepWins ? baseline : (overlay ?? shadeOf(live, date));
  const sameDaySteps = steps.filter((s) => s.from === baseline?.from);
  const displaced = [...overlays, ...sameDaySteps].filter((s) => s !== winner).sort((a, b) => later(b, a));
  return { winner, displaced };
}

/** Step 3: the newest start; there, values before nothing, except those that a later end among them targets. */
export function chooseBaseline(steps: readonly PlacedStatement[]): PlacedStatement | undefined {
  let newest = Number.NEGATIVE_INFINITY;
  for (const { from } of steps) if (from > newest) newest = from;
  let value: PlacedStatement | undefined;
  let nothing: PlacedStatement | undefined;
  for (const s of steps) {
    if (s.from !== newest) continue;
    if (s.statement.value === null) nothing = laterOf(nothing, s);
    else if (!isEndedAmong(steps, s)) value = laterOf(value, s);
  }
  return value ?? nothing;
}

/** By a later end that begins on the same day and aims at it. */
function isEndedAmong(steps: readonly PlacedStatement[], s: PlacedStatement): boolean {
  for (const end of steps)
    if (
      end.statement.act === 'END' &&
      end.from === s.from &&
      end.statement.targetFact === s.statement.fact &&
      later(end, s) > 0
    )
      return true;
  return false;
}

const laterOf = (best: PlacedStatement | undefined, s: PlacedStatement): PlacedStatement =>
  best === undefined || later(s, best) > 0 ? s : best;

function shadeOf(live: readonly PlacedStatement[], date: Day): PlacedStatement | undefined {
  return live
    .filter((s) => s.shade && s.from <= date && date < s.until)
    .reduce<PlacedStatement | undefined>(laterOf, undefined);
}

/** The revocations of a fact; there may be those of others among them. */
export type RevocationsOf = (fact: string) => readonly PlacedRevocation[];

/** The strongest revocation of a fact in force at (`date`, `knownAt`), or undefined. A revocation that is itself revoked there does not count. */
export function revokedBy(
  fact: string,
  revocationsOf: RevocationsOf,
  date: Day,
  knownAt: Day,
): PlacedRevocation | undefined {
  let best: PlacedRevocation | undefined;
  for (const r of revocationsOf(fact)) {
    if (!takesAway(r, fact, date, knownAt) || isTakenBack(r, revocationsOf, date, knownAt)) continue;
    if (best === undefined || compareAuthority(r.revocation, best.revocation) > 0) best = r;
  }
  return best;
}

const takesAway = (r: PlacedRevocation, fact: string, date: Day, knownAt: Day): boolean =>
  r.revocation.targetFact === fact && r.known <= knownAt && r.from <= date && date < r.until;

const NOBODY: readonly PlacedRevocation[] = [];

/** By another revocation of its fact; one that is already on the way here does not count, so the walk ends. */
function isTakenBack(
  r: PlacedRevocation,
  revocationsOf: RevocationsOf,
  date: Day,
  knownAt: Day,
  onTheWay = NOBODY,
): boolean {
  const { fact } = r.revocation;
  for (const other of revocationsOf(fact)) {
    if (other.revocation.kind !== 'REVOKE' || !takesAway(other, fact, date, knownAt)) continue;
    if (other === r || onTheWay.includes(other)) continue;
    if (!isTakenBack(other, revocationsOf, date, knownAt, [...onTheWay, r])) return true;
  }
  return false;
}
