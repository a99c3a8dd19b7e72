import { subjectOf } from '../bitemporal/record-index.js';
import type { Certainty, Status } from '../bitemporal/status.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { View } from '../bitemporal/view.js';
import type { PartyId } from '../events/envelope.js';
import type { Text } from '../events/text.js';
import {
  type Evidence,
  evidenceOfAll,
  evidenceWhere,
  type Frame,
  frameOf,
  type Mark,
  markOf,
  numberIn,
  PAPERS,
} from './evidence.js';

export type BurdenReason = 'FISCAL' | 'TRADE_LINK' | 'WITHDRAWAL';

/** DEMANDED: the United States asked for it; AGREED: the body or country holds it as its goal; PLANNED: set for later; EXPECTED: an author's guess. */
export type DemandState = 'DEMANDED' | 'AGREED' | 'PLANNED' | 'EXPECTED' | 'ENDED';

export interface SpendingDemand {
  /** The ally or body: `JPN`, `org:nato`. */
  readonly party: PartyId;
  readonly percentOfGdp: number;
  readonly state: DemandState;
  /** null for an expectation, which holds nothing. */
  readonly status: Status | null;
  readonly certainty: Certainty;
  readonly asMarked: Mark | null;
  readonly event: string;
}

/** What was said on who pays for defence, and what was demanded of whom. */
export interface BurdenSharing {
  /** The paper's three reasons; sorting the remarks under them is the paper's. */
  readonly reasons: readonly {
    readonly reason: BurdenReason;
    readonly title: Text;
    readonly asMarked: 'OPINION';
    readonly events: readonly Evidence[];
  }[];
  /** Highest first within a party. */
  readonly demands: readonly SpendingDemand[];
  readonly frame: Frame;
}

/** Section 3 of paper 004. */
const REASONS: readonly { reason: BurdenReason; title: Text; events: readonly string[] }[] = [
  {
    reason: 'FISCAL',
    title: { en: 'The United States pays too much for its allies', ja: '米国は同盟国のために払いすぎている' },
    events: ['trump-doubts-nato-spending', 'hegseth-nato-5pct', 'nato-and-2pct-norm', 'colby-3pct'],
  },
  {
    reason: 'TRADE_LINK',
    title: { en: 'Who earns from trade should pay for security', ja: '貿易で稼ぐ国は安保の費用を払うべき' },
    events: ['miran-burden-statement', 'trump-japan-treaty-remark', 'trump-post-japan-talks'],
  },
  {
    reason: 'WITHDRAWAL',
    title: { en: 'Without payment no protection', ja: '払わなければ守らない' },
    events: ['trump-nato-russia-remark'],
  },
];

const GDP = 'percentOfGdp';

/** Why Washington asks allies to pay (paper 004, section 3), and what share of GDP was asked of whom, proposed or agreed. */
export function burdenSharing(
  timeline: Timeline,
  view: View,
  { parties }: { readonly parties?: readonly PartyId[] | undefined } = {},
): BurdenSharing {
  const asked = (party: PartyId): boolean => !parties || parties.length === 0 || parties.includes(party);
  return {
    reasons: REASONS.map(({ reason, title, events }) => ({
      reason,
      title,
      asMarked: 'OPINION',
      events: evidenceOfAll(timeline, view, events),
    })),
    demands: [...heldDemands(timeline, view), ...expectedDemands(timeline, view)]
      .filter(({ party }) => asked(party))
      .sort((a, b) => (a.party < b.party ? -1 : a.party > b.party ? 1 : b.percentOfGdp - a.percentOfGdp)),
    frame: frameOf(timeline, view, PAPERS.fourQuadrants2025),
  };
}

function heldDemands(timeline: Timeline, view: View): readonly SpendingDemand[] {
  return timeline.state(view, { families: ['STATEMENT', 'POLICY'] }).flatMap((reading): SpendingDemand[] => {
    const { value, decidedBy, status, certainty, slot, family } = reading;
    const event = timeline.event(decidedBy ?? '')?.event;
    if (value?.kind !== 'QUANTITY' || value.unit !== GDP || !event) return [];
    const party = partyOf(timeline, slot, event.targets, event.actors);
    if (party === null) return [];
    const state = status === 'IN_FORCE' ? (family === 'STATEMENT' ? 'DEMANDED' : 'AGREED') : 'PLANNED';
    return [
      {
        party,
        percentOfGdp: value.amount,
        state: status === 'ENDED' || status === 'EXPIRED' ? 'ENDED' : state,
        status,
        certainty,
        asMarked: family === 'STATEMENT' ? 'PROPOSED' : markOf(event),
        event: event.id,
      },
    ];
  });
}

/** Forecasts of a demand hold no slot: an author's expectation stays one. */
function expectedDemands(timeline: Timeline, view: View): readonly SpendingDemand[] {
  const expected = evidenceWhere(
    timeline,
    view,
    (event) => event.family === 'FORECAST' && numberIn(event, 'gdpPercent') !== null,
  );
  return expected.flatMap(({ event: id, certainty, asMarked }) => {
    const event = timeline.event(id)?.event;
    const percent = numberIn(event, 'gdpPercent');
    return event && percent !== null
      ? event.targets.map((party) => ({
          party,
          percentOfGdp: percent,
          state: 'EXPECTED' as const,
          status: null,
          certainty,
          asMarked: asMarked ?? 'OPINION',
          event: id,
        }))
      : [];
  });
}

/** Of whom the share is asked: the one targeted, else the slot's party, else the one that sets its own goal. */
function partyOf(
  timeline: Timeline,
  slot: string,
  targets: readonly PartyId[],
  actors: readonly PartyId[],
): PartyId | null {
  const others = [...targets, ...timeline.subject(subjectOf(slot)).partners, ...actors];
  return others.find((party) => party !== 'USA' && party !== '*') ?? null;
}
