import type { Day } from '../calendar/civil-day.js';
import type { LiveDuty } from './consider.js';
import type { Instruments } from './instruments.js';
import { exact, NOTHING, type Span, union } from './rate.js';
import { leavesNothing, type Meeting, meeting, type Named, wouldDisplace } from './stacking.js';

/** What became of a duty in play once all are weighed against each other. */
export interface Settled {
  readonly duty: LiveDuty;
  /** ABSORBED: what is paid meanwhile is another duty's own and is counted there. */
  readonly outcome: 'COUNTS' | 'DISPLACED' | 'ABSORBED' | 'OPEN';
  /** The duty that takes its place, may take it, or counts it; or with which no rule is stated. */
  readonly by: LiveDuty | null;
  readonly unsettledWith: LiveDuty | null;
}
export interface Settlement {
  readonly duties: readonly Settled[];
  readonly total: Span;
  /** Pairs counted together though neither instrument names the other. */
  readonly silent: readonly (readonly [LiveDuty, LiveDuty])[];
}

/** Above this number of open questions the range is bounded, not worked out case by case: 2⁶ cases. */
const MOST_OPEN = 6;

/**
 * Weighs the duties in play against each other.
 *
 * 1. Within a programme the closer slot counts (`outranks`).
 * 2. A suspended duty: what applies meanwhile is a duty of its own, except where the suspended duty displaces another and
 *    the rate paid meanwhile is that other's rate. With the displacing rate suspended the other one shows again, so it is
 *    counted there and once (the 10 % of EO 14257 while a country rate is paused), and what other instruments say of the
 *    suspended duty holds for it. A meanwhile rate that differs takes the other's place as the suspended duty did.
 * 3. Between programmes `displaces`, `excludedBy`, `cumulatesWith` (see `meeting`). A displaced duty displaces nothing.
 * 4. What is not settled is tried both ways, and the total is the range of all outcomes. Duties with the same scope of
 *    goods stand or fall together.
 */
export function settle(duties: readonly LiveDuty[], instruments: Instruments, knownAt: Day): Settlement {
  const inPlay = duties.filter((b) => !duties.some((a) => a !== b && leavesNothing(a, b)));
  const absorbed = new Map<LiveDuty, LiveDuty>();
  for (const duty of inPlay) {
    if (duty.reading.status !== 'SUSPENDED' || duty.rate.kind !== 'ADDITIONAL') continue;
    const { percent } = duty.rate;
    const own = inPlay.find(
      (other) =>
        other !== duty &&
        other.reading.status !== 'SUSPENDED' &&
        other.rate.kind === 'ADDITIONAL' &&
        other.rate.percent === percent &&
        wouldDisplace(duty, other, instruments, knownAt),
    );
    if (own) absorbed.set(duty, own);
  }
  const named = inPlay
    .filter((duty) => !absorbed.has(duty))
    .map(
      (duty): Named => ({ duty, standsFor: [...absorbed].filter(([, by]) => by === duty).map(([s]) => s) }),
    );
  const meetings = named.map((a) =>
    named.map((b): Meeting => {
      if (a === b) return 'ADDS';
      const found = meeting(a, b, instruments, knownAt);
      // A suspended duty that is not absorbed keeps the place of the duty it displaces.
      if (found === 'SILENT' || found === 'UNSETTLED') {
        if (a.duty.reading.status === 'SUSPENDED' && wouldDisplace(a.duty, b.duty, instruments, knownAt))
          return 'TAKES_PLACE_OF';
        if (b.duty.reading.status === 'SUSPENDED' && wouldDisplace(b.duty, a.duty, instruments, knownAt))
          return 'GIVES_WAY_TO';
      }
      return found;
    }),
  );
  const weighed = weighAll(
    named.map(({ duty }) => duty),
    meetings,
  );
  return {
    ...weighed,
    duties: [
      ...weighed.duties,
      ...[...absorbed].map(([duty, by]): Settled => ({ duty, outcome: 'ABSORBED', by, unsettledWith: null })),
    ],
  };
}

