import { retroactiveDays } from '../bitemporal/slot-reading.js';
import type { Certainty } from '../bitemporal/status.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { SlotId, SubjectId } from '../events/envelope.js';
import type { TariffAuthority } from '../events/tariff-terms.js';
import type { Text } from '../events/text.js';
import type { LiveDuty, ToldDuty } from './consider.js';
import type { DutyReading } from './duty-reading.js';
import { type RateExpression, settledPoints } from './rate.js';
import { scopeText } from './scope.js';
import type { Settled } from './settle.js';
import { settledReason, toldReason } from './wording.js';

export const LINE_STATUSES = [
  'APPLIED',
  'SUSPENDED',
  'UNRESOLVED',
  'EXEMPT',
  'DISPLACED',
  'NOT_YET',
  'ENDED',
] as const;
/** What an instrument does to the import; UNRESOLVED: no source settles it. */
export type LineStatus = (typeof LINE_STATUSES)[number];

/** What one instrument says of the import. */
export interface TariffLine {
  readonly instrument: SubjectId;
  readonly slot: SlotId;
  readonly authority: TariffAuthority;
  readonly scope: Text;
  readonly status: LineStatus;
  readonly rate: RateExpression;
  /** Points this line puts on top of MFN; 0 where it puts none, null where that is not settled. */
  readonly additionalPercent: number | null;
  readonly reason: Text;
  readonly displacedBy: SubjectId | null;
  /** The event that decides the reading of the slot. */
  readonly decidedBy: string;
  /** As the source gives it, or the day of the next change known. */
  readonly scheduledUntil: string | null;
  readonly projected: boolean;
  readonly certainty: Certainty;
  /** Days from the start to the day it became known; null: not after the fact, or not certain. */
  readonly retroactiveDays: number | null;
}

/** The line without the parts that stacking decides. */
export function lineOf(
  { duty, terms, statement, decidedBy, scheduledUntil, projected, certainty }: DutyReading,
  rest: Pick<TariffLine, 'status' | 'rate' | 'additionalPercent' | 'reason' | 'displacedBy'>,
): TariffLine {
  const after = retroactiveDays(statement);
  const slash = duty.id.indexOf('#');
  return {
    instrument: slash < 0 ? duty.id : duty.id.slice(0, slash),
    slot: duty.id,
    authority: terms.authority,
    scope: scopeText(terms),
    ...rest,
    decidedBy,
    scheduledUntil,
    projected,
    certainty,
    retroactiveDays: after === null || after <= 0 ? null : after,
  };
}

export function settledLine(timeline: Timeline, one: Settled): TariffLine {
  const { duty, outcome, by } = one;
  const status = statusOf(one);
  const points = settledPoints(duty.addition);
  return lineOf(duty.reading, {
    status,
    rate: duty.rate,
    additionalPercent:
      status === 'DISPLACED' || status === 'EXEMPT' || outcome === 'ABSORBED'
        ? 0
        : status === 'UNRESOLVED'
          ? null
          : duty.rate.kind === 'SPECIFIC'
            ? null
            : points,
    reason: settledReason(timeline, one),
    displacedBy: status === 'DISPLACED' && by ? by.reading.duty.id : null,
  });
}

function statusOf({ duty, outcome, unsettledWith }: Settled): LineStatus {
  if (outcome === 'OPEN') return 'UNRESOLVED';
  if (outcome === 'DISPLACED') return 'DISPLACED';
  if (duty.rate.kind === 'EXEMPT') return 'EXEMPT';
  if (outcome === 'ABSORBED') return 'SUSPENDED';
  if (
    unsettledWith &&
    (duty.reading.terms.stacking === null || unsettledWith.reading.terms.stacking !== null)
  )
    return 'UNRESOLVED';
  // An inclusive rate applies whether or not MFN is told; only its points are then open.
  const openRate =
    duty.openRate.length > 0 && duty.rate.kind !== 'INCLUSIVE' && duty.rate.kind !== 'SPECIFIC';
  if (openRate || duty.reading.status === 'UNKNOWN') return 'UNRESOLVED';
  return duty.reading.status === 'SUSPENDED' ? 'SUSPENDED' : 'APPLIED';
}

export function toldLine(timeline: Timeline, one: ToldDuty): TariffLine {
  return lineOf(one.reading, {
    status: one.status,
    rate: one.rate,
    additionalPercent: 0,
    reason: toldReason(timeline, one),
    displacedBy: null,
  });
}

/** A closer slot that has ended, or is yet to come, says nothing where the programme's other slot is told or in play. */
export function isWorthTelling(one: ToldDuty, live: readonly LiveDuty[], told: readonly ToldDuty[]): boolean {
  if (one.status === 'EXEMPT') return true;
  const same = (other: { readonly reading: DutyReading }): boolean =>
    other.reading !== one.reading &&
    other.reading.duty.scopePath === one.reading.duty.scopePath &&
    (one.status === 'ENDED' || other.reading.duty.level !== one.reading.duty.level);
  if (one.status === 'ENDED' && live.some(same)) return false;
  return !told.some((other) => same(other) && isCloser(other, one));
}

/** Of several ended slots of one programme the closest is told, and one to come rather than one that ended. */
function isCloser(a: ToldDuty, b: ToldDuty): boolean {
  if (b.status === 'NOT_YET') return false;
  if (a.status === 'NOT_YET' || a.status === 'EXEMPT') return true;
  return a.reading.duty.level > b.reading.duty.level;
}

/** Decisive first. */
export function byWeight(a: TariffLine, b: TariffLine): number {
  return (
    LINE_STATUSES.indexOf(a.status) - LINE_STATUSES.indexOf(b.status) ||
    (b.additionalPercent ?? 0) - (a.additionalPercent ?? 0) ||
    (a.slot < b.slot ? -1 : a.slot > b.slot ? 1 : 0)
  );
}
