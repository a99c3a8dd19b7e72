import type { Revocation, Statement } from '../bitemporal/statement.js';
import { LAST_DAY } from '../calendar/civil-day.js';
import type { Effect, PolicyEvent } from '../events/envelope.js';
import { projectAmendment } from './project-amendment.js';
import { factOf, rankOf, type SettledEvent, type SettledRecord } from './settle-record.js';
import { endWindow, knownWindow, startWindow, type Window } from './window.js';

/** A retraction without a period takes back everything: an overlay to the last day that can be written. */
const FOR_GOOD: Window = { earliest: LAST_DAY, nominal: LAST_DAY, latest: LAST_DAY, text: null };

export interface Projection {
  readonly statements: readonly Statement[];
  readonly revocations: readonly Revocation[];
}

/** What an event means: one projection per effect (semantics §3). An AMEND looks at its target, found through `record`. */
export function projectEvent(settled: SettledEvent, record: SettledRecord): Projection {
  const statements: Statement[] = [];
  const revocations: Revocation[] = [];
  if (settled.event.modality === 'FORECAST' || settled.event.modality === 'OPINION')
    return { statements, revocations };
  settled.event.effects.forEach((effect, index) => {
    const projection = projectEffect(settled, effect, index, record);
    statements.push(...projection.statements);
    revocations.push(...projection.revocations);
  });
  return { statements, revocations };
}

/** `amending`: the facts whose amendments led here, innermost last. */
export function projectEffect(
  settled: SettledEvent,
  effect: Effect,
  index: number,
  record: SettledRecord,
  amending: readonly string[] = [],
): Projection {
  const base = baseOf(settled, effect, index);
  const { event } = settled;
  const days = daysOf(event, effect);
  switch (effect.act) {
    case 'ASSERT':
    case 'SUSPEND':
      return only({
        ...base,
        act: effect.act === 'SUSPEND' ? 'SUSPENSION' : 'VALUE',
        value: effect.value ?? { kind: 'FLAG' },
        from: startWindow(days.from, base.known.nominal),
        until: days.until ? endWindow(days.until, base.known.nominal) : null,
        dateOpen: event.effective.dateOpen === true && effect.from === undefined,
        targetFact: null,
        successor: null,
      });
    case 'END': {
      const day = endWindow(days.from, base.known.nominal, 'effective.from');
      return only({
        ...base,
        act: 'END',
        value: null,
        from: { ...day, founding: null },
        until: null,
        dateOpen: event.effective.dateOpen === true && effect.from === undefined,
        targetFact: effect.target === undefined ? null : factOfId(effect.target, record),
        successor: effect.successor ?? null,
      });
    }
    case 'RETRACT':
      return only({
        ...base,
        act: 'RETRACTION',
        value: null,
        from: startWindow(days.from, base.known.nominal),
        until: days.until ? endWindow(days.until, base.known.nominal) : FOR_GOOD,
        dateOpen: false,
        targetFact: null,
        successor: null,
      });
    case 'REVOKE':
      return {
        statements: [],
        revocations: [
          {
            ...base,
            kind: 'REVOKE',
            targetFact: factOfId(effect.target ?? '', record),
            from: effect.from ? startWindow(effect.from, base.known.nominal) : null,
            until: effect.until ? endWindow(effect.until, base.known.nominal) : null,
          },
        ],
      };
    case 'AMEND':
      return projectAmendment(settled, effect, index, record, amending);
  }
}

/** The parts that statement and revocation share. */
export function baseOf({ event, position }: SettledEvent, effect: Effect, index: number) {
  return {
    slot: effect.slot,
    event: event.id,
    fact: factOf(event),
    modality: event.modality,
    track: effect.track ?? null,
    known: knownWindow(event),
    rank: rankOf(event),
    position,
    index,
  };
}

/** The days of an effect: its own, else those of the event. A range given by the effect does not inherit the event's end. */
export function daysOf(event: PolicyEvent, effect: Effect) {
  return {
    from: effect.from ?? event.effective.from,
    until: effect.until ?? (effect.from === undefined ? event.effective.until : undefined),
  };
}

/** Targets are matched by fact: revoking one account of an act revokes the act. */
export function factOfId(id: string, record: SettledRecord): string {
  const target = record.events.get(id);
  return target ? factOf(target.event) : id;
}

const only = (statement: Statement): Projection => ({ statements: [statement], revocations: [] });
