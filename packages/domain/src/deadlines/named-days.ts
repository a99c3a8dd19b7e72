import type { Timeline } from '../bitemporal/timeline.js';
import type { Day } from '../calendar/civil-day.js';
import type { DateSpec, Effect, PolicyEvent, Track } from '../events/envelope.js';
import { endWindow, startWindow, type Window } from '../project/window.js';

/** A day that an event names: its own first or last, or one that some of its effects give for themselves. */
export interface NamedDay {
  readonly edge: 'START' | 'END';
  readonly spec: DateSpec;
  readonly window: Window;
  /** What begins or ends on it. */
  readonly effects: readonly Effect[];
  /** The effects name it, the event itself does not. */
  readonly ofEffects: boolean;
}

/** The event's own days first, then those of its effects in the order in which it tells of them, each once. */
export function namedDays(timeline: Timeline, event: PolicyEvent, known: Day, track: Track): NamedDay[] {
  const effects = event.effects.filter((effect) => (effect.track ?? track) === track);
  // The period of a figure is no plan, unless the source itself calls its end a deadline.
  if (event.family === 'INDICATOR' && !event.deadline) return [];
  const { from, until } = event.effective;
  const own: NamedDay[] = [
    { edge: 'START', spec: from, window: startWindow(from, known), effects, ofEffects: false },
  ];
  if (until)
    own.push({ edge: 'END', spec: until, window: endWindow(until, known), effects, ofEffects: false });
  if (event.family === 'INDICATOR') return own;
  return [...own, ...daysOfEffects(timeline, event, effects, known)];
}

function daysOfEffects(
  timeline: Timeline,
  event: PolicyEvent,
  effects: readonly Effect[],
  known: Day,
): NamedDay[] {
  const { from, until } = event.effective;
  const starts = byDate(effects, ({ from: own }) => own, from.date);
  const ends = byDate(effects, ({ until: own }) => own, until?.date ?? null);
  const begun = [...starts.values()]
    .map(({ spec, on }) => ({ spec, on: on.filter((effect) => !goesOn(timeline, effect)) }))
    .filter(({ on }) => on.length > 0);
  // On a day on which another step of the same act begins, the step is told.
  const ended = [...ends.values()].filter(
    ({ spec }) => spec.date !== from.date && !starts.has(spec.date as string),
  );
  return [
    ...begun.map(
      ({ spec, on }): NamedDay => ({
        edge: 'START',
        spec,
        window: startWindow(spec, known),
        effects: on,
        ofEffects: true,
      }),
    ),
    ...ended.map(
      ({ spec, on }): NamedDay => ({
        edge: 'END',
        spec,
        window: endWindow(spec, known),
        effects: on,
        ofEffects: true,
      }),
    ),
  ];
}

/** The days that effects give for themselves, other than the event's own. */
function byDate(
  effects: readonly Effect[],
  specOf: (effect: Effect) => DateSpec | undefined,
  ofEvent: string | null,
): ReadonlyMap<string, { readonly spec: DateSpec; readonly on: readonly Effect[] }> {
  const days = new Map<string, { readonly spec: DateSpec; readonly on: Effect[] }>();
  for (const effect of effects) {
    const spec = specOf(effect);
    if (!spec || spec.date === null || spec.date === ofEvent) continue;
    const day = days.get(spec.date);
    if (day) day.on.push(effect);
    else days.set(spec.date, { spec, on: [effect] });
  }
  return days;
}

/** An extension says again from where its target would have ended: nothing begins on that day. */
function goesOn(timeline: Timeline, { act, target, slot, from }: Effect): boolean {
  if (act !== 'AMEND' || target === undefined) return false;
  const extended = timeline.event(target)?.event;
  const ended = extended?.effects.find((effect) => effect.slot === slot)?.until ?? extended?.effective.until;
  return ended !== undefined && ended.date === from?.date;
}
