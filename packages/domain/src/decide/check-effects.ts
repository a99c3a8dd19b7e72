import { subjectOf } from '../bitemporal/record-index.js';
import { isFirm } from '../bitemporal/statement.js';
import type { Effect, PolicyEvent } from '../events/envelope.js';
import type { Value } from '../events/value.js';
import { checkState } from './check-state.js';
import type { RecordBefore, Refuse } from './decision.js';

/** What an event may do to its slots, judged by the record before it. */
export function checkEffects(event: PolicyEvent, record: RecordBefore, refuse: Refuse): void {
  checkStructure(event, record, refuse);
  if (!isFirm(event.modality)) return;
  event.effects.forEach((effect, i) => {
    checkState(event, effect, record, `effects[${i}]`, refuse);
  });
}

/** What holds of an event's effects whatever the state of their slots: an erratum is held to this alone. */
export function checkStructure(event: PolicyEvent, record: RecordBefore, refuse: Refuse): void {
  event.effects.forEach((effect, i) => {
    const path = `effects[${i}]`;
    checkSlot(event, effect, record, path, refuse);
    checkValue(effect, path, refuse);
    if ((effect.act === 'AMEND' || effect.act === 'REVOKE') && effect.target === undefined)
      refuse(
        `${path}.target`,
        `${effect.act} needs the id of the event it aims at.`,
        'TARGET_MISSING',
        'INVALID_INPUT',
      );
    if (effect.target !== undefined) checkTarget(event, effect, record, path, refuse);
    if (effect.successor !== undefined && effect.act !== 'END')
      refuse(
        `${path}.successor`,
        `${effect.act} has no successor; only END names the event that takes the place.`,
        'SUCCESSOR_WITHOUT_END',
        'INVALID_INPUT',
      );
  });
}

const SLOT = /^[a-z0-9][A-Za-z0-9._:-]*(\/[A-Za-z0-9][A-Za-z0-9._:-]*)*(#[A-Za-z0-9][A-Za-z0-9._-]*)?$/;

function checkSlot(
  { stream }: PolicyEvent,
  { slot }: Effect,
  record: RecordBefore,
  path: string,
  refuse: Refuse,
): void {
  if (!SLOT.test(slot) || slot.length > 300)
    refuse(
      `${path}.slot`,
      `"${slot.slice(0, 120)}" is no slot; write a path such as tariff/us/reciprocal/JPN, with #attribute where it is one.`,
      'SLOT_FORM',
      'INVALID_INPUT',
    );
  else if (
    slot !== stream &&
    !slot.startsWith(`${stream}/`) &&
    !slot.startsWith(`${stream}#`) &&
    !record.timeline.index.slots.has(slot) &&
    !record.timeline.record.subjects.has(subjectOf(slot))
  )
    refuse(
      `${path}.slot`,
      `"${slot.slice(0, 120)}" is neither under the stream ${stream} nor a slot or subject of the record.`,
      'SLOT_OUTSIDE_STREAM',
      'UNKNOWN_SUBJECT',
    );
}

function checkValue({ act, value }: Effect, path: string, refuse: Refuse): void {
  if ((act === 'ASSERT' || act === 'SUSPEND') && value === undefined)
    refuse(
      `${path}.value`,
      `${act} needs a value; write a flag where something simply holds.`,
      'VALUE_MISSING',
      'INVALID_INPUT',
    );
  if (value !== undefined) checkFigures(value, `${path}.value`, refuse);
}

/** No tariff ever was higher than this; a figure beyond is a slip of the point, or an attack. */
const HIGHEST_PERCENT = 10_000;

function checkFigures(value: Value, path: string, refuse: Refuse): void {
  const percents =
    value.kind === 'RATE'
      ? [value.ratePercent]
      : value.kind === 'QUOTA'
        ? [value.withinPercent, value.abovePercent ?? 0]
        : [];
  if (percents.some((percent) => percent < 0 || percent > HIGHEST_PERCENT))
    refuse(
      path,
      `a rate is a percentage of the customs value from 0 to ${HIGHEST_PERCENT}: 24 means 24 %.`,
      'RATE_OUT_OF_RANGE',
      'INVALID_INPUT',
    );
  if (value.kind === 'QUANTITY' && (Math.abs(value.amount) > 1e15 || value.unit.trim() === ''))
    refuse(
      path,
      'a quantity has a unit and is not larger than 10^15; choose a larger unit, for example usdBillion.',
      'QUANTITY_OUT_OF_RANGE',
      'INVALID_INPUT',
    );
}

function checkTarget(
  event: PolicyEvent,
  effect: Effect,
  record: RecordBefore,
  path: string,
  refuse: Refuse,
): void {
  const target = event.id === effect.target ? undefined : record.timeline.event(effect.target ?? '');
  if (!target) {
    refuse(
      `${path}.target`,
      `"${effect.target?.slice(0, 80)}" is no event of the record before this one.`,
      'UNKNOWN_TARGET',
    );
    return;
  }
  const aimedAt = target.event.effects.filter(
    ({ slot, track }) => slot === effect.slot && (track === undefined || track === effect.track),
  );
  if (aimedAt.length === 0) {
    refuse(`${path}.target`, `${effect.target} says nothing of ${effect.slot}.`, 'TARGET_OF_ANOTHER_SLOT');
  } else if (effect.act === 'AMEND' && aimedAt.length > 1) {
    refuse(
      `${path}.target`,
      `${effect.target} says ${aimedAt.length} things of ${effect.slot}, so it is not clear which one is amended; revoke it and append anew.`,
      'TARGET_AMBIGUOUS',
    );
  }
}
