import {
  type Answer,
  decidedAnswer,
  mayExplain,
  nothingSaid,
  type PlacedSlot,
  silentAnswer,
  softDay,
  softStatus,
} from '../bitemporal/answer.js';
import type { PlacedRevocation, PlacedStatement } from '../bitemporal/lens.js';
import { later, resolve, revokedBy } from '../bitemporal/resolve.js';
import type { Certainty } from '../bitemporal/status.js';
import type { Day } from '../calendar/civil-day.js';

/** Semantics §4–§5 for one slot at (`date`, `knownAt`), by looking at everything said: what a sweep is held against. */
export function answerAt(slot: PlacedSlot, date: Day, knownAt: Day): Answer {
  const { winner } = resolve(slot.firm, slot.revocations, date, knownAt);
  const certainty = isPossible(slot, winner, date, knownAt) ? 'POSSIBLE' : 'CERTAIN';
  return winner
    ? decidedAnswer(winner.statement, certainty)
    : (silent(slot, date, knownAt, certainty) ?? nothingSaid(certainty));
}

/** Nothing decides: say what is planned, ran out, was called off, or is only threatened. */
function silent(slot: PlacedSlot, date: Day, knownAt: Day, certainty: Certainty): Answer | undefined {
  const known = slot.firm.filter((s) => s.known <= knownAt && !s.shade && s.statement.value !== null);
  const revocationAt = (s: PlacedStatement, day: Day) =>
    revokedBy(s.statement.fact, () => slot.revocations, day, knownAt);

  const coming = known
    .filter((s) => !s.statement.dateOpen && s.from > date && !revocationAt(s, s.from))
    .sort((a, b) => a.from - b.from || later(b, a))[0];
  if (coming) return silentAnswer('SCHEDULED', coming.statement, certainty);

  const open = strongest(known.filter((s) => s.statement.dateOpen && !revocationAt(s, date)));
  if (open) return silentAnswer('DATE_OPEN', open.statement, certainty);

  const past = known.filter((s) => !s.statement.dateOpen && s.from <= date);
  const cut = past
    .map((s) => ({ s, by: revocationAt(s, date) }))
    .filter(
      (end): end is { s: PlacedStatement; by: PlacedRevocation } =>
        end.by !== undefined && end.by.from > end.s.from,
    )
    .sort((a, b) => b.by.from - a.by.from || later(b.s, a.s))[0];
  const expired = past
    .filter((s) => s.statement.until !== null && s.until <= date && !revocationAt(s, s.from))
    .sort((a, b) => b.until - a.until || later(b, a))[0];
  // What came to an end last says how it ended.
  if (cut && !(expired && expired.until >= cut.by.from))
    return silentAnswer('ENDED', cut.s.statement, certainty, { value: null, by: cut.by });
  if (expired) return silentAnswer('EXPIRED', expired.statement, certainty, { value: null });

  const calledOff = strongest(
    known.filter((s) => {
      const by = revocationAt(s, s.from);
      return by !== undefined && by.known < s.from;
    }),
  );
  const by = calledOff && revocationAt(calledOff, calledOff.from);
  if (calledOff && by) return silentAnswer('NEVER_TOOK_EFFECT', calledOff.statement, certainty, { by });

  const soft = strongest(
    slot.soft.filter(
      (s) =>
        s.known <= knownAt &&
        mayExplain(s, date) &&
        !revokedBy(s.statement.fact, () => slot.softRevocations, softDay(s, date), knownAt),
    ),
  );
  return soft && silentAnswer(softStatus(soft, date, knownAt), soft.statement, certainty);
}

function strongest(statements: readonly PlacedStatement[]): PlacedStatement | undefined {
  return statements.reduce<PlacedStatement | undefined>(
    (best, s) => (best === undefined || later(s, best) > 0 ? s : best),
    undefined,
  );
}

/** Inside the window of a start or end that may count here, or where the certain and the possible reading are decided otherwise. */
function isPossible(slot: PlacedSlot, winner: PlacedStatement | undefined, date: Day, knownAt: Day): boolean {
  for (const { statement, shade } of slot.firm) {
    if (shade || statement.dateOpen || statement.known.earliest > knownAt) continue;
    const { from, until } = statement;
    const inside =
      (from.earliest <= date && date < from.latest) ||
      (until !== null && until.earliest <= date && date < until.latest);
    if (inside && revokedBy(statement.fact, () => slot.revocations, date, knownAt) === undefined) return true;
  }
  return slot.extremes.some(
    ({ firm, revocations }) =>
      resolve(firm, revocations, date, knownAt).winner?.statement !== winner?.statement,
  );
}
