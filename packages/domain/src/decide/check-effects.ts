import { isFirm } from '../bitemporal/statement.js';
import type { Timeline } from '../bitemporal/timeline.js';
import { viewOf } from '../bitemporal/view.js';
import { formatDay } from '../calendar/civil-day.js';
import type { Effect, PolicyEvent } from '../events/envelope.js';
import { endWindow, knownWindow, startWindow } from '../project/window.js';
import type { Refuse } from './decision.js';

/** What an event may do to its slots, judged by the record before it. */
export function checkEffects(event: PolicyEvent, timeline: Timeline, refuse: Refuse): void {
  event.effects.forEach((effect, i) => {
    const path = `effects[${i}]`;
    if (
      effect.slot !== event.stream &&
      !effect.slot.startsWith(`${event.stream}/`) &&
      !effect.slot.startsWith(`${event.stream}#`) &&
      !timeline.index.slots.has(effect.slot)
    ) {
      refuse(
        `${path}.slot`,
        `"${effect.slot.slice(0, 120)}" is neither under the stream ${event.stream} nor a slot of the record.`,
        'SLOT_OUTSIDE_STREAM',
        'UNKNOWN_SUBJECT',
      );
    }
    if ((effect.act === 'ASSERT' || effect.act === 'SUSPEND') && effect.value === undefined)
      refuse(
        `${path}.value`,
        `${effect.act} needs a value; write a flag where something simply holds.`,
        'VALUE_MISSING',
        'INVALID_INPUT',
      );
    if ((effect.act === 'AMEND' || effect.act === 'REVOKE') && effect.target === undefined)
      refuse(
        `${path}.target`,
        `${effect.act} needs the id of the event it aims at.`,
        'TARGET_MISSING',
        'INVALID_INPUT',
      );
    if (effect.target !== undefined) checkTarget(effect, timeline, path, refuse);
    if (isFirm(event.modality)) checkState(event, effect, timeline, path, refuse);
  });
}

function checkTarget(effect: Effect, timeline: Timeline, path: string, refuse: Refuse): void {
  const target = timeline.event(effect.target ?? '');
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

/** Nothing is suspended that is not in force, and nothing ends that neither holds nor is planned. */
function checkState(
  event: PolicyEvent,
  effect: Effect,
  timeline: Timeline,
  path: string,
  refuse: Refuse,
): void {
  if (effect.act !== 'SUSPEND' && effect.act !== 'END') return;
  const knownAt = knownWindow(event).nominal;
  const spec = effect.from ?? event.effective.from;
  const date = effect.act === 'END' ? endWindow(spec, knownAt).nominal : startWindow(spec, knownAt).nominal;
  const read = (day: typeof date) =>
    timeline.index.slots.has(effect.slot)
      ? timeline.read(effect.slot, viewOf({ date: day, knownAt })).status
      : 'NOT_IN_FORCE';
  const held = ['IN_FORCE', 'SUSPENDED', 'UNKNOWN', 'SCHEDULED'];
  const before = (date - 1) as typeof date;
  if (held.includes(read(date)) || held.includes(read(before))) return;
  const verb = effect.act === 'END' ? 'end' : 'suspend';
  refuse(
    `${path}.slot`,
    `by ${formatDay(knownAt)} nothing known for ${effect.slot} was in force or planned on ${formatDay(date)}, so there is nothing to ${verb}; append the measure first.`,
    `NOTHING_TO_${verb.toUpperCase()}`,
  );
}
