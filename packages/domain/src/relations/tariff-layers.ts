import type { Certainty } from '../bitemporal/answer.js';
import type { SlotReading } from '../bitemporal/slot-reading.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { View } from '../bitemporal/view.js';
import type { PartyId, PolicyEvent, RelationType, SlotId } from '../events/envelope.js';
import type { Text } from '../events/text.js';
import type { Value } from '../events/value.js';
import {
  concerns,
  type Evidence,
  evidenceOf,
  evidenceWhere,
  type Mark,
  markOf,
  numberIn,
  readIfRecorded,
} from './evidence.js';
import { publishedRate } from './reciprocal-rate.js';

/** NOT_LISTED: the programme runs and names other partners. AGREED: announced or agreed, without a day. */
export type LayerState =
  | 'IN_FORCE'
  | 'PAUSED'
  | 'THREATENED'
  | 'EXCLUDED'
  | 'NOT_LISTED'
  | 'ANNOUNCED'
  | 'AGREED'
  | 'ENDED'
  | 'UNKNOWN';

export interface TariffLayer {
  readonly slot: SlotId;
  /** `tariff/us/base`, `tariff/us/section-232-metals`, `threat/us/eu-50`. */
  readonly programme: string;
  readonly title: Text;
  readonly state: LayerState;
  /** `steel`, `cars`, `usmca-goods`; null: goods on no list. */
  readonly goods: string | null;
  /** Percent, as its source gives it; UNKNOWN where the source gives none; null where nothing is due. */
  readonly ratePercent: number | 'UNKNOWN' | null;
  /** TOTAL: with its base included. */
  readonly rateBasis: 'ADDITIONAL' | 'TOTAL' | 'INCLUSIVE' | null;
  /** The source gives a ceiling ("up to"). */
  readonly upTo: boolean;
  /** Points on top of the base, where the rate is a total: in force, or held back by the pause. */
  readonly topUpPercent: number | null;
  readonly certainty: Certainty;
  readonly asMarked: Mark | null;
  /** What the slot reads: a quota or a text where the rate is none. */
  readonly value: Value | null;
  /** A threat's sequel in the record, where something firm says it follows. */
  readonly followedBy: readonly string[];
  /** Acts towards the partner that tell of the same measure, such as an agreement that keeps it. */
  readonly alsoTold: readonly string[];
  /** Deciding event first; then what excludes it or lies beneath a pause. */
  readonly events: readonly string[];
}

/** Why there is no total. */
export type TotalDoubt =
  | 'STACKING_NOT_STATED'
  | 'RATE_UNKNOWN'
  | 'CEILING_ONLY'
  | 'STATE_UNKNOWN'
  | 'NOTHING_RECORDED';

export interface TariffLayers {
  readonly partner: PartyId;
  /** Blocs whose layers the partner shares. */
  readonly blocs: readonly PartyId[];
  readonly goods: string | null;
  readonly layers: readonly TariffLayer[];
  /** Additional percent, only where the layers in force add without doubt. */
  readonly totalPercent: number | null;
  readonly doubt: TotalDoubt | null;
  /** POSSIBLE where a layer that counts is only possibly so. */
  readonly certainty: Certainty;
  /** The slots that make up the total, or between which stacking is not stated. */
  readonly rests: readonly SlotId[];
  /** Every tariff threatened against the partner, also where no rate was named. */
  readonly threats: readonly Evidence[];
  /** What officials said of those left out. */
  readonly remarks: readonly Evidence[];
}

export interface TariffLayersQuestion {
  readonly partner: PartyId;
  /** Left out: the EU for its members in the record, and for the five whose rate figure 2 of paper 004 prints. */
  readonly blocs?: readonly PartyId[] | undefined;
  /** `steel`, `aluminium`, `cars`; left out: goods on no list. */
  readonly goods?: string | undefined;
  readonly claimsUsmca?: boolean | undefined;
}

const ORDER = 'tariff/us/reciprocal';

/**
 * The layers that meet a partner's goods on a day, each with its state, as papers 004 and 000 and whatever else the
 * record holds tell them. They are added up only where a source settles it: a listed total includes its base, an
 * exemption takes a partner out, and stacking terms say the rest. Everything else is STACKING_NOT_STATED, never a guess.
 */
export function tariffLayers(
  timeline: Timeline,
  view: View,
  { partner, blocs = blocsOf(timeline, view, partner), goods, claimsUsmca = false }: TariffLayersQuestion,
): TariffLayers {
  const parties = [partner, ...blocs];
  const readings = timeline
    .state(view, { subjects: ['tariff/us', 'threat/us'], partners: parties })
    .filter((reading) => isLayer(timeline, reading, parties));
  const layers = readings.map((reading) => layerOf(timeline, view, reading, parties));
  const listed = layers.some(({ programme, slot }) => programme === ORDER && slot !== ORDER);
  const shown = layers.filter(({ slot }) => slot !== ORDER || !listed);
  return {
    partner,
    blocs,
    goods: goods ?? null,
    layers: shown,
    ...totalOf(timeline, shown, goods ?? null, claimsUsmca),
    threats: evidenceWhere(timeline, view, (event) => isTariffThreat(event) && concerns(event, parties)),
    remarks: evidenceWhere(
      timeline,
      view,
      (event) => event.stream === 'statement/us/tariff-exclusions' && event.targets.includes(partner),
    ),
  };
}

