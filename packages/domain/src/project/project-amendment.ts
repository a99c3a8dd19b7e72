import type { Revocation, Statement } from '../bitemporal/statement.js';
import type { Effect } from '../events/envelope.js';
import { sameValue } from '../events/value.js';
import {
  baseOf,
  daysOf,
  factOfId,
  newStatement,
  type ProjectEffect,
  type Projection,
} from './effect-parts.js';
import type { SettledEvent, ToldEvents } from './settled-events.js';
import { endWindow, startWindow, type Window } from './window.js';

/**
 * AMEND moves or re-rates its target from the amendment's known day on (semantics §3).
 * An extension asserts only the added stretch, a shortening revokes only the cut one; anything else revokes the target
 * (from the new start on where it has already begun, wholly where it has not) and asserts the new range and value.
 */
export function projectAmendment(
  settled: SettledEvent,
  effect: Effect,
  index: number,
  record: ToldEvents,
  amending: readonly string[],
  project: ProjectEffect,
): Projection {
  const base = baseOf(settled, effect, index);
  const target = statementOf(effect, record, [...amending, base.fact], project);
  if (!target) return { statements: [], revocations: [] };

  const days = daysOf(settled.event, effect);
  const known = base.known.nominal;
  const from =
    days.from.date === null
      ? target.from
      : target.act === 'END'
        ? { ...endWindow(days.from, known), founding: null }
        : startWindow(days.from, known);
  // An end is a step: it has no end of its own.
  const until = target.act === 'END' ? null : days.until ? endWindow(days.until, known) : target.until;
  const replacement = newStatement(base, {
    act: target.act,
    value: target.act === 'END' ? null : (effect.value ?? target.value),
    from,
    until,
    dateOpen: settled.event.effective.dateOpen === true,
    targetFact: target.targetFact,
    successor: effect.successor ?? target.successor,
  });
  const cut = (period: { from: Window | null; until: Window | null }): Revocation => ({
    ...base,
    kind: 'REPLACE',
    targetFact: target.fact,
    ...period,
  });

  const sameContent =
    (effect.value === undefined || sameValue(effect.value, target.value)) &&
    target.act !== 'END' &&
    !replacement.dateOpen;
  if (sameContent && target.until !== null && until !== null) {
    const startsAtTarget = from.nominal === target.from.nominal;
    const startsAtItsEnd = from.nominal === target.until.nominal;
    if ((startsAtTarget || startsAtItsEnd) && until.nominal > target.until.nominal) {
      return { statements: [{ ...replacement, from: { ...target.until, founding: null } }], revocations: [] };
    }
    if (startsAtTarget && until.nominal < target.until.nominal)
      return { statements: [], revocations: [cut({ from: until, until: target.until })] };
  }
  if (sameContent && target.until === null && until !== null && from.nominal === target.from.nominal) {
    return { statements: [], revocations: [cut({ from: until, until: null })] };
  }
  // What has passed stays said: a target that has begun is cut from the new start on, unless that start covers it wholly.
  const keepsItsPast =
    target.from.nominal < known && from.nominal > target.from.nominal && !replacement.dateOpen;
  return { statements: [replacement], revocations: [cut({ from: keepsItsPast ? from : null, until: null })] };
}

/** What the target's best account says of the effect's slot; that account may have come after the amendment. A fact never amends itself, so the walk ends. */
function statementOf(
  effect: Effect,
  record: ToldEvents,
  amending: readonly string[],
  project: ProjectEffect,
): Statement | undefined {
  const fact = factOfId(effect.target ?? '', record);
  const target = record.events.get(record.accounts.get(fact) ?? '');
  if (!target || amending.includes(fact)) return undefined;
  for (const [index, other] of target.event.effects.entries()) {
    if (other.slot !== effect.slot || other.act === 'REVOKE') continue;
    const statement = project(target, other, index, record, amending).statements[0];
    if (statement) return statement;
  }
  return undefined;
}
