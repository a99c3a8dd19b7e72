import { subjectOf } from '../bitemporal/record-index.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { View } from '../bitemporal/view.js';
import type { Day } from '../calendar/civil-day.js';
import { DomainError } from '../calendar/errors.js';
import type { PartyId } from '../events/envelope.js';
import type { Text } from '../events/text.js';
import {
  type Evidence,
  evidenceOf,
  type Figure,
  type Frame,
  figureOf,
  frameOf,
  numberIn,
  PAPERS,
} from './evidence.js';

export type Quadrant = 1 | 2 | 3 | 4;
/** The paper's summary says "above 2 %", its paragraph on the United Kingdom "2 % or more"; exactly on the mark they differ. */
export type BoundaryRule = 'above' | 'atLeast';
export type ByRule = Readonly<Record<BoundaryRule, Quadrant | null>>;

/** Who measured the military spending: figure 2 of the paper, SIPRI itself, or the country's ministry. */
export type SpendingSource = 'PAPER' | 'SIPRI' | 'MINISTRY';
export interface SpendingFigure extends Figure {
  readonly source: SpendingSource;
  /** Where this figure alone would put the country. */
  readonly quadrant: ByRule;
}

/** One partner’s place on the chart. */
export interface QuadrantRow {
  /** As the chart names it: a country code, or `EU`. */
  readonly code: string;
  readonly partner: PartyId;
  /** By the rule `above`, which the paper's summary states; null where `noQuadrant` says why. */
  readonly quadrant: Quadrant | null;
  readonly byRule: ByRule;
  readonly noQuadrant: 'SPENDING_MISSING' | 'BALANCE_MISSING' | 'BALANCE_ZERO' | null;
  /** The two rules differ: spending lies exactly on the threshold. */
  readonly boundary: boolean;
  /** Spending within 0.1 points of the threshold, the width of the paper's rounding. */
  readonly close: boolean;
  /** US goods balance in millions of US dollars: positive is a US surplus. Its distance from zero is the figure itself. */
  readonly balance: Figure | null;
  /** Percent of GDP, as figure 2 of the paper gives it. */
  readonly spending: Figure | null;
  /** Spending less threshold, in percentage points. */
  readonly pointsFromThreshold: number | null;
  /** Every figure on spending, its sources kept apart. */
  readonly spendingBySource: readonly SpendingFigure[];
  /** The tariff printed beside them: a figure of the table, not a duty line. */
  readonly tariffShown: Figure | null;
  /** Where the paper's text places the country, an opinion; null: it does not. */
  readonly placedByPaper: (Evidence & { readonly quadrant: number | null }) | null;
  readonly note: (Text & { readonly asMarked: 'OPINION'; readonly event: string }) | null;
}

/** Partners by trade balance with the US and military spending, on either side of a threshold. */
export interface QuadrantChart {
  readonly thresholdPercent: number;
  readonly rules: Readonly<Record<BoundaryRule, Text>>;
  /** NOT_YET_KNOWN: figures for the day exist now but were not public; NO_PERIOD: no figure's year had begun. */
  readonly figures: 'KNOWN' | 'NOT_YET_KNOWN' | 'NO_PERIOD';
  /** The first day on which any figure of the chart was public; null: the record has none. */
  readonly knownFrom: Day | null;
  /** Empty unless the figures are known. In the order of the codes. */
  readonly rows: readonly QuadrantRow[];
  readonly frame: Frame;
  /** What the paper concludes of each quadrant; empty before it was public. */
  readonly conclusions: readonly {
    readonly quadrant: Quadrant;
    readonly text: Text;
    readonly asMarked: 'OPINION';
    readonly event: string;
  }[];
}

/** A threshold that is no share in percent. */
export class InvalidThreshold extends DomainError {
  readonly code = 'INVALID_INPUT';
  constructor(readonly given: number) {
    super(
      `thresholdPercent: ${given} is not a share of GDP in percent; write a number from 0 to 100, for example 2.0.`,
    );
    this.name = 'InvalidThreshold';
  }
}

const CHART = 'indicator/trade-and-military-spending-2024';

/** Figures on military spending beside the paper's own table; only Japan's are in the record (paper 004, section 5 (4), footnote 21). */
const OTHER_SPENDING: Readonly<
  Record<PartyId, readonly { readonly slot: string; readonly source: SpendingSource }[]>
> = {
  JPN: [
    { slot: 'indicator/japan-defence-spending#sipri', source: 'SIPRI' },
    { slot: 'indicator/japan-defence-spending', source: 'MINISTRY' },
  ],
};

const NOTES: Readonly<Record<string, Text>> = {
  CHN: {
    en: 'The paper does not place China, which is no ally; the rule alone gives quadrant 3.',
    ja: '中国は同盟国・友好国でないため論考は配置していない。規則だけなら第3象限になる。',
  },
  EU: {
    en: 'No spending figure for the EU as a whole; the paper ties it to quadrant 3 through Germany alone.',
    ja: 'EU全体の軍事費の数値はない。論考は中核国ドイツを通じて第3象限と結び付けるにとどまる。',
  },
};

/** Section 4 of paper 004, in our words. */
const CONCLUSIONS: Readonly<Record<Quadrant, Text>> = {
  1: {
    en: 'Convenient to Washington: good relations likely, few hard demands for now.',
    ja: '米国に都合がよく、良好な関係になりやすい。当面は厳しい要求が少ない。',
  },
  2: {
    en: 'Little friction over trade, pressure over spending: a fragile balance, yet nearer than quadrant 3.',
    ja: '通商摩擦は小さいが軍事費で圧力を受ける。均衡はもろいものの、第3象限よりは近い。',
  },
  3: {
    en: 'Furthest away: friction over trade and security, separate tariffs on strong sectors, demands over spending.',
    ja: '最も距離がある。通商・安保の両面で摩擦があり、得意分野への個別関税や負担増の要求を受ける。',
  },
  4: {
    en: 'Security ties soften sudden breaks; hard bargaining over trade.',
    ja: '安保上の結び付きが急な悪化を和らげる一方、通商では厳しい交渉になる。',
  },
};

