import type { SlotReading } from '../bitemporal/slot-reading.js';
import type { Certainty } from '../bitemporal/status.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { View } from '../bitemporal/view.js';
import type { PartyId, PolicyEvent, RelationType, SlotId } from '../events/envelope.js';
import type { Text } from '../events/text.js';
import type { Value } from '../events/value.js';
import type { LineStatus } from '../tariff/line.js';
import { quoteTariff, type TariffQuote } from '../tariff/quote.js';
import type { PercentRange } from '../tariff/rate.js';
import {
  concerns,
  type Evidence,
  evidenceWhere,
  type Mark,
  markOf,
  numberIn,
  readIfRecorded,
} from './evidence.js';
import { publishedRate } from './reciprocal-rate.js';

/** DISPLACED: another layer takes its place; NOT_LISTED: the programme runs and names other partners; AGREED: without a day. */
export type LayerState =
  | 'IN_FORCE'
  | 'PAUSED'
  | 'THREATENED'
  | 'EXCLUDED'
  | 'DISPLACED'
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

/** The duties that meet a partner’s goods, and what they come to. */
export interface TariffLayers {
  readonly partner: PartyId;
  /** Blocs whose layers the partner shares. */
  readonly blocs: readonly PartyId[];
  /** `ordinary`: on no product list of any instrument. */
  readonly goods: string;
  readonly layers: readonly TariffLayer[];
  /** Additional points on the goods asked for; null where the layers do not add without doubt. */
  readonly totalPercent: number | null;
  /** Holds whatever is in doubt. */
  readonly range: PercentRange;
  /** STACKING_NOT_STATED: no source settles the combination, or the rate; NO_RECORD: the day lies before the record. */
  readonly doubt: 'STACKING_NOT_STATED' | 'NO_RECORD' | null;
  /** The slots that make up the total. */
  readonly rests: readonly SlotId[];
  /** Every tariff threatened against the partner, also where no rate was named. */
  readonly threats: readonly Evidence[];
  /** What officials said of those left out. */
  readonly remarks: readonly Evidence[];
}

/** Whose goods, and which. */
export interface TariffLayersQuestion {
  readonly partner: PartyId;
  /** Left out: the EU for its members in the record, and for the five whose rate figure 2 of paper 004 prints. */
  readonly blocs?: readonly PartyId[] | undefined;
  /** HS code or the name of a list (`steel`, `cars`); left out: goods on no list. */
  readonly goods?: string | undefined;
  readonly claimsUsmca?: boolean | undefined;
}

const ORDER = 'tariff/us/reciprocal';

/**
 * The layers that meet a partner's goods on a day, each with its state: what papers 004 and 000 tell of exclusions and
 * stacking, on the record's own instruments. The total is the tariff engine's, so that it exists only where a source
 * settles how the layers meet; it takes nominal days, whatever reading the view asks for.
 * @throws InvalidCode, InvalidInput for a partner or goods that the engine cannot read
 */