function weighAll(duties: readonly LiveDuty[], meetings: Meetings): Settlement {
  const scopes = duties.map((duty) => (duty.open.length === 0 ? null : scopeKey(duty)));
  const open = [...new Set(scopes.filter((key) => key !== null))];
  const tried =
    open.length > MOST_OPEN ? bound(duties, scopes, meetings) : tryAll(duties, scopes, open, meetings);
  const settled = tried.fates.map((fate, i): Settled => {
    const duty = duties[i] as LiveDuty;
    const mayCount = fate.is !== 'DISPLACED';
    const unsettled = duties.findIndex(
      (other, j) =>
        meetings[i]?.[j] === 'UNSETTLED' &&
        tried.fates[j]?.is !== 'DISPLACED' &&
        duty.addition.high > 0 &&
        other.addition.high > 0,
    );
    return {
      duty,
      outcome: fate.is === 'COUNTS' && duty.open.length > 0 ? 'OPEN' : fate.is,
      by: fate.by === null ? null : (duties[fate.by] ?? null),
      unsettledWith: mayCount && unsettled >= 0 ? (duties[unsettled] ?? null) : null,
    };
  });
  const silent = duties.flatMap((a, i) =>
    duties.slice(i + 1).flatMap((b, n): (readonly [LiveDuty, LiveDuty])[] => {
      const j = i + 1 + n;
      const both = tried.fates[i]?.is !== 'DISPLACED' && tried.fates[j]?.is !== 'DISPLACED';
      const weigh = a.addition.high > 0 && b.addition.high > 0;
      return both && weigh && meetings[i]?.[j] === 'SILENT' ? [[a, b]] : [];
    }),
  );
  return { duties: settled, total: tried.total, silent };
}

type Meetings = readonly (readonly Meeting[])[];
interface Fate {
  readonly is: 'COUNTS' | 'DISPLACED' | 'OPEN';
  readonly by: number | null;
}
interface Tried {
  readonly fates: readonly Fate[];
  readonly total: Span;
}

/** Every way the open questions can turn out. */
function tryAll(
  duties: readonly LiveDuty[],
  scopes: readonly (string | null)[],
  open: readonly string[],
  meetings: Meetings,
): Tried {
  const exclusive = meetings.flatMap((row, i) =>
    row.flatMap((found, j): (readonly [number, number])[] => (found === 'EITHER' && i < j ? [[i, j]] : [])),
  );
  const seen = duties.map(() => ({ counts: false, displacedBy: -1 }));
  let total: Span | null = null;
  for (let bits = 0; bits < 1 << open.length; bits++) {
    const present = scopes.map((key) => key === null || (bits & (1 << open.indexOf(key))) !== 0);
    if (exclusive.some(([i, j]) => present[i] && present[j])) continue;
    const standing = stand(present, meetings);
    standing.forEach((state, i) => {
      const mine = seen[i];
      if (mine && state.is === 'COUNTS') mine.counts = true;
      // Of several the one that surely is on the good is named.
      const surer = state.is === 'DISPLACED' && duties[state.by]?.open.length === 0;
      if (mine && state.is === 'DISPLACED' && (mine.displacedBy < 0 || surer)) mine.displacedBy = state.by;
    });
    const span = totalOf(duties, standing, meetings);
    total = total === null ? span : union(total, span);
  }
  const fates = seen.map(({ counts, displacedBy }): Fate => {
    const by = displacedBy < 0 ? null : displacedBy;
    return { is: by === null ? 'COUNTS' : counts ? 'OPEN' : 'DISPLACED', by };
  });
  return { fates, total: total ?? NOTHING };
}