function isLayer(timeline: Timeline, reading: SlotReading, parties: readonly PartyId[]): boolean {
  if (reading.slot.includes('#') || reading.decidedBy === null) return false;
  if (reading.status === 'NOT_IN_FORCE' || reading.status === 'NEVER_TOOK_EFFECT') return false;
  const last = reading.subject.split('/')[3];
  const named = last === 'EU' ? 'org:eu' : last;
  if (named !== undefined && isParty(named) && !parties.includes(named)) return false;
  return reading.family !== 'THREAT' || isTariffThreat(timeline.subject(reading.subject));
}

const isTariffThreat = (
  of: Pick<PolicyEvent, 'family' | 'topic'> & { id: string; stream?: string },
): boolean =>
  of.family === 'THREAT' && (of.topic.includes('tariff') || (of.stream ?? of.id).includes('tariff'));

const isParty = (word: string): boolean => /^[A-Z]{3}$/.test(word) || word.startsWith('org:');

function layerOf(
  timeline: Timeline,
  view: View,
  reading: SlotReading,
  parties: readonly PartyId[],
): TariffLayer {
  const { slot, subject, value } = reading;
  const programme = subject.split('/').slice(0, 3).join('/');
  const event = timeline.event(reading.decidedBy ?? '')?.event;
  const published =
    programme === ORDER && slot !== ORDER
      ? publishedRate(timeline, view, slot.slice(ORDER.length + 1))
      : null;
  const exclusion = event && exclusionOf(timeline, view, event, parties);
  const state = exclusion ? 'EXCLUDED' : slot === ORDER ? 'NOT_LISTED' : stateOf(reading, event);
  const topUp = published?.topUpPercent;
  return {
    slot,
    programme,
    title: timeline.subject(subject).title,
    state,
    goods: goodsOf(subject),
    ratePercent:
      state === 'EXCLUDED' || state === 'NOT_LISTED' ? null : (published?.ratePercent ?? rateOf(value)),
    rateBasis: value?.kind === 'RATE' ? value.rateBasis : null,
    upTo: value?.kind === 'RATE' && value.upTo === true,
    topUpPercent: typeof topUp === 'number' ? topUp : null,
    certainty: reading.certainty,
    asMarked: reading.family === 'THREAT' ? 'THREATENED' : event ? markOf(event) : null,
    value,
    followedBy: reading.family === 'THREAT' && event ? related(timeline, view, event.id, SEQUELS, null) : [],
    alsoTold: event ? related(timeline, view, event.id, ['CORRESPONDS_TO'], parties) : [],
    events: [
      ...new Set([event?.id ?? '', ...(exclusion ? [exclusion.event] : []), ...(published?.events ?? [])]),
    ].filter((id) => id !== ''),
  };
}

const SEQUELS: readonly RelationType[] = ['REALISES', 'FOLLOWS'];

/** Firm events in the view that stand in such a relation to an event, of parties named if given. */
function related(
  timeline: Timeline,
  view: View,
  to: string,
  types: readonly RelationType[],
  parties: readonly PartyId[] | null,
): readonly string[] {
  return evidenceWhere(
    timeline,
    view,
    (event) =>
      event.relations.some((relation) => relation.to === to && types.includes(relation.type)) &&
      (parties === null || event.targets.some((party) => parties.includes(party))),
  )
    .filter(({ asMarked }) => asMarked === null)
    .map(({ event }) => event);
}

function stateOf({ status, family, value }: SlotReading, event: PolicyEvent | undefined): LayerState {
  if (family === 'THREAT') return status === 'ENDED' || status === 'EXPIRED' ? 'ENDED' : 'THREATENED';
  switch (status) {
    case 'IN_FORCE':
      return event?.type === 'TariffExempted' || value?.kind === 'EXEMPT' ? 'EXCLUDED' : 'IN_FORCE';
    case 'SUSPENDED':
      return 'PAUSED';
    case 'SCHEDULED':
    case 'PROPOSED':
      return 'ANNOUNCED';
    case 'DATE_OPEN':
      return 'AGREED';
    case 'THREATENED':
      return 'THREATENED';
    case 'ENDED':
    case 'EXPIRED':
    case 'SUPERSEDED':
      return 'ENDED';
    case 'UNKNOWN':
    case 'NOT_IN_FORCE':
    case 'NEVER_TOOK_EFFECT':
      return 'UNKNOWN';
  }
}

