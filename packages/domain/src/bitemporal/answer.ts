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

/** What explains that nothing decides: a statement, and the revocation through which it does, if any. */
export function silentAnswer(
  status: Status,
  statement: Statement,
  certainty: Certainty,
  { value = statement.value, by }: { value?: Value | null; by?: PlacedRevocation | undefined } = {},
): Answer {
  const event = by ? by.revocation.event : statement.event;
  return { status, modality: statement.modality, value, certainty, event, statement };
}

/** What a slot answers of which nothing was said that counts. */
export const nothingSaid = (certainty: Certainty): Answer => ({
  status: 'NOT_IN_FORCE',
  modality: 'FACT',
  value: null,
  certainty,
  event: null,
  statement: null,
});

/** How what is planned, threatened or proposed explains that nothing decides. */
export function softStatus({ statement, from }: PlacedStatement, date: Day, knownAt: Day): Status {
  if (statement.dateOpen) return 'DATE_OPEN';
  switch (statement.modality) {
    case 'THREATENED':
      return 'THREATENED';
    case 'PLANNED':
      if (statement.from.text === null) return 'DATE_OPEN';
      return from <= date && from <= knownAt ? 'UNKNOWN' : 'SCHEDULED';
    default:
      return 'PROPOSED';
  }
}

/** A plan, threat or proposal that has not run out; what takes it back is looked for on `softDay`. */
export const mayExplain = (s: PlacedStatement, date: Day): boolean =>
  !s.shade && s.statement.value !== null && date < s.until;
export const softDay = (s: PlacedStatement, date: Day): Day => (s.from > date ? s.from : date);