/** Too many open questions to try: at least what surely stands, at most all that may stand. */
function bound(duties: readonly LiveDuty[], scopes: readonly (string | null)[], meetings: Meetings): Tried {
  const rivals = (i: number): readonly number[] =>
    duties.flatMap((_, j) => (j !== i && meetings[j]?.[i] === 'TAKES_PLACE_OF' ? [j] : []));
  const sure = (i: number): boolean => scopes[i] === null && rivals(i).length === 0;
  const fates = duties.map((_, i): Fate => {
    const by = rivals(i);
    const surely = by.find(sure);
    if (surely !== undefined) return { is: 'DISPLACED', by: surely };
    return { is: by.length > 0 ? 'OPEN' : 'COUNTS', by: by[0] ?? null };
  });
  const quarrels = (i: number): boolean => meetings[i]?.includes('UNSETTLED') ?? false;
  let low = 0;
  let high = 0;
  duties.forEach(({ addition }, i) => {
    if (fates[i]?.is === 'DISPLACED') return;
    if (sure(i) && !quarrels(i)) low += addition.low;
    // Of the parts of one act the dearest stands for all.
    const dearer = duties.some(
      (other, j) =>
        meetings[i]?.[j] === 'EITHER' &&
        fates[j]?.is !== 'DISPLACED' &&
        (other.addition.high > addition.high || (other.addition.high === addition.high && j < i)),
    );
    if (!dearer) high += addition.high;
  });
  return { fates, total: { low: exact(low), high: exact(high) } };
}

type Standing = { readonly is: 'ABSENT' | 'COUNTS' } | { readonly is: 'DISPLACED'; readonly by: number };

/** Duties that nobody standing displaces stand; what they displace falls, and what only the fallen displaced stands. */
function stand(present: readonly boolean[], meetings: Meetings): readonly Standing[] {
  const standing: (Standing | null)[] = present.map((here) => (here ? null : { is: 'ABSENT' }));
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 0; i < standing.length; i++) {
      if (standing[i] !== null) continue;
      let waits = false;
      for (let j = 0; j < standing.length; j++) {
        if (meetings[j]?.[i] !== 'TAKES_PLACE_OF') continue;
        if (standing[j]?.is === 'COUNTS') {
          standing[i] = { is: 'DISPLACED', by: j };
          changed = true;
        }
        if (standing[j] === null) waits = true;
      }
      if (standing[i] === null && !waits) {
        standing[i] = { is: 'COUNTS' };
        changed = true;
      }
    }
  }
  // Duties that displace each other in a ring: all stand, and `totalOf` counts the ring as unsettled.
  return standing.map((state) => state ?? { is: 'COUNTS' });
}

/** The sum where every meeting is stated; where one is not, either duty may stand alone or both may. */
function totalOf(duties: readonly LiveDuty[], standing: readonly Standing[], meetings: Meetings): Span {
  const counted = duties.map((_, i) => i).filter((i) => standing[i]?.is === 'COUNTS');
  const weighty = counted.filter((i) => (duties[i]?.addition.high ?? 0) > 0);
  const quarrels = (i: number, j: number): boolean =>
    i !== j &&
    (meetings[i]?.[j] === 'UNSETTLED' ||
      meetings[i]?.[j] === 'TAKES_PLACE_OF' ||
      meetings[i]?.[j] === 'GIVES_WAY_TO');
  let low = 0;
  let high = 0;
  const seen = new Set<number>();
  for (const i of weighty) {
    if (seen.has(i)) continue;
    const party = [i];
    for (const member of party)
      for (const j of weighty) if (quarrels(member, j) && !party.includes(j)) party.push(j);
    for (const member of party) seen.add(member);
    low += Math.min(...party.map((member) => duties[member]?.addition.low ?? 0));
    high += party.reduce((sum, member) => sum + (duties[member]?.addition.high ?? 0), 0);
  }
  return { low: exact(low), high: exact(high) };
}

/** Duties with the same goods stand or fall together. */
function scopeKey({ reading, open }: LiveDuty): string {
  const { hs, lists } = reading.terms.include;
  return `${hs.join()}|${lists.join()}|${open.map(({ en }) => en).join('|')}`;
}
