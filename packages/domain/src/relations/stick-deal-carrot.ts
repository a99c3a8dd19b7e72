import type { Status } from '../bitemporal/status.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { View } from '../bitemporal/view.js';
import type { PartyId, PolicyEvent } from '../events/envelope.js';
import type { Text } from '../events/text.js';
import {
  type Evidence,
  evidenceOf,
  evidenceWhere,
  type Frame,
  frameOf,
  PAPERS,
  readIfRecorded,
  wordIn,
} from './evidence.js';

/** Force and sanctions; tariffs, and relief from them, as bargaining; money and favours. */
export type Instrument = 'stick' | 'deal' | 'carrot';

export interface Response extends Evidence {
  /** FRAME: the paper calls it a response; RELATION: the record says that it follows one of the acts of the row. */
  readonly matched: 'FRAME' | 'RELATION';
  /** Events of the record that it follows or answers, where it says so. */
  readonly answers: readonly string[];
}

export interface CountryRow {
  readonly country: PartyId;
  readonly stick: readonly Evidence[];
  readonly deal: readonly Evidence[];
  readonly carrot: readonly Evidence[];
  /** What the country did in return, dated. */
  readonly responses: readonly Response[];
}

export interface Doctrine {
  readonly name: Text;
  readonly slot: string;
  readonly status: Status;
  readonly event: string | null;
}

/** The two corollaries to the Monroe doctrine side by side; UNKNOWN where the record does not say. */
export interface Corollary {
  readonly name: Text;
  readonly buildsRegionalOrder: string;
  /** Whom it tells to stay out. */
  readonly counterpart: string;
  readonly events: readonly Evidence[];
}

/** Acts towards countries, sorted by a paper into sticks, deals and carrots, beside the doctrines it compares. */
export interface StickDealCarrot {
  /** By country code; the sorting of acts into frames is the paper's. */
  readonly rows: readonly CountryRow[];
  /** In force or planned in the view. */
  readonly doctrines: readonly Doctrine[];
  readonly corollaries: readonly Corollary[];
  /** How far the hemisphere reaches, as stated. */
  readonly scope: readonly Evidence[];
  readonly asMarked: 'OPINION';
  readonly frame: Frame;
}

const DOCTRINES: readonly { slot: string; name: Text }[] = [
  {
    slot: 'document/us/national-security-strategy',
    name: { en: 'National Security Strategy', ja: '国家安全保障戦略' },
  },
  {
    slot: 'document/us/national-defense-strategy',
    name: { en: 'National Defense Strategy', ja: '国家防衛戦略' },
  },
  {
    slot: 'policy/us/western-hemisphere/trump-corollary',
    name: { en: 'Trump corollary', ja: 'トランプの系論' },
  },
];

/**
 * Paper 001: what Washington did to each country by stick, deal and carrot, what the country did in return, and the
 * doctrine in force. The frame is `data.frame` of the events; an event that carries none is in no row.
 */
export function stickDealCarrot(
  timeline: Timeline,
  view: View,
  { countries }: { readonly countries?: readonly PartyId[] | undefined } = {},
): StickDealCarrot {
  const framed = (frame: string) =>
    evidenceWhere(timeline, view, (event) => wordIn(event, 'frame') === frame);
  const byFrame = { stick: framed('stick'), deal: framed('deal'), carrot: framed('carrot') };
  const acts = [...byFrame.stick, ...byFrame.deal, ...byFrame.carrot];
  const responses = responsesTo(timeline, view, acts, framed('response'));
  const of = <T extends Evidence>(list: readonly T[], country: PartyId): readonly T[] =>
    list.filter(({ toldBy }) => countriesOf(timeline.event(toldBy)?.event).includes(country));
  const all = [...acts, ...responses];
  const named = [...new Set(all.flatMap(({ toldBy }) => countriesOf(timeline.event(toldBy)?.event)))].sort();
  const asked = countries && countries.length > 0 ? named.filter((code) => countries.includes(code)) : named;
  return {
    rows: asked.map((country) => ({
      country,
      stick: of(byFrame.stick, country),
      deal: of(byFrame.deal, country),
      carrot: of(byFrame.carrot, country),
      responses: of(responses, country),
    })),
    doctrines: DOCTRINES.flatMap(({ slot, name }) => {
      const reading = readIfRecorded(timeline, slot, view);
      return reading?.decidedBy == null || reading.status === 'NOT_IN_FORCE'
        ? []
        : [{ name, slot, status: reading.status, event: reading.decidedBy }];
    }),
    corollaries: [
      corollaryOf(timeline, view, { en: 'Roosevelt corollary', ja: 'ルーズベルトの系論' }, [
        'panama-independence-roosevelt',
        'dominican-debt-1905',
        'oas-rio-treaty',
      ]),
      corollaryOf(timeline, view, { en: 'Trump corollary', ja: 'トランプの系論' }, ['trump-corollary']),
    ].filter(({ events }) => events.length > 0),
    scope: ['greenland-in-hemisphere', 'gulf-of-america-renaming'].flatMap(
      (id) => evidenceOf(timeline, view, id) ?? [],
    ),
    asMarked: 'OPINION',
    frame: frameOf(timeline, view, PAPERS.westernHemisphere2026),
  };
}

/** The countries an event is about: not Washington, not a body, and not China, which is the rival and no addressee. */
function countriesOf(event: PolicyEvent | undefined): readonly PartyId[] {
  const parties = event ? [...event.targets, ...event.actors] : [];
  return parties.filter((party) => /^[A-Z]{3}$/.test(party) && party !== 'USA' && party !== 'CHN');
}

/** What the paper frames as a response, and what the record says came of one of the acts; forecasts and Washington's own steps stay out. */
function responsesTo(
  timeline: Timeline,
  view: View,
  acts: readonly Evidence[],
  framed: readonly Evidence[],
): readonly Response[] {
  const isAct = (id: string): boolean => acts.some(({ event, toldBy }) => event === id || toldBy === id);
  const sequels = evidenceWhere(
    timeline,
    view,
    (event) =>
      wordIn(event, 'frame') === null &&
      event.family !== 'FORECAST' &&
      !event.actors.includes('USA') &&
      answersOf(event).some(isAct),
  );
  const told = (list: readonly Evidence[], matched: Response['matched']): readonly Response[] =>
    list.map((evidence) => ({
      ...evidence,
      matched,
      answers: answersOf(timeline.event(evidence.toldBy)?.event),
    }));
  return [...told(framed, 'FRAME'), ...told(sequels, 'RELATION')];
}

function answersOf(event: PolicyEvent | undefined): readonly string[] {
  const relations = event?.relations ?? [];
  return relations.filter(({ type }) => type === 'RESPONDS_TO' || type === 'FOLLOWS').map(({ to }) => to);
}

function corollaryOf(timeline: Timeline, view: View, name: Text, ids: readonly string[]): Corollary {
  const events = ids.flatMap((id) => evidenceOf(timeline, view, id) ?? []);
  const said = (field: string): string =>
    events.map(({ toldBy }) => wordIn(timeline.event(toldBy)?.event, field)).find((word) => word !== null) ??
    'UNKNOWN';
  return {
    name,
    buildsRegionalOrder: said('buildsRegionalOrder'),
    counterpart: said('nonInterferenceCounterpart'),
    events,
  };
}
