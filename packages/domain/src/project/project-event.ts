import { LAST_DAY } from '../calendar/civil-day.js';
import type { Effect, PolicyEvent, SlotId } from '../events/envelope.js';
import { baseOf, daysOf, factOfId, newStatement, type Projection } from './effect-parts.js';
import { projectAmendment } from './project-amendment.js';
import type { SettledEvent, ToldEvents } from './settled-events.js';
import { endWindow, startWindow, type Window } from './window.js';

/** A retraction without a period takes back everything: an overlay to the last day that can be written. */
const FOR_GOOD: Window = { earliest: LAST_DAY, nominal: LAST_DAY, latest: LAST_DAY, text: null };

/** Expected and thought things say nothing of a slot. */
export const projectsAnything = ({ modality }: PolicyEvent): boolean =>
  modality !== 'FORECAST' && modality !== 'OPINION';

/** What an event says of one slot: one projection per effect (semantics §3). An AMEND looks at its target, found through `record`. */
export function projectOnSlot(settled: SettledEvent, slot: SlotId, record: ToldEvents): Projection {
  const { event } = settled;
  if (!projectsAnything(event)) return NOTHING;
  let whole: Projection = NOTHING;
  for (let index = 0; index < event.effects.length; index++) {
    const effect = event.effects[index] as Effect;
    if (effect.slot !== slot) continue;
    const part = projectEffect(settled, effect, index, record);
    whole =
      whole === NOTHING
        ? part
        : {
            statements: [...whole.statements, ...part.statements],
            revocations: [...whole.revocations, ...part.revocations],
          };
  }
  return whole;
}
const NOTHING: Projection = { statements: [], revocations: [] };

/** `amending`: the facts whose amendments led here, innermost last. */
export function projectEffect(
  settled: SettledEvent,
  effect: Effect,
  index: number,
  record: ToldEvents,
  amending: readonly string[] = [],
): Projection {
  const base = baseOf(settled, effect, index);
  const { event } = settled;
  const days = daysOf(event, effect);
  switch (effect.act) {
    case 'ASSERT':
    case 'SUSPEND':
      return only(base, {
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
      return only(base, {
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
      return only(base, {
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
        statements: NONE,
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

const only = (
  base: Parameters<typeof newStatement>[0],
  said: Parameters<typeof newStatement>[1],
): Projection => ({
  statements: [newStatement(base, said)],
  revocations: NONE,
});
const NONE: readonly never[] = [];
