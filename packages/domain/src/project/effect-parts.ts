import type { Revocation, Statement } from '../bitemporal/statement.js';
import type { Effect, PolicyEvent } from '../events/envelope.js';
import { factOf, rankOf } from './facts.js';
import type { SettledEvent, ToldEvents } from './settled-events.js';
import { knownWindow } from './window.js';

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

type Base = ReturnType<typeof baseOf>;

/** Member by member: a spread takes several times as long, and a million are made. */
export const newStatement = (
  { slot, event, fact, modality, track, known, rank, position, index }: Base,
  { act, value, from, until, dateOpen, targetFact, successor }: Omit<Statement, keyof Base>,
): Statement => ({
  slot,
  event,
  fact,
  modality,
  track,
  known,
  rank,
  position,
  index,
  act,
  value,
  from,
  until,
  dateOpen,
  targetFact,
  successor,
});

/** The days of an effect: its own, else those of the event. A range given by the effect does not inherit the event's end. */
export function daysOf(event: PolicyEvent, effect: Effect) {
  return {
    from: effect.from ?? event.effective.from,
    until: effect.until ?? (effect.from === undefined ? event.effective.until : undefined),
  };
}

/** Targets are matched by fact: revoking one account of an act revokes the act. */
export function factOfId(id: string, record: ToldEvents): string {
  const target = record.events.get(id);
  return target ? factOf(target.event) : id;
}

/** What an effect says of its slot. */
export interface Projection {
  readonly statements: readonly Statement[];
  readonly revocations: readonly Revocation[];
}

/** Projects one effect; `amending` are the facts whose amendments led here, innermost last. */
export type ProjectEffect = (
  settled: SettledEvent,
  effect: Effect,
  index: number,
  record: ToldEvents,
  amending: readonly string[],
) => Projection;
