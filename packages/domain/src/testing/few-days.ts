import * as fc from 'fast-check';
import type { DateSpec, Effect, PolicyEvent, SourceKind } from '../events/envelope.js';
import { isRecordEvent, type LogEvent, type LogRecord } from '../events/record-event.js';
import {
  corrected,
  covered,
  described,
  inBoth,
  log,
  percent,
  policyEvent,
  sourceOf,
  voided,
} from './builders.js';

/**
 * Logs drawn from FEW days on two slots, so that edges and ties meet: with 400 random days most faults go unseen
 * (dependencies, trap 9). The six days lie around a month's end, so that a month's window shares their edges.
 */
export const FEW_DAYS = [
  '2025-03-30',
  '2025-03-31',
  '2025-04-01',
  '2025-04-02',
  '2025-04-03',
  '2025-04-04',
] as const;
export const TWO_SLOTS = ['tariff/us/reciprocal/JPN', 'tariff/us/reciprocal/CAN'] as const;
/** What every log begins with: its subjects described, its topic covered for good. */
export const THE_RECORD: readonly LogEvent[] = [
  covered('2099', { id: 'coverage' }),
  ...TWO_SLOTS.map((id) => described({ id })),
];
const KINDS: readonly SourceKind[] = ['PRESS', 'DATASET', 'OFFICIAL', 'OFFICIAL', 'OFFICIAL'];

/** One thing told; numbers are choices, resolved against what the log holds already. */
export interface Telling {
  readonly act:
    | 'ASSERT'
    | 'SUSPEND'
    | 'END'
    | 'AMEND'
    | 'RETRACT'
    | 'REVOKE'
    | 'ACCOUNT'
    | 'ERRATUM'
    | 'VOID';
  readonly slot: 0 | 1;
  readonly both: boolean;
  readonly from: number;
  readonly length: number;
  readonly known: number;
  readonly value: number;
  readonly source: number;
  readonly aim: number;
  readonly flavour: number;
}

const choice = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });

export const telling: fc.Arbitrary<Telling> = fc.record({
  act: fc.constantFrom<Telling['act'][]>(
    'ASSERT',
    'ASSERT',
    'ASSERT',
    'SUSPEND',
    'SUSPEND',
    'END',
    'END',
    'AMEND',
    'AMEND',
    'AMEND',
    'RETRACT',
    'REVOKE',
    'REVOKE',
    'ACCOUNT',
    'ERRATUM',
    'ERRATUM',
    'VOID',
  ),
  slot: fc.constantFrom(0, 0, 0, 1),
  both: fc.constantFrom(false, false, false, true),
  from: choice(7),
  length: choice(3),
  known: choice(7),
  value: choice(2),
  source: choice(KINDS.length - 1),
  aim: choice(7),
  flavour: choice(19),
});

export const fewDaysLog: fc.Arbitrary<LogRecord[]> = fc
  .array(telling, { minLength: 1, maxLength: 9 })
  .map((tellings) => logOf(tellings));

export function logOf(tellings: readonly Telling[]): LogRecord[] {
  const told: LogEvent[] = [];
  for (const next of tellings) told.push(eventOf(next, told));
  return log(...THE_RECORD, ...told);
}

/** The event this telling makes after what was told before. */
export function eventOf(t: Telling, told: readonly LogEvent[], id = `e${told.length}`): LogEvent {
  const policies = told.filter((event): event is PolicyEvent => !isRecordEvent(event));
  const aimed = policies[policies.length - 1 - (t.aim % Math.max(1, policies.length))];
  const anyAimed = told[told.length - 1 - (t.aim % Math.max(1, told.length))];
  switch (t.act) {
    case 'ASSERT':
    case 'SUSPEND':
      return event(t, id, [{ act: t.act, value: percent(t.value) }]);
    case 'END': {
      const aims = t.flavour % 2 === 0 && aimed ? { target: aimed.id } : {};
      const successor = t.flavour % 5 === 0 ? { successor: 'e0' } : {};
      const end = event({ ...t, length: 0 }, id, [{ act: 'END', ...aims, ...successor }]);
      // An end on its target's first day: the case in which a successor must not be wiped.
      return t.flavour % 4 === 0 && aimed ? { ...end, effective: { from: aimed.effective.from } } : end;
    }
    case 'RETRACT':
      return event(t, id, [{ act: 'RETRACT' }]);
    case 'AMEND': {
      if (!aimed) return eventOf({ ...t, act: 'ASSERT' }, told, id);
      const rerated = t.flavour % 3 === 0 ? { value: percent(t.value) } : {};
      const root = rootAct(aimed, policies);
      return event(
        root === 'END' ? { ...t, length: 0 } : t,
        id,
        [{ act: 'AMEND', target: aimed.id, ...(root === 'END' || root === 'RETRACT' ? {} : rerated) }],
        t.flavour % 4 < 2,
        slotsAimedAt(aimed, t),
      );
    }
    case 'REVOKE': {
      if (!aimed) return eventOf({ ...t, act: 'SUSPEND' }, told, id);
      const { from, until } = daysOf(t);
      const period = t.flavour % 3 === 0 ? { from, ...(until ? { until } : {}) } : {};
      return event(t, id, [{ act: 'REVOKE', target: aimed.id, ...period }], false, slotsAimedAt(aimed, t));
    }
    case 'ACCOUNT': {
      if (!aimed) return eventOf({ ...t, act: 'ASSERT' }, told, id);
      const again = event(
        rootAct(aimed, policies) === 'END' ? { ...t, length: 0 } : t,
        id,
        aimed.effects,
        aimed.effective.from.date === null && aimed.effects[0]?.act === 'AMEND',
        undefined,
      );
      return { ...again, fact: aimed.fact ?? aimed.id, modality: aimed.modality };
    }
    case 'ERRATUM': {
      if (!anyAimed) return eventOf({ ...t, act: 'ASSERT' }, told, id);
      if (isRecordEvent(anyAimed) && anyAimed.type !== 'EventCorrected') return voided(anyAimed, id);
      return corrected(anyAimed, patchOf(t, isRecordEvent(anyAimed) ? undefined : anyAimed), id);
    }
    case 'VOID':
      return anyAimed ? voided(anyAimed, id) : eventOf({ ...t, act: 'ASSERT' }, told, id);
  }
}

