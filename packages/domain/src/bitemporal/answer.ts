import type { Day } from '../calendar/civil-day.js';
import type { Modality } from '../events/envelope.js';
import type { Value } from '../events/value.js';
import {
  type PlacedRevocation,
  type PlacedStatement,
  placeRevocation,
  placeStatement,
  type Reading,
} from './lens.js';
import { later, type Resolution, resolve, revokedBy } from './resolve.js';
import { isFirm, type Revocation, type Statement } from './statement.js';
import type { Certainty, Status } from './status.js';

/** What a slot answers at one (date, knownAt), before coverage is looked at. */
export interface Answer {
  readonly status: Status;
  readonly modality: Modality;
  /** What holds, what is planned or threatened; null where nothing is. */
  readonly value: Value | null;
  readonly certainty: Certainty;
  /** The event that decides or explains the status; null where nothing was said of the slot. */
  readonly event: string | null;
  readonly statement: Statement | null;
}

/** A slot's statements and revocations with their days fixed for the three readings. */
export interface PlacedSlot {
  readonly firm: readonly PlacedStatement[];
  readonly soft: readonly PlacedStatement[];
  readonly revocations: readonly PlacedRevocation[];
  readonly softRevocations: readonly PlacedRevocation[];
  /** The certain and the possible reading, against which certainty is judged. */
  readonly extremes: readonly {
    readonly firm: readonly PlacedStatement[];
    readonly revocations: readonly PlacedRevocation[];
  }[];
}

/** @param exact every day is stated exactly: the certain and the possible reading are this one. */
export function placeSlot(
  statements: readonly Statement[],
  revocations: readonly Revocation[],
  reading: Reading,
  exact = false,
): PlacedSlot {
  const firmStatements = statements.filter((s) => isFirm(s.modality));
  const firmRevocations = revocations.filter((r) => isFirm(r.modality));
  const place = (mode: Reading, documentedOnly: boolean) => ({
    firm: firmStatements.flatMap((s) => placeStatement(s, mode, documentedOnly)),
    revocations: firmRevocations.map((r) => placeRevocation(r, mode, documentedOnly)),
  });
  return {
    ...place(reading, reading === 'CERTAIN'),
    soft: statements
      .filter((s) => !isFirm(s.modality))
      .flatMap((s) => placeStatement(s, reading, reading === 'CERTAIN')),
    softRevocations: revocations.map((r) => placeRevocation(r, reading, reading === 'CERTAIN')),
    extremes: exact ? [] : [place('CERTAIN', false), place('POSSIBLE', false)],
  };
}

export interface Answered {
  readonly answer: Answer;
  readonly resolution: Resolution;
}

/** Semantics §4–§5 for one slot at (`date`, `knownAt`). */
export function answerAt(slot: PlacedSlot, date: Day, knownAt: Day): Answered {
  const resolution = resolve(slot.firm, slot.revocations, date, knownAt);
  const { winner } = resolution;
  const certainty = isPossible(slot, winner, date, knownAt) ? 'POSSIBLE' : 'CERTAIN';
  const of = (
    status: Status,
    statement: Statement,
    value: Value | null = statement.value,
    event = statement.event,
  ): Answered => ({
    answer: { status, modality: statement.modality, value, certainty, event, statement },
    resolution,
  });

  if (winner) return { answer: decidedAnswer(winner.statement, certainty), resolution };
  return (
    silent(slot, date, knownAt, of) ?? {
      answer: {
        status: 'NOT_IN_FORCE',
        modality: 'FACT',
        value: null,
        certainty,
        event: null,
        statement: null,
      },
      resolution,
    }
  );
}

/** What a slot answers where a statement decides. */
export function decidedAnswer(statement: Statement, certainty: Certainty): Answer {
  const { modality, value, event } = statement;
  return { status: statusOf(statement), modality, value, certainty, event, statement };
}

function statusOf({ act, successor }: Statement): Status {
  switch (act) {
    case 'VALUE':
      return 'IN_FORCE';
    case 'SUSPENSION':
      return 'SUSPENDED';
    case 'END':
      return successor === null ? 'ENDED' : 'SUPERSEDED';
    case 'RETRACTION':
      return 'NOT_IN_FORCE';
  }
}

/** Nothing decides: say what is planned, ran out, was called off, or is only threatened. */
function silent(
  slot: PlacedSlot,
  date: Day,
  knownAt: Day,
  of: (status: Status, statement: Statement, value?: Value | null, event?: string) => Answered,
): Answered | undefined {
  const known = slot.firm.filter((s) => s.known <= knownAt && !s.shade && s.statement.value !== null);
  const revocationAt = (s: PlacedStatement, day: Day) =>
    revokedBy(s.statement.fact, slot.revocations, day, knownAt);

  const coming = known
    .filter((s) => !s.statement.dateOpen && s.from > date && !revocationAt(s, s.from))
    .sort((a, b) => a.from - b.from || later(b, a))[0];
  if (coming) return of('SCHEDULED', coming.statement);

  const open = strongest(known.filter((s) => s.statement.dateOpen && !revocationAt(s, date)));
  if (open) return of('DATE_OPEN', open.statement);

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
    return of('ENDED', cut.s.statement, null, cut.by.revocation.event);
  if (expired) return of('EXPIRED', expired.statement, null);

  const calledOff = strongest(
    known.filter((s) => {
      const by = revocationAt(s, s.from);
      return by !== undefined && by.known < s.from;
    }),
  );
  const calledOffBy = calledOff && revocationAt(calledOff, calledOff.from);
  if (calledOff && calledOffBy) {
    return of(
      'NEVER_TOOK_EFFECT',
      calledOff.statement,
      calledOff.statement.value,
      calledOffBy.revocation.event,
    );
  }

  return softAnswer(slot, date, knownAt, of);
}

function softAnswer(
  slot: PlacedSlot,
  date: Day,
  knownAt: Day,
  of: (status: Status, statement: Statement) => Answered,
): Answered | undefined {
  const soft = strongest(
    slot.soft.filter(
      (s) =>
        s.known <= knownAt &&
        mayExplain(s, date) &&
        !revokedBy(s.statement.fact, slot.softRevocations, softDay(s, date), knownAt),
    ),
  );
  if (!soft) return undefined;
  const { statement } = soft;
  if (statement.dateOpen) return of('DATE_OPEN', statement);
  switch (statement.modality) {
    case 'THREATENED':
      return of('THREATENED', statement);
    case 'PLANNED':
      if (statement.from.text === null) return of('DATE_OPEN', statement);
      return of(soft.from <= date && soft.from <= knownAt ? 'UNKNOWN' : 'SCHEDULED', statement);
    default:
      return of('PROPOSED', statement);
  }
}

/** A plan, threat or proposal that has not run out; what takes it back is looked for on `softDay`. */
export const mayExplain = (s: PlacedStatement, date: Day): boolean =>
  !s.shade && s.statement.value !== null && date < s.until;
export const softDay = (s: PlacedStatement, date: Day): Day => (s.from > date ? s.from : date);

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
    if (inside && revokedBy(statement.fact, slot.revocations, date, knownAt) === undefined) return true;
  }
  return slot.extremes.some(
    ({ firm, revocations }) =>
      resolve(firm, revocations, date, knownAt).winner?.statement !== winner?.statement,
  );
}
