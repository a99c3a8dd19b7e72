import { type Effect, eventType, type PolicyEvent, type Value } from '@policy-timeline/domain';
import type {
  EffectInput,
  EventContentInput,
  EventInput,
  EventPatchInput,
  ValueInput,
} from './append-events.input.js';

/** The event that an input means, defaults filled in. An unknown type gets a family all the same; the domain refuses it by name. */
export function eventFromInput(input: EventInput, id: string): PolicyEvent {
  const known = eventType(input.type);
  const { summary, knownBasis, modality, direction } = input;
  const defaults = {
    schemaVersion: 1 as const,
    family: known?.family.family ?? 'POLICY',
    extent: known?.definition.extent ?? 'STATE',
    summary: summary ?? input.title,
    knownBasis: knownBasis ?? 'ANNOUNCED',
    modality: modality ?? 'FACT',
    direction: direction ?? 'NEITHER',
    actors: [],
    targets: [],
    persons: [],
    relations: [],
    effects: [],
    inferred: [],
    data: {},
  };
  return { ...defaults, ...contentOf(input), id, stream: input.stream } as unknown as PolicyEvent;
}

/** The patch that an input means; a new type brings its own family and extent. */
export function patchFromInput(
  input: EventPatchInput,
): Partial<Omit<PolicyEvent, 'id' | 'stream' | 'schemaVersion'>> {
  const known = input.type == null ? undefined : eventType(input.type);
  return {
    ...contentOf(input),
    ...(known && { family: known.family.family, extent: known.definition.extent }),
  } as ReturnType<typeof patchFromInput>;
}

/** What was given, as the log keeps it: nothing empty, one-of values by their kind. */
function contentOf({ effects, ...input }: Partial<EventContentInput>): object {
  return { ...(present(input) as object), ...(effects && { effects: effects.map(effectOf) }) };
}

function effectOf({ value, ...effect }: EffectInput): Effect {
  const terms = effect.terms && {
    ...(present(effect.terms) as object),
    stacking: effect.terms.stacking ? present(effect.terms.stacking) : null,
  };
  return {
    ...(present(effect) as Omit<Effect, 'value'>),
    ...(terms && { terms }),
    ...(value && { value: valueFromInput(value) }),
  } as Effect;
}

function valueFromInput({ rate, quantity, text, quota, specific, exempt }: ValueInput): Value {
  if (rate)
    return {
      kind: 'RATE',
      ratePercent: rate.ratePercent,
      rateBasis: rate.rateBasis,
      ...(rate.upTo && { upTo: true as const }),
    };
  if (quantity) return { kind: 'QUANTITY', amount: quantity.amount, unit: quantity.unit };
  if (text) return { kind: 'TEXT', text: { en: text.en, ja: text.ja } };
  if (quota)
    return {
      kind: 'QUOTA',
      withinPercent: quota.withinPercent,
      abovePercent: quota.abovePercent ?? null,
      rateBasis: quota.rateBasis,
      quota: quota.quota,
    };
  if (specific) return { kind: 'SPECIFIC', text: { en: specific.en, ja: specific.ja } };
  return { kind: exempt ? 'EXEMPT' : 'FLAG' };
}

/** Without the members that are null, except a DateSpec's `date`: there null says that no source gives it. */
function present(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => present(item));
  if (typeof value !== 'object' || value === null || name === 'data') return value;
  const members = Object.entries(value).filter(([, member]) => member != null);
  const kept = Object.fromEntries(members.map(([key, member]) => [key, present(member, key)]));
  return DATES.has(name) ? { date: null, ...kept } : kept;
}

const DATES = new Set(['from', 'until', 'knownOn', 'signedOn', 'publishedOn']);
