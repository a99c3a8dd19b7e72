import type { Day } from '../calendar/civil-day.js';
import type { KnownWindow, Window } from '../project/window.js';
import type { Revocation, Statement } from './statement.js';

/** Which day of each window a reading uses (semantics §2). */
export type Reading = 'NOMINAL' | 'CERTAIN' | 'POSSIBLE';
/** An open end, and a day before every day. */
export const OPEN = 0x3fffffff as Day;
export const EVER = -0x3fffffff as Day;

/** The day from which a reading counts something as known; CERTAIN waits for the documentation itself. */
export function knownDay({ earliest, nominal, documented }: KnownWindow, reading: Reading): Day {
  return reading === 'NOMINAL' ? nominal : reading === 'CERTAIN' ? documented : earliest;
}

/** A statement with its days fixed. `shade`: the stretch in which an unstated start may already have been; it yields to everything. */
export interface PlacedStatement {
  readonly statement: Statement;
  readonly from: Day;
  readonly until: Day;
  readonly known: Day;
  readonly shade: boolean;
}
export interface PlacedRevocation {
  readonly revocation: Revocation;
  readonly from: Day;
  readonly until: Day;
  readonly known: Day;
}

/**
 * CERTAIN takes starts and known days at their latest and ends at their earliest, POSSIBLE the other way round.
 * `documentedOnly`: known days wait for the documentation itself (what `reading: CERTAIN` asks for).
 */
export function placeStatement(
  statement: Statement,
  reading: Reading,
  documentedOnly = false,
): readonly PlacedStatement[] {
  const { from, until, known, act } = statement;
  const isEnd = act === 'END';
  const placed = {
    statement,
    from:
      reading === 'NOMINAL'
        ? from.nominal
        : (reading === 'CERTAIN') !== isEnd
          ? from.latest
          : reading === 'POSSIBLE' && !isEnd
            ? possibleStart(statement)
            : from.earliest,
    until:
      until === null
        ? OPEN
        : reading === 'NOMINAL'
          ? until.nominal
          : reading === 'CERTAIN'
            ? until.earliest
            : until.latest,
    known:
      reading === 'NOMINAL'
        ? known.nominal
        : reading === 'CERTAIN'
          ? documentedOnly
            ? known.documented
            : known.latest
          : known.earliest,
    shade: false,
  };
  const here = placed.from < placed.until ? [placed] : [];
  return reading === 'NOMINAL' && from.founding !== null
    ? [...here, { ...placed, from: from.founding, until: from.nominal, shade: true }]
    : here;
}

/** Without a founding day nothing tells how far back an unstated start may lie, so the possible reading stays at the nominal day. */
function possibleStart({ from }: Statement): Day {
  return from.text === null && from.founding === null ? from.nominal : from.earliest;
}

export function placeRevocation(
  revocation: Revocation,
  reading: Reading,
  documentedOnly = false,
): PlacedRevocation {
  const { from, until, known } = revocation;
  const pick = (window: { earliest: Day; nominal: Day; latest: Day }): Day =>
    reading === 'NOMINAL' ? window.nominal : reading === 'CERTAIN' ? window.latest : window.earliest;
  return {
    revocation,
    from: from === null ? EVER : pick(from),
    until: until === null ? OPEN : pick(until),
    known: reading === 'CERTAIN' && documentedOnly ? known.documented : pick(known),
  };
}

/** All its days are stated exactly: every reading places it alike. */
export function isExactStatement({ from, until, known }: Statement): boolean {
  return isExact(from) && from.founding === null && (until === null || isExact(until)) && isExactKnown(known);
}
export function isExactRevocation({ from, until, known }: Revocation): boolean {
  return (from === null || isExact(from)) && (until === null || isExact(until)) && isExactKnown(known);
}
const isExact = ({ earliest, nominal, latest }: Window): boolean =>
  earliest === nominal && nominal === latest;
const isExactKnown = (known: KnownWindow): boolean => isExact(known) && known.documented === known.nominal;