/** `tariff/us/section-232-metals/steel` → steel, `tariff/us/section-232-cars/GBR` → cars, `tariff/us/base` → null. */
function goodsOf(subject: string): string | null {
  const [, , programme = '', last] = subject.split('/');
  if (last !== undefined && last !== 'EU' && !isParty(last)) return last;
  return programme.startsWith('section-232-') ? programme.slice('section-232-'.length) : null;
}

function rateOf(value: Value | null): number | 'UNKNOWN' | null {
  if (value?.kind === 'RATE') return value.ratePercent;
  return value === null || value.kind === 'EXEMPT' ? null : 'UNKNOWN';
}

/** An act that takes the partner as a whole out of the layer: it names the layer's act, or the order this is a part of. */
function exclusionOf(
  timeline: Timeline,
  view: View,
  layer: PolicyEvent,
  parties: readonly PartyId[],
): Evidence | null {
  const acts = new Set([
    layer.id,
    ...layer.relations.filter(({ type }) => type === 'PART_OF').map(({ to }) => to),
  ]);
  for (const { event } of timeline.record.events.values()) {
    const whole = event.effects.some(({ slot }) => parties.some((party) => slot.endsWith(`/${party}`)));
    const exempts = event.relations.some(({ type, to }) => type === 'EXEMPTS_FROM' && acts.has(to));
    const evidence = whole && exempts ? evidenceOf(timeline, view, event.id) : null;
    if (evidence && evidence.asMarked === null) return evidence;
  }
  return null;
}

function totalOf(
  timeline: Timeline,
  layers: readonly TariffLayer[],
  goods: string | null,
  claimsUsmca: boolean,
): Pick<TariffLayers, 'totalPercent' | 'doubt' | 'rests' | 'certainty'> {
  const spared = claimsUsmca
    ? layers.find(({ goods: list, state }) => list === 'usmca-goods' && state === 'EXCLUDED')
    : undefined;
  const due = layers.filter(
    (layer) =>
      layer.state === 'IN_FORCE' &&
      (layer.goods === null || layer.goods === goods) &&
      layer.programme !== spared?.programme,
  );
  const onGoods = layers.filter((layer) => layer.goods === null || layer.goods === goods);
  const excluded = onGoods.filter(({ state }) => state === 'EXCLUDED');
  const counted = [...due, ...(spared ? [spared] : due.length === 0 ? excluded : [])];
  const rests = counted.map(({ slot }) => slot);
  const certainty = counted.some((layer) => layer.certainty === 'POSSIBLE') ? 'POSSIBLE' : 'CERTAIN';
  const without = (doubt: TotalDoubt) => ({ totalPercent: null, doubt, rests, certainty }) as const;
  if (onGoods.some(({ state }) => state === 'UNKNOWN')) return without('STATE_UNKNOWN');
  if (due.some(({ ratePercent }) => ratePercent === 'UNKNOWN')) return without('RATE_UNKNOWN');
  const totals = due.filter(({ rateBasis }) => rateBasis === 'TOTAL');
  const beside = due.filter(
    (layer) => layer.rateBasis !== 'TOTAL' && !(totals.length === 1 && layer.programme === 'tariff/us/base'),
  );
  const adding = [...totals, ...beside];
  if (adding.length > 1 && !cumulate(timeline, adding)) return without('STACKING_NOT_STATED');
  if (adding.some(({ upTo }) => upTo)) return without('CEILING_ONLY');
  if (adding.length === 0 && rests.length === 0) return without('NOTHING_RECORDED');
  return {
    totalPercent: adding.reduce((sum, layer) => sum + (layer.ratePercent as number), 0),
    doubt: null,
    rests,
    certainty,
  };
}

/** Every pair of layers is said to cumulate by the terms of one of the two. */
function cumulate(timeline: Timeline, layers: readonly TariffLayer[]): boolean {
  const says = (a: TariffLayer, b: TariffLayer): boolean =>
    timeline
      .event(a.events[0] ?? '')
      ?.event.effects.some(
        ({ slot, terms }) =>
          slot === a.slot && b.events.some((event) => terms?.stacking?.cumulatesWith.includes(event)),
      ) ?? false;
  return layers.every((a, i) => layers.slice(i + 1).every((b) => says(a, b) || says(b, a)));
}

/** The EU, where the record has the partner as a member on the day, or the paper prints the EU's rate as the one that applies to it. */
function blocsOf(timeline: Timeline, view: View, partner: PartyId): readonly PartyId[] {
  const isMember = readIfRecorded(timeline, `membership/eu/${partner}`, view)?.status === 'IN_FORCE';
  const printed = numberIn(timeline.event(`trade-milex-2024/${partner}`)?.event, 'tariffApplicablePercent');
  return isMember || printed !== null ? ['org:eu'] : [];
}