export function tariffLayers(
  timeline: Timeline,
  view: View,
  {
    partner,
    blocs = blocsOf(timeline, view, partner),
    goods = 'ordinary',
    claimsUsmca,
  }: TariffLayersQuestion,
): TariffLayers {
  const parties = [partner, ...blocs];
  const claims = claimsUsmca === undefined ? null : claimsUsmca ? ['USMCA'] : [];
  const quote = quoteTariff(
    timeline,
    { partner, product: goods, claims },
    { date: view.date, knownAt: timeline.knownAtOf(view), track: view.track, reading: view.reading },
  );
  const layers = timeline
    .state(view, { subjects: ['tariff/us', 'threat/us'], partners: parties })
    .filter((reading) => isLayer(timeline, reading, parties))
    .map((reading) => layerOf(timeline, view, reading, parties, quote));
  const listed = layers.some(({ programme, slot }) => programme === ORDER && slot !== ORDER);
  return {
    partner,
    blocs,
    goods,
    layers: layers.filter(({ slot }) => slot !== ORDER || !listed),
    totalPercent: quote.additionalPercent,
    range: quote.additionalRange,
    doubt:
      quote.additionalPercent !== null
        ? null
        : quote.additionalRange.minPercent === null
          ? 'NO_RECORD'
          : 'STACKING_NOT_STATED',
    rests: quote.lines
      .filter(({ status }) => status === 'APPLIED' || status === 'UNRESOLVED')
      .map(({ slot }) => slot),
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
  const named = partiesNamed(reading.subject);
  if (named.length > 0 && !named.some((party) => parties.includes(party))) return false;
  return reading.family !== 'THREAT' || isTariffThreat(timeline.subject(reading.subject));
}

const isTariffThreat = (
  of: Pick<PolicyEvent, 'family' | 'topic'> & { id: string; stream?: string },
): boolean =>
  of.family === 'THREAT' && (of.topic.includes('tariff') || (of.stream ?? of.id).includes('tariff'));

/** The part of a slot's path after its programme that is a party, `EU` for the bloc. */
const partiesNamed = (subject: string): readonly PartyId[] =>
  subject
    .split('/')
    .slice(3)
    .map((part) => (part === 'EU' ? 'org:eu' : part))
    .filter((part) => /^([A-Z]{3}|org:.+)$/.test(part));

/** The engine's word on a line, where the layer is one of the goods asked for. */
const STATE_OF_LINE: Readonly<Record<LineStatus, LayerState>> = {
  APPLIED: 'IN_FORCE',
  SUSPENDED: 'PAUSED',
  EXEMPT: 'EXCLUDED',
  DISPLACED: 'DISPLACED',
  NOT_YET: 'ANNOUNCED',
  ENDED: 'ENDED',
  UNRESOLVED: 'UNKNOWN',
};

function layerOf(
  timeline: Timeline,
  view: View,
  reading: SlotReading,
  parties: readonly PartyId[],
  quote: TariffQuote,
): TariffLayer {
  const { slot, subject, value } = reading;
  const programme = subject.split('/').slice(0, 3).join('/');
  const event = timeline.event(reading.decidedBy ?? '')?.event;
  const line = quote.lines.find((one) => one.slot === slot);
  const published =
    programme === ORDER && slot !== ORDER
      ? publishedRate(timeline, view, slot.slice(ORDER.length + 1))
      : null;
  const topUp = published?.topUpPercent;
  return {
    slot,
    programme,
    title: timeline.subject(subject).title,
    state: line ? STATE_OF_LINE[line.status] : slot === ORDER ? 'NOT_LISTED' : stateOf(reading, event),
    goods: goodsOf(subject),
    ratePercent: slot === ORDER ? null : (published?.ratePercent ?? rateOf(value)),
    rateBasis: value?.kind === 'RATE' ? value.rateBasis : null,
    upTo: value?.kind === 'RATE' && value.upTo === true,
    topUpPercent: typeof topUp === 'number' ? topUp : null,
    certainty: reading.certainty,
    asMarked: reading.family === 'THREAT' ? 'THREATENED' : event ? markOf(event) : null,
    value,
    followedBy: reading.family === 'THREAT' && event ? related(timeline, view, event.id, SEQUELS, null) : [],
    alsoTold: event ? related(timeline, view, event.id, ['CORRESPONDS_TO'], parties) : [],
    events: [
      ...new Set(
        [event?.id, line?.decidedBy, ...(published?.events ?? [])].filter((id) => typeof id === 'string'),
      ),
    ],
  };
}

/** The event that projects the act another one tells of. */
const accountOf = (timeline: Timeline, id: string): string => {
  const told = timeline.event(id)?.event;
  return timeline.record.accounts.get(told?.fact ?? id) ?? id;
};

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
      event.relations.some((r) => types.includes(r.type) && accountOf(timeline, r.to) === to) &&
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

/** `tariff/us/section-232-metals/steel/MEX` → steel, `tariff/us/section-232-cars/GBR` → cars, `tariff/us/base` → null. */
function goodsOf(subject: string): string | null {
  const [, , programme = '', ...rest] = subject.split('/');
  const list = rest.find((part) => partiesNamed(`///${part}`).length === 0);
  if (list !== undefined) return list.replace(/^[A-Z]{3}-/, '');
  return programme.startsWith('section-232-') ? programme.slice('section-232-'.length) : null;
}

function rateOf(value: Value | null): number | 'UNKNOWN' | null {
  if (value?.kind === 'RATE') return value.ratePercent;
  return value === null || value.kind === 'EXEMPT' ? null : 'UNKNOWN';
}

/** The EU, where the record has the partner as a member on the day, or the paper prints the EU's rate as the one that applies to it. */
function blocsOf(timeline: Timeline, view: View, partner: PartyId): readonly PartyId[] {
  const isMember = readIfRecorded(timeline, `membership/eu/${partner}`, view)?.status === 'IN_FORCE';
  const printed = numberIn(timeline.event(`trade-milex-2024/${partner}`)?.event, 'tariffApplicablePercent');
  return isMember || printed !== null ? ['org:eu'] : [];
}
