import type { DateSpec, Effect, PolicyEvent } from '../events/envelope.js';
import { eventType } from '../events/families.js';
import type { TariffTerms } from '../events/tariff-terms.js';
import type { Text } from '../events/text.js';
import type { QuantityValue, QuotaValue, RateValue, Value } from '../events/value.js';

/** Every member may be left out or null: a form, a file and a GraphQL input say "not given" differently. */
type Given<T> = { readonly [K in keyof T]?: T[K] | null | undefined };

/** A value as it is written: exactly one member. */
export interface ValueDraft
  extends Given<{
    rate: Given<Omit<RateValue, 'kind' | 'upTo'>> & {
      readonly ratePercent: number;
      readonly upTo?: boolean | null | undefined;
    };
    quantity: Omit<QuantityValue, 'kind'>;
    text: Text;
    quota: Given<Omit<QuotaValue, 'kind'>> & { readonly withinPercent: number; readonly quota: string };
    specific: Text;
    exempt: boolean;
    flag: boolean;
  }> {}

type DateDraft = Given<DateSpec>;

/** An effect as an editor or a file gives it: null means left out. */
export interface EffectDraft
  extends Given<Omit<Effect, 'act' | 'slot' | 'value' | 'from' | 'until' | 'terms'>> {
  readonly act: Effect['act'];
  readonly slot: string;
  readonly value?: ValueDraft | null | undefined;
  readonly from?: DateDraft | null | undefined;
  readonly until?: DateDraft | null | undefined;
  readonly terms?: TermsDraft | null | undefined;
}
type TermsDraft = Omit<TariffTerms, 'stacking'> & {
  readonly stacking?: TariffTerms['stacking'] | object | null;
};

type Written = Omit<
  PolicyEvent,
  | 'schemaVersion'
  | 'family'
  | 'extent'
  | 'effects'
  | 'effective'
  | 'sources'
  | 'id'
  | 'stream'
  | 'topic'
  | 'type'
  | 'title'
>;

/** An event as an editor writes it: what follows from its type, and what is usual, left out. The `events` of `appendEvents` have this shape. */
export interface EventDraft
  extends Given<Omit<Written, 'knownOn' | 'signedOn' | 'publishedOn' | 'deadline'>> {
  readonly id?: string | null | undefined;
  readonly stream: string;
  readonly topic: string;
  readonly type: string;
  readonly title: Text;
  readonly effective: {
    readonly from: DateDraft;
    readonly until?: DateDraft | null | undefined;
    readonly dateOpen?: boolean | null | undefined;
  };
  readonly knownOn?: DateDraft | null | undefined;
  readonly signedOn?: DateDraft | null | undefined;
  readonly publishedOn?: DateDraft | null | undefined;
  readonly deadline?: Given<NonNullable<PolicyEvent['deadline']>> | null | undefined;
  readonly sources: readonly Given<PolicyEvent['sources'][number]>[];
  readonly effects?: readonly EffectDraft[] | null | undefined;
}

/** The event that a draft means, defaults filled in. An unknown type gets a family all the same; the rules refuse it by name. */
export function eventOfDraft(draft: EventDraft, id: string): PolicyEvent {
  const known = eventType(draft.type);
  const { summary, knownBasis, modality, direction } = draft;
  const defaults = {
    schemaVersion: 1 as const,
    family: known?.family.family ?? 'POLICY',
    extent: known?.definition.extent ?? 'STATE',
    summary: summary ?? draft.title,
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
  return { ...defaults, ...contentOf(draft), id, stream: draft.stream } as PolicyEvent;
}

/** The patch that a partial draft means; a new type brings its own family and extent. */
export function patchOfDraft(
  draft: Given<Omit<EventDraft, 'id' | 'stream'>>,
): Partial<Omit<PolicyEvent, 'id' | 'stream' | 'schemaVersion'>> {
  const known = draft.type == null ? undefined : eventType(draft.type);
  return {
    ...contentOf(draft),
    ...(known && { family: known.family.family, extent: known.definition.extent }),
  } as ReturnType<typeof patchOfDraft>;
}

/** What was given, as the log keeps it: nothing empty, one-of values by their kind. */
function contentOf({ effects, ...draft }: Given<EventDraft>): Partial<PolicyEvent> {
  return { ...(present(draft) as Partial<PolicyEvent>), ...(effects && { effects: effects.map(effectOf) }) };
}

function effectOf({ value, ...effect }: EffectDraft): Effect {
  const terms = effect.terms && {
    ...(present(effect.terms) as object),
    stacking: effect.terms.stacking ? present(effect.terms.stacking) : null,
  };
  return {
    ...(present(effect) as Omit<Effect, 'value'>),
    ...(terms && { terms }),
    ...(value && { value: valueOfDraft(value) }),
  } as Effect;
}

function valueOfDraft({ rate, quantity, text, quota, specific, exempt }: ValueDraft): Value {
  if (rate)
    return {
      kind: 'RATE',
      ratePercent: rate.ratePercent,
      rateBasis: rate.rateBasis ?? 'ADDITIONAL',
      ...(rate.upTo && { upTo: true as const }),
    };
  if (quantity) return { kind: 'QUANTITY', amount: quantity.amount, unit: quantity.unit };
  if (text) return { kind: 'TEXT', text: { en: text.en, ja: text.ja } };
  if (quota)
    return {
      kind: 'QUOTA',
      withinPercent: quota.withinPercent,
      abovePercent: quota.abovePercent ?? null,
      rateBasis: quota.rateBasis ?? 'ADDITIONAL',
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
