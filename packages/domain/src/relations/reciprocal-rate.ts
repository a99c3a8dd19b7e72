import type { Status } from '../bitemporal/status.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { View } from '../bitemporal/view.js';
import { DomainError } from '../calendar/errors.js';
import type { PartyId } from '../events/envelope.js';
import type { Text } from '../events/text.js';
import { beneathPauses, type Evidence, evidenceOf, numberIn, readIfRecorded } from './evidence.js';

/** Figures of one partner, as the United States records them; money in millions of US dollars. */
export interface TradeFigures {
  readonly importsUsdMillion: number;
  readonly exportsUsdMillion: number;
  /** ε, price elasticity of import demand. */
  readonly elasticity?: number | undefined;
  /** φ, pass-through of tariffs to import prices. */
  readonly passThrough?: number | undefined;
}

/** Percent throughout. */
export interface ReciprocalRate {
  readonly elasticity: number;
  readonly passThrough: number;
  /** (x − m) ÷ (ε·φ·m), as printed: negative for a US deficit when ε is positive. */
  readonly asPrintedPercent: number;
  /** max(0, (m − x) ÷ (ε·φ·m)): the sign that gives the result the paper states, deficit over imports. */
  readonly asStatedPercent: number;
  /** Half of it. Neither the formula nor the paper halves; the published rates do. */
  readonly halvedPercent: number;
  readonly floorPercent: number;
  /** The half rounded up, not below the floor: the first annex, posted on 2 April 2025. */
  readonly ceilingOfHalf: number;
  /** The share rounded to whole points first, then its half rounded up: the corrected annex in the tariff schedule. */
  readonly ceilingOfHalfOfRounded: number;
  /** Halving, floor and roundings are our reading of the published rates. */
  readonly asMarked: 'DERIVED';
}

/** How well each rounding reproduces the published annexes over Census figures for 2024; tested beside this file. */
export const ROUNDINGS = {
  ceilingOfHalf: { annex: 'first annex, 2 April 2025', exact: 56, of: 57, except: ['CHE'] },
  ceilingOfHalfOfRounded: { annex: 'corrected annex (HTS)', exact: 55, of: 57, except: ['JPN', 'VNM'] },
} as const;

const FLOOR_PERCENT = 10;

/** Figures that the formula cannot divide by or take. */
export class InvalidTradeFigures extends DomainError {
  readonly code = 'INVALID_INPUT';
  constructor(
    readonly field: keyof TradeFigures,
    readonly given: number,
  ) {
    super(
      `${field}: ${given} cannot be used; imports, elasticity and pass-through are numbers above 0, exports a number from 0.`,
    );
    this.name = 'InvalidTradeFigures';
  }
}

/** The arithmetic alone, for figures that a caller brings. @throws InvalidTradeFigures */
export function computeReciprocalRate({
  importsUsdMillion: m,
  exportsUsdMillion: x,
  elasticity = 4,
  passThrough = 0.25,
}: TradeFigures): ReciprocalRate {
  const positive = { importsUsdMillion: m, elasticity, passThrough };
  for (const [field, given] of Object.entries(positive))
    if (!(Number.isFinite(given) && given > 0))
      throw new InvalidTradeFigures(field as keyof TradeFigures, given);
  if (!(Number.isFinite(x) && x >= 0)) throw new InvalidTradeFigures('exportsUsdMillion', x);
  const asPrintedPercent = ((x - m) / (elasticity * passThrough * m)) * 100;
  const asStatedPercent = Math.max(0, -asPrintedPercent);
  return {
    elasticity,
    passThrough,
    asPrintedPercent,
    asStatedPercent,
    halvedPercent: asStatedPercent / 2,
    floorPercent: FLOOR_PERCENT,
    ceilingOfHalf: Math.max(FLOOR_PERCENT, Math.ceil(asStatedPercent / 2)),
    ceilingOfHalfOfRounded: Math.max(FLOOR_PERCENT, Math.ceil(Math.round(asStatedPercent) / 2)),
    asMarked: 'DERIVED',
  };
}

