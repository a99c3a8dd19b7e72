import type { Timeline } from '../bitemporal/timeline.js';
import type { ReadingFilter, View } from '../bitemporal/view.js';
import type { Deadline } from '../deadlines/list-deadlines.js';
import { upcoming } from '../deadlines/upcoming.js';
import type { Text } from '../events/text.js';
import {
  type Evidence,
  evidenceOfAll,
  type Figure,
  type Frame,
  figureOf,
  frameOf,
  PAPERS,
} from './evidence.js';
import { type OfficeHolder, officeHolders, type Vacancies, vacancyCounter } from './office-holders.js';
import { type RoundLadder, roundLadder } from './round-ladder.js';
import { type SanctionsStack, sanctionsStack } from './sanctions-stack.js';

export interface Argument {
  readonly title: Text;
  readonly asMarked: 'OPINION';
  readonly events: readonly Evidence[];
}

/** The picture of a paper of 2018: its argument, offices, NAFTA, Venezuela, trade. */
export interface LatinAmerica2018 {
  /** Why diplomacy was weak: three reasons. */
  readonly reasons: readonly Argument[];
  /** Where it was not: two exceptions. */
  readonly exceptions: readonly Argument[];
  /** Who contended inside over trade. */
  readonly factions: readonly Argument[];
  readonly vacancies: Vacancies;
  readonly officeHolders: readonly OfficeHolder[];
  readonly nafta: RoundLadder;
  readonly venezuela: SanctionsStack;
  /** US goods trade with Latin America, growth in percent of the year shown; null: no figure known. */
  readonly trade: { readonly exportsGrowth: Figure | null; readonly importsGrowth: Figure | null };
  /** Everything dated ahead and known. */
  readonly deadlines: readonly Deadline[];
  readonly frame: Frame;
}

type Source = { readonly title: Text; readonly events: readonly string[] };

/** The paper's argument; which events stand under which heading is the paper's, too. */
const REASONS: readonly Source[] = [
  {
    title: { en: 'Little interest', ja: '関心の低さ' },
    events: [
      'trump-first-latin-america-visit-planned',
      'tillerson-visits-mexico',
      'tillerson-latin-america-tour',
    ],
  },
  {
    title: {
      en: 'Few priorities shared; Mexico and Cuba hit instead',
      ja: '重なる優先課題の少なさ、メキシコとキューバへの圧力',
    },
    events: ['us-demands-wall-payment', 'mexico-refuses-wall-payment', 'us-cuba-sanctions-tightened'],
  },
  {
    title: { en: 'A hollowed-out State Department', ja: '国務省の空洞化' },
    events: [
      'state-under-secretary-vacancies',
      'state-wha-assistant-secretary-vacant',
      'tillerson-dismissed',
      'state-department-budget-cut-plan',
    ],
  },
];
const EXCEPTIONS: readonly Source[] = [
  {
    title: { en: 'The NAFTA renegotiation', ja: 'NAFTA再交渉' },
    events: [
      'nafta-renegotiation-notice',
      'nafta-negotiating-objectives',
      'ustr-staffed',
      'nafta-withdrawal-threat',
    ],
  },
  {
    title: { en: 'Sanctions on Venezuela', ja: '対ベネズエラ制裁' },
    events: [
      'us-venezuela-sanctions-2015',
      'us-venezuela-financial-sanctions-2017',
      'us-venezuela-petro-ban',
    ],
  },
];
const FACTIONS: readonly Source[] = [
  {
    title: { en: 'Free-traders (Cohn, Tillerson)', ja: '自由貿易派（コーン、ティラーソン）' },
    events: ['nafta-free-traders-hold-sway', 'cohn-nec-director', 'cohn-resigns', 'tillerson-dismissed'],
  },
  {
    title: { en: 'Economic nationalists (Navarro)', ja: '経済ナショナリスト（ナバロ）' },
    events: ['navarro-trade-office', 'navarro-regains-influence', 'us-protectionist-turn-2018'],
  },
];

const TRADE = 'indicator/us-latin-america-trade-2017';

/** Paper 000: three reasons for weak diplomacy towards Latin America, two exceptions, and the state of things behind them on any day. */
export function latinAmerica2018(
  timeline: Timeline,
  view: View,
  {
    withinDays,
    filter,
  }: { readonly withinDays?: number | undefined; readonly filter?: ReadingFilter | undefined } = {},
): LatinAmerica2018 {
  const argue = (sources: readonly Source[]): readonly Argument[] =>
    sources.map(({ title, events }) => ({
      title,
      asMarked: 'OPINION',
      events: evidenceOfAll(timeline, view, events),
    }));
  return {
    reasons: argue(REASONS),
    exceptions: argue(EXCEPTIONS),
    factions: argue(FACTIONS),
    vacancies: vacancyCounter(timeline, view),
    officeHolders: officeHolders(timeline, view),
    nafta: roundLadder(timeline, view),
    venezuela: sanctionsStack(timeline, view, { partner: 'VEN' }),
    trade: {
      exportsGrowth: figureOf(timeline, view, `${TRADE}#exports-growth`),
      importsGrowth: figureOf(timeline, view, `${TRADE}#imports-growth`),
    },
    deadlines: upcoming(timeline, {
      date: view.date,
      knownAt: view.asLived ? view.date : view.knownAt,
      withinDays,
      filter,
      reading: view.reading,
      track: view.track,
    }),
    frame: frameOf(timeline, view, PAPERS.latinAmerica2018),
  };
}
