import type { Timeline } from '../bitemporal/timeline.js';
import type { View } from '../bitemporal/view.js';
import type { PartyId, PolicyEvent } from '../events/envelope.js';
import type { Text } from '../events/text.js';
import {
  concerns,
  type Evidence,
  evidenceOf,
  evidenceWhere,
  type Frame,
  frameOf,
  type Mark,
  PAPERS,
} from './evidence.js';

export type Lever = 'TARIFF' | 'SECURITY' | 'CURRENCY';

export interface LeverNode {
  readonly lever: Lever;
  readonly title: Text;
  /** Dated events that use this lever on the partner; empty: none is recorded. */
  readonly events: readonly Evidence[];
  /** Whether any event of the record uses the lever on this partner by the view. */
  readonly used: boolean;
}

/** A line of the concept: what pulling one lever is to bring about on another. */
export interface LeverLink {
  readonly from: Lever;
  readonly to: Lever;
  readonly kind: 'ASK' | 'OFFER';
  readonly text: Text;
}

/** What is asked of a partner and what with, as remarks tie it together. */
export interface LeverageStructure {
  readonly partner: PartyId;
  readonly levers: readonly LeverNode[];
  /** Remarks that tie levers together on the partner, or refuse the tie. */
  readonly ties: readonly Evidence[];
  /** Empty before the concept was public. */
  readonly links: readonly LeverLink[];
  /** Aims, risk and lesson, as the paper tells them; empty before it was public. */
  readonly remarks: readonly {
    readonly about: 'AIM' | 'RISK' | 'LESSON' | 'COMPARISON';
    readonly text: Text;
    readonly asMarked: Mark;
    readonly event: string;
  }[];
  /** The concept itself, proposed and never policy in force; null before it was public. */
  readonly concept: Evidence | null;
  /** What it is compared with, and who stands behind it. */
  readonly background: readonly Evidence[];
  readonly asMarked: 'PROPOSED';
  readonly frame: Frame;
}

const CONCEPT = 'mar-a-lago-concept';
/** Paper 004, section 5 (4) and supplement. */
const TIES = ['trump-post-japan-talks', 'ishiba-separates-security', 'miran-burden-statement'];

const LEVERS: Readonly<Record<Lever, { title: Text; uses: (event: PolicyEvent) => boolean }>> = {
  TARIFF: {
    title: { en: 'Tariffs', ja: '関税' },
    uses: ({ stream, family, effects }) =>
      stream.startsWith('tariff/us/') ||
      (family === 'THREAT' &&
        (stream.includes('tariff') || effects.some(({ value }) => value?.kind === 'RATE'))),
  },
  SECURITY: {
    title: { en: 'Security', ja: '安全保障' },
    uses: ({ stream }) => /^statement\/us\/([a-z-]+-)?burden-sharing$/.test(stream),
  },
  CURRENCY: {
    title: { en: 'Currency', ja: '通貨' },
    uses: ({ stream, id }) => id !== CONCEPT && /^[a-z]+\/us\/[a-z-]*currency/.test(stream),
  },
};

/** The supplement of paper 004 (figure 4 has no text layer; its text is followed), in our words. */
const LINKS: readonly LeverLink[] = [
  {
    from: 'TARIFF',
    to: 'CURRENCY',
    kind: 'ASK',
    text: {
      en: 'Sell part of the US Treasury reserves for a weaker dollar; turn the rest into very long maturities for lower US interest rates.',
      ja: '保有する米国債の一部を売ってドル安に協力し、残りは超長期債に替えて米金利の低下に協力する。',
    },
  },
  {
    from: 'CURRENCY',
    to: 'TARIFF',
    kind: 'OFFER',
    text: { en: 'In return the high tariffs are withdrawn.', ja: '見返りに高関税を取り下げる。' },
  },
  {
    from: 'CURRENCY',
    to: 'SECURITY',
    kind: 'OFFER',
    text: { en: 'In return the security support goes on.', ja: '見返りに安全保障の支援を続ける。' },
  },
];

const REMARKS = [
  {
    about: 'AIM',
    asMarked: 'PROPOSED',
    text: {
      en: 'A weaker dollar, manufacturing revived, a smaller trade deficit.',
      ja: 'ドル高の是正、製造業の復活、貿易不均衡の縮小。',
    },
  },
  {
    about: 'COMPARISON',
    asMarked: 'OPINION',
    text: {
      en: 'In 1985 five countries co-operated; now many are pressed one by one, and harder.',
      ja: '1985年は5か国の協調だったが、今回は多数の国に個別に、より強い圧力をかける。',
    },
  },
  {
    about: 'RISK',
    asMarked: 'OPINION',
    text: { en: 'Uneasy markets and less trust in the dollar.', ja: '市場の動揺とドルへの信認の低下。' },
  },
  {
    about: 'LESSON',
    asMarked: 'ADVICE',
    text: {
      en: 'Japan needs bargaining chips; requests that rest on friendship move nothing.',
      ja: '日本には交渉材料が要る。友好に頼るお願いでは動かない。',
    },
  },
] as const;

/** Three linked levers on one partner (paper 004, supplement): which of them has a dated event, and the concept that ties them, marked as proposed. */
export function leverageStructure(
  timeline: Timeline,
  view: View,
  { partner, blocs = [] }: { readonly partner: PartyId; readonly blocs?: readonly PartyId[] | undefined },
): LeverageStructure {
  const concept = evidenceOf(timeline, view, CONCEPT);
  const frame = frameOf(timeline, view, PAPERS.fourQuadrants2025);
  const parties = [partner, ...blocs];
  return {
    partner,
    levers: (['TARIFF', 'SECURITY', 'CURRENCY'] as const).map((lever) => {
      const { title, uses } = LEVERS[lever];
      const events = evidenceWhere(
        timeline,
        view,
        (event) => uses(event) && aimsAt(timeline, event, parties),
      );
      return { lever, title, events, used: events.length > 0 };
    }),
    ties: evidenceWhere(
      timeline,
      view,
      (event) => TIES.includes(event.id) && aimsAt(timeline, event, parties),
    ),
    links: concept ? LINKS : [],
    remarks: frame.published ? REMARKS.map((remark) => ({ ...remark, event: frame.event })) : [],
    concept: concept && { ...concept, asMarked: 'PROPOSED' },
    background: ['plaza-accord', 'miran-cea-chair'].flatMap((id) => evidenceOf(timeline, view, id) ?? []),
    asMarked: 'PROPOSED',
    frame,
  };
}

/** Aimed at the partner, at its bloc or at everyone; where an event names nobody, whom its stream concerns. */
function aimsAt(timeline: Timeline, event: PolicyEvent, parties: readonly PartyId[]): boolean {
  const named = event.targets.length > 0 ? [] : (timeline.record.subjects.get(event.stream)?.partners ?? []);
  return concerns(event, parties) || named.some((party) => party === '*' || parties.includes(party));
}