/**
 * The four quadrants of paper 004: US trade balance up, military spending to the right. 1: US surplus, high spending;
 * 2: surplus, low; 3: deficit, low; 4: deficit, high. A zero balance or a missing figure gives no quadrant.
 * @throws InvalidThreshold
 */
export function quadrantChart(
  timeline: Timeline,
  view: View,
  { thresholdPercent = 2.0 }: { readonly thresholdPercent?: number | undefined } = {},
): QuadrantChart {
  if (!(thresholdPercent >= 0 && thresholdPercent <= 100)) throw new InvalidThreshold(thresholdPercent);
  const codes = chartCodes(timeline);
  const rows = codes
    .map((code) => rowOf(timeline, view, code, thresholdPercent))
    .filter((row) => row.balance !== null || row.spending !== null);
  const knownFrom = firstKnown(timeline, codes);
  const frame = frameOf(timeline, view, PAPERS.fourQuadrants2025);
  const known = rows.some(({ balance }) => balance !== null);
  return {
    thresholdPercent,
    rules: {
      above: {
        en: `High spending is above ${thresholdPercent} % of GDP.`,
        ja: `軍事費がGDPの${thresholdPercent}％を上回れば「高い」。`,
      },
      atLeast: {
        en: `High spending is ${thresholdPercent} % of GDP or more.`,
        ja: `軍事費がGDPの${thresholdPercent}％以上なら「高い」。`,
      },
    },
    figures: known
      ? 'KNOWN'
      : knownFrom !== null && timeline.knownAtOf(view) < knownFrom
        ? 'NOT_YET_KNOWN'
        : 'NO_PERIOD',
    knownFrom,
    rows: known ? rows : [],
    frame,
    conclusions: frame.published
      ? ([1, 2, 3, 4] as const).map((quadrant) => ({
          quadrant,
          text: CONCLUSIONS[quadrant],
          asMarked: 'OPINION',
          event: frame.event,
        }))
      : [],
  };
}

/** null where either figure is missing or the balance is zero. */
function quadrantOf(
  balanceUsdMillion: number | null,
  spendingPercent: number | null,
  thresholdPercent: number,
): ByRule {
  if (balanceUsdMillion === null || spendingPercent === null || balanceUsdMillion === 0)
    return { above: null, atLeast: null };
  const place = (high: boolean): Quadrant => (balanceUsdMillion > 0 ? (high ? 1 : 2) : high ? 4 : 3);
  return {
    above: place(spendingPercent > thresholdPercent),
    atLeast: place(spendingPercent >= thresholdPercent),
  };
}

function rowOf(timeline: Timeline, view: View, code: string, threshold: number): QuadrantRow {
  const subject = `${CHART}/${code}`;
  const partner = timeline.subject(subject).partners[0] ?? code;
  const balance = figureOf(timeline, view, `${subject}#balance`);
  const spending = figureOf(timeline, view, `${subject}#military-spending`);
  const byRule = quadrantOf(balance?.amount ?? null, spending?.amount ?? null, threshold);
  const points = spending === null ? null : Math.round((spending.amount - threshold) * 100) / 100;
  const sources = [
    { slot: `${subject}#military-spending`, source: 'PAPER' as const },
    ...(OTHER_SPENDING[partner] ?? []),
  ];
  const placed = evidenceOf(timeline, view, `quadrant-2024/${code}`);
  const note = NOTES[code];
  return {
    code,
    partner,
    quadrant: byRule.above,
    byRule,
    noQuadrant:
      balance === null
        ? 'BALANCE_MISSING'
        : spending === null
          ? 'SPENDING_MISSING'
          : balance.amount === 0
            ? 'BALANCE_ZERO'
            : null,
    boundary: byRule.above !== byRule.atLeast,
    close: points !== null && Math.abs(points) <= 0.1,
    balance,
    spending,
    pointsFromThreshold: points,
    spendingBySource: sources.flatMap(({ slot, source }) => {
      const figure = figureOf(timeline, view, slot);
      return figure === null
        ? []
        : [{ ...figure, source, quadrant: quadrantOf(balance?.amount ?? null, figure.amount, threshold) }];
    }),
    tariffShown: figureOf(timeline, view, `${subject}#tariff-shown`),
    placedByPaper: placed && {
      ...placed,
      asMarked: 'OPINION',
      quadrant: numberIn(timeline.event(placed.event)?.event, 'quadrant'),
    },
    note: note && placed === null ? { ...note, asMarked: 'OPINION', event: PAPERS.fourQuadrants2025 } : null,
  };
}

function chartCodes(timeline: Timeline): readonly string[] {
  const codes = [...timeline.index.slots.keys()]
    .filter((slot) => slot.startsWith(`${CHART}/`) && slot.endsWith('#balance'))
    .map((slot) => subjectOf(slot).slice(CHART.length + 1));
  return codes.sort();
}

function firstKnown(timeline: Timeline, codes: readonly string[]): Day | null {
  const days = codes.flatMap((code) =>
    (timeline.index.slots.get(`${CHART}/${code}#balance`)?.statements ?? []).map(
      ({ known }) => known.documented,
    ),
  );
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b));
}
