import type { Status } from '../bitemporal/status.js';
import type { Timeline } from '../bitemporal/timeline.js';
import { viewOf } from '../bitemporal/view.js';
import { type Day, formatDay } from '../calendar/civil-day.js';
import type { Effect, Family, PolicyEvent } from '../events/envelope.js';
import { factOf } from '../project/facts.js';
import { endWindow, knownWindow, startWindow } from '../project/window.js';
import type { RecordBefore, Refuse } from './decision.js';

/** What a slot of the family is, in a sentence that says there is none. */
const WHAT: Partial<Record<Family, string>> = {
  TARIFF: 'duty',
  SANCTION: 'sanction',
  NEGOTIATION: 'open negotiation',
  AGREEMENT: 'agreement',
  MEMBERSHIP: 'membership',
  OFFICE: 'holder of the office',
  DEPLOYMENT: 'deployment',
  DESIGNATION: 'designation',
  DOCUMENT: 'document in force',
  THREAT: 'threat',
  STATEMENT: 'position',
  POLICY: 'policy',
  SITUATION: 'situation',
};

/** Nothing is suspended, ended, amended, revoked or retracted that is not there for it. */
export function checkState(
  event: PolicyEvent,
  effect: Effect,
  record: RecordBefore,
  path: string,
  refuse: Refuse,
): void {
  switch (effect.act) {
    case 'ASSERT':
      break;
    case 'SUSPEND':
    case 'END':
      checkHeld(event, effect, record.timeline, path, refuse);
      break;
    case 'AMEND':
    case 'REVOKE':
      checkTargetStands(event, effect, record.timeline, path, refuse);
      break;
    case 'RETRACT':
      if (!record.timeline.index.slots.has(effect.slot))
        refuse(
          `${path}.slot`,
          `nothing was ever said of ${effect.slot}, so there is nothing to retract.`,
          'NOTHING_TO_RETRACT',
        );
  }
}

const HELD: readonly Status[] = ['IN_FORCE', 'SUSPENDED', 'UNKNOWN', 'SCHEDULED'];
/** A threat never holds and can be dropped. */
const OPEN: readonly Status[] = [...HELD, 'THREATENED', 'PROPOSED', 'DATE_OPEN'];

function checkHeld(
  event: PolicyEvent,
  effect: Effect,
  timeline: Timeline,
  path: string,
  refuse: Refuse,
): void {
  const knownAt = knownWindow(event).nominal;
  const spec = effect.from ?? event.effective.from;
  const date = effect.act === 'END' ? endWindow(spec, knownAt).nominal : startWindow(spec, knownAt).nominal;
  const status = (day: Day): Status => {
    if (!timeline.index.slots.has(effect.slot)) return 'NOT_IN_FORCE';
    const { track = 'LEGAL' } = effect;
    return timeline.read(effect.slot, viewOf({ date: day, knownAt, track })).status;
  };
  // The end of what holds to that very day may be told again, by another account.
  const allowed = effect.act === 'END' ? OPEN : HELD;
  if (allowed.includes(status(date)) || allowed.includes(status((date - 1) as Day))) return;
  const [verb, reason] =
    effect.act === 'END'
      ? (['end', 'NOTHING_TO_END'] as const)
      : (['suspend', 'NOTHING_TO_SUSPEND'] as const);
  refuse(
    `${path}.slot`,
    `by ${formatDay(knownAt)} no ${WHAT[event.family] ?? 'measure'} known for ${effect.slot} was in force or planned on ${formatDay(date)}, so there is nothing to ${verb}; append its beginning first.`,
    reason,
  );
}

/** What was revoked as a whole is neither moved nor revoked again, and what had run out before anybody said so is not extended. */
function checkTargetStands(
  event: PolicyEvent,
  effect: Effect,
  timeline: Timeline,
  path: string,
  refuse: Refuse,
): void {
  const target = timeline.event(effect.target ?? '');
  const slot = timeline.index.slots.get(effect.slot);
  if (!target || !slot) return;
  const knownAt = knownWindow(event).nominal;
  const fact = factOf(target.event);
  const standing = (revocationFact: string): boolean =>
    !slot.revocations.some(
      (other) =>
        other.targetFact === revocationFact &&
        other.from === null &&
        other.until === null &&
        other.known.nominal <= knownAt,
    );
  const revoked = slot.revocations.find(
    (revocation) =>
      revocation.kind === 'REVOKE' &&
      revocation.targetFact === fact &&
      revocation.from === null &&
      revocation.until === null &&
      revocation.known.nominal <= knownAt &&
      standing(revocation.fact),
  );
  const [verb, reason] =
    effect.act === 'AMEND'
      ? (['amend', 'NOTHING_TO_AMEND'] as const)
      : (['revoke', 'NOTHING_TO_REVOKE'] as const);
  if (revoked) {
    refuse(
      `${path}.target`,
      `${effect.target} was revoked by ${revoked.event}, so there is nothing to ${verb}; append the measure anew.`,
      reason,
    );
    return;
  }
  const until = slot.statements.find((statement) => statement.fact === fact)?.until ?? null;
  const moved = effect.until ?? event.effective.until;
  if (effect.act !== 'AMEND' || until === null || moved === undefined) return;
  if (
    endWindow(moved, knownAt).nominal > until.nominal &&
    until.latest < knownAt &&
    starts(event, effect) === null
  )
    refuse(
      `${path}.target`,
      `${effect.target} ran out on ${formatDay(until.nominal)}, before this was known (${formatDay(knownAt)}), so there is nothing to extend; append a measure of its own, from its first day.`,
      'NOTHING_TO_EXTEND',
    );
}

const starts = (event: PolicyEvent, effect: Effect): string | null =>
  (effect.from ?? event.effective.from).date;
