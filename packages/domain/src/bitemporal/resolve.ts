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
  const live = statements.filter(
    (s) =>
      s.known <= knownAt &&
      !s.statement.dateOpen &&
      revokedBy(s.statement.fact, revocations, date, knownAt) === undefined,
  );
  const steps = live.filter((s) => s.statement.until === null && !s.shade && s.from <= date);
  const overlays = live.filter(
    (s) => s.statement.until !== null && !s.shade && s.from <= date && date < s.until,
  );
  const baseline = chooseBaseline(steps);
  const overlay = overlays.reduce<PlacedStatement | undefined>(
    (best, s) => (best === undefined || later(s, best) > 0 ? s : best),
    undefined,
  );

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
  const newest = steps.reduce((from, s) => Math.max(from, s.from), Number.NEGATIVE_INFINITY);
  const candidates = steps.filter((s) => s.from === newest);
  const ends = candidates.filter((s) => s.statement.act === 'END');
  const standing = candidates.filter(
    (s) =>
      s.statement.value === null ||
      !ends.some((end) => end.statement.targetFact === s.statement.fact && later(end, s) > 0),
  );
  const values = standing.filter((s) => s.statement.value !== null);
  return (values.length > 0 ? values : standing).reduce<PlacedStatement | undefined>(
    (best, s) => (best === undefined || later(s, best) > 0 ? s : best),
    undefined,
  );
}

function shadeOf(live: readonly PlacedStatement[], date: Day): PlacedStatement | undefined {
  return live
    .filter((s) => s.shade && s.from <= date && date < s.until)
    .reduce<PlacedStatement | undefined>(
      (best, s) => (best === undefined || later(s, best) > 0 ? s : best),
      undefined,
    );
}

/** The strongest revocation of a fact in force at (`date`, `knownAt`), or undefined. A revocation that is itself revoked there does not count. */
export function revokedBy(
  fact: string,
  revocations: readonly PlacedRevocation[],
  date: Day,
  knownAt: Day,
): PlacedRevocation | undefined {
  let best: PlacedRevocation | undefined;
  for (const r of revocations) {
    if (r.revocation.targetFact !== fact || r.known > knownAt || date < r.from || r.until <= date) continue;
    if (isTakenBack(r, revocations, date, knownAt)) continue;
    if (best === undefined || compareAuthority(r.revocation, best.revocation) > 0) best = r;
  }
  return best;
}

/** By another revocation of its fact; one that is already on the way here does not count, so the walk ends. */
function isTakenBack(
  r: PlacedRevocation,
  revocations: readonly PlacedRevocation[],
  date: Day,
  knownAt: Day,
  onTheWay: readonly PlacedRevocation[] = [],
): boolean {
  const way = [...onTheWay, r];
  return revocations.some(
    (other) =>
      other.revocation.kind === 'REVOKE' &&
      other.revocation.targetFact === r.revocation.fact &&
      !way.includes(other) &&
      other.known <= knownAt &&
      other.from <= date &&
      date < other.until &&
      !isTakenBack(other, revocations, date, knownAt, way),
  );
}
