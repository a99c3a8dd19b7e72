import type { Revocation, Statement } from '../bitemporal/statement.js';
import { LAST_DAY } from '../calendar/civil-day.js';
import type { Effect } from '../events/envelope.js';
import { baseOf, daysOf, factOfId, type Projection } from './effect-parts.js';
import { projectAmendment } from './project-amendment.js';
import type { SettledEvent, SettledRecord } from './settle-record.js';
import { endWindow, startWindow, type Window } from './window.js';

/** A retraction without a period takes back everything: an overlay to the last day that can be written. */
const FOR_GOOD: Window = { earliest: LAST_DAY, nominal: LAST_DAY, latest: LAST_DAY, text: null };

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
  const base = baseOf(settled, effect, index, record);
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
      return projectAmendment(settled, effect, index, record, amending, projectEffect);
  }
}

const only = (statement: Statement): Projection => ({ statements: [statement], revocations: [] });