/** What was published for a partner: the listed rate is a total with its base included. */
export interface PublishedRate {
  readonly partner: PartyId;
  readonly slot: string;
  readonly ratePercent: number;
  readonly basePercent: number | 'UNKNOWN';
  /** Rate less base: what a pause suspends. */
  readonly topUpPercent: number | 'UNKNOWN';
  /** Of the slot on the view's date: SUSPENDED while a pause decides. */
  readonly status: Status;
  /** What applies on the view's date, pauses included; null: nothing, or a text. */
  readonly appliesPercent: number | null;
  readonly events: readonly string[];
}

/** The formula of the reciprocal rates beside what was published and what applies. */
export interface ReciprocalRateCard {
  readonly formula: Text;
  /** null before the formula was public. */
  readonly formulaKnown: Evidence | null;
  readonly elasticity: number | 'UNKNOWN';
  readonly passThrough: number | 'UNKNOWN';
  /** Trade year of the figures that the published rates rest on. */
  readonly tradeYear: number | 'UNKNOWN';
  /** null: no partner asked for, or none listed in the view. */
  readonly published: PublishedRate | null;
  /** UNKNOWN without figures: the record holds no imports and exports of 2024. */
  readonly computed: ReciprocalRate | 'UNKNOWN';
}

const FORMULA: Text = {
  en: 'Rate = (imports − exports) ÷ (elasticity × pass-through × imports); printed with exports − imports.',
  ja: '税率＝（輸入−輸出）÷（弾性値×転嫁率×輸入）。印刷された式の分子は「輸出−輸入」。',
};

/**
 * The reciprocal formula of paper 004 (figure 1) beside the rate published for a partner. The two are shown, not mixed:
 * a computed rate is never put in the place of a published one. `figures`: imports and exports of the partner.
 * @throws InvalidTradeFigures
 */
export function reciprocalRate(
  timeline: Timeline,
  view: View,
  asked: { readonly partner?: PartyId | undefined; readonly figures?: TradeFigures | undefined } = {},
): ReciprocalRateCard {
  const formulaKnown = evidenceOf(timeline, view, 'reciprocal-formula');
  const told = formulaKnown === null ? undefined : timeline.event(formulaKnown.toldBy)?.event;
  return {
    formula: FORMULA,
    formulaKnown,
    elasticity: numberIn(told, 'epsilon') ?? 'UNKNOWN',
    passThrough: numberIn(told, 'phi') ?? 'UNKNOWN',
    tradeYear: numberIn(told, 'tradeYear') ?? 'UNKNOWN',
    published: asked.partner === undefined ? null : publishedRate(timeline, view, asked.partner),
    computed: asked.figures === undefined ? 'UNKNOWN' : computeReciprocalRate(asked.figures),
  };
}

/** The listed total of a partner beneath any pause; null where none was published or the partner is exempt. */
export function publishedRate(timeline: Timeline, view: View, partner: PartyId): PublishedRate | null {
  const slot = `tariff/us/reciprocal/${partner === 'org:eu' ? 'EU' : partner}`;
  const listed = beneathPauses(timeline, view, slot);
  const reading = readIfRecorded(timeline, slot, view);
  if (listed?.value?.kind !== 'RATE' || reading === null) return null;
  const base = beneathPauses(timeline, view, 'tariff/us/base');
  const basePercent = base?.value?.kind === 'RATE' ? base.value.ratePercent : 'UNKNOWN';
  const { ratePercent } = listed.value;
  const events = [listed.event, base?.event, reading.decidedBy].filter((id) => typeof id === 'string');
  return {
    partner,
    slot,
    ratePercent,
    basePercent,
    topUpPercent: basePercent === 'UNKNOWN' ? 'UNKNOWN' : ratePercent - basePercent,
    status: reading.status,
    appliesPercent:
      reading.value?.kind === 'RATE' && isApplied(reading.status) ? reading.value.ratePercent : null,
    events: [...new Set(events)],
  };
}

const isApplied = (status: Status): boolean => status === 'IN_FORCE' || status === 'SUSPENDED';