function event(
  t: Telling,
  id: string,
  acts: readonly Omit<Effect, 'slot'>[] | readonly Effect[],
  keepsStart = false,
  slots: readonly string[] = t.both ? TWO_SLOTS : [TWO_SLOTS[t.slot]],
): PolicyEvent {
  const { from, until } = daysOf(t);
  const track =
    t.flavour === 19 ? { track: 'COLLECTED' as const } : t.flavour === 18 ? { track: 'LEGAL' as const } : {};
  const effects = acts.flatMap((act): Effect[] =>
    'slot' in act ? [act] : slots.map((slot) => ({ ...act, slot, ...track })),
  );
  const knownOn = knownDay(t);
  return policyEvent({
    id,
    title: inBoth(id),
    modality: t.flavour === 13 ? 'PLANNED' : t.flavour === 14 ? 'REPORTED' : 'FACT',
    knownBasis: t.flavour === 9 || t.flavour === 10 ? 'DOCUMENTED' : 'ANNOUNCED',
    knownOn,
    effective: {
      from: keepsStart ? { date: null } : from,
      ...(until ? { until } : {}),
      ...(t.flavour === 11 ? { dateOpen: true as const } : {}),
    },
    sources: [sourceOf(KINDS[t.source] as SourceKind, '2025-03-30')],
    effects,
  });
}

/** Day by index; the last two choices are the month that ends in the middle of the six days, and an unstated start. */
function daysOf(t: Telling): { readonly from: DateSpec; readonly until?: DateSpec } {
  if (t.from === 7 && t.flavour % 2 === 1)
    return { from: { date: null, earliest: '2025-03-30', latest: dayAt(1 + t.length) } };
  const index = t.from > 5 ? -1 : t.from;
  const from = index < 0 ? { date: '2025-03' } : { date: dayAt(index) };
  if (t.length === 0) return { from };
  if (t.flavour === 12) return { from: index > 1 ? { date: dayAt(1) } : from, until: { date: '2025-03' } };
  return { from, until: { date: index + t.length > 5 ? '2025-04-05' : dayAt(index + t.length) } };
}

function knownDay(t: Telling): DateSpec {
  if (t.known === 6) return { date: '2025-03' };
  return { date: dayAt(Math.min(t.known, 5)) };
}

function patchOf(t: Telling, target: PolicyEvent | undefined) {
  const { from, until } = daysOf(target?.effects.some(({ act }) => act === 'END') ? { ...t, length: 0 } : t);
  const patches = [
    { effective: { from, ...(until ? { until } : {}) } },
    { knownOn: knownDay(t) },
    { sources: [sourceOf(KINDS[t.source] as SourceKind, '2025-03-30')] as const },
    target
      ? {
          effects: target.effects.map((effect) =>
            effect.value ? { ...effect, value: percent(t.value) } : effect,
          ),
        }
      : { knownOn: knownDay(t) },
  ];
  return patches[t.flavour % patches.length] as (typeof patches)[number];
}

/** What an amendment, or an amendment of one, amends in the end: ends and retractions have no rate to change. */
function rootAct(event: PolicyEvent, policies: readonly PolicyEvent[]): Effect['act'] | undefined {
  const [effect] = event.effects;
  const target = effect?.act === 'AMEND' ? policies.find(({ id }) => id === effect.target) : undefined;
  return target ? rootAct(target, policies) : effect?.act;
}

function slotsAimedAt(target: PolicyEvent, t: Telling): readonly string[] | undefined {
  const slots = [...new Set(target.effects.map(({ slot }) => slot))];
  return t.flavour === 17 ? undefined : slots;
}

const dayAt = (index: number): string => FEW_DAYS[Math.max(0, Math.min(5, index))] as string;
