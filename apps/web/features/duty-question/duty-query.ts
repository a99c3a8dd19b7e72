import { graphql, type ResultOf } from '@/lib/graphql';
import { sourceFields } from '@/lib/wire-value';

const quoteFields = graphql(
  `
    fragment QuoteFields on TariffQuote {
      additionalPercent
      allInPercent
      additionalRange { minPercent maxPercent }
      assumptionsText { en ja }
      openLists { name title { en ja } assumedOff partCodes }
      coverage { topic coveredThrough title { en ja } }
      lines {
        slot status additionalPercent certainty projected retroactiveDays until authority scope { en ja }
        rate { kind percent withinPercent abovePercent upTo text { en ja } }
        reason { en ja }
        instrument { id title { en ja } }
        displacedBy { id title { en ja } }
        decidedBy { id title { en ja } knownWindow { nominal } sources { ...SourceFields } }
      }
    }
  `,
  [sourceFields],
);

/** The same import, judged by what was known on one day and by another, or by all that is recorded. */
export const dutyQuery = graphql(
  `
    query Duty($date: Date!, $earlier: Date!, $later: Date, $question: TariffQuestion!, $track: Track!) {
      earlier: tariffQuote(date: $date, knownAt: $earlier, question: $question, track: $track) { ...QuoteFields }
      later: tariffQuote(date: $date, knownAt: $later, question: $question, track: $track) { ...QuoteFields }
    }
  `,
  [quoteFields],
);
export type Quote = ResultOf<typeof dutyQuery>['earlier'];
export type QuoteLine = Quote['lines'][number];

const total = graphql(`
  fragment Total on TariffQuote { additionalPercent allInPercent additionalRange { minPercent maxPercent } }
`);

/** Twelve known days at once; days that are not needed repeat the last one. */
export const stepsQuery = graphql(
  `
    query DutySteps(
      $date: Date! $question: TariffQuestion! $track: Track!
      $k0: Date! $k1: Date! $k2: Date! $k3: Date! $k4: Date! $k5: Date!
      $k6: Date! $k7: Date! $k8: Date! $k9: Date! $k10: Date! $k11: Date!
    ) {
      k0: tariffQuote(date: $date, knownAt: $k0, question: $question, track: $track) { ...Total }
      k1: tariffQuote(date: $date, knownAt: $k1, question: $question, track: $track) { ...Total }
      k2: tariffQuote(date: $date, knownAt: $k2, question: $question, track: $track) { ...Total }
      k3: tariffQuote(date: $date, knownAt: $k3, question: $question, track: $track) { ...Total }
      k4: tariffQuote(date: $date, knownAt: $k4, question: $question, track: $track) { ...Total }
      k5: tariffQuote(date: $date, knownAt: $k5, question: $question, track: $track) { ...Total }
      k6: tariffQuote(date: $date, knownAt: $k6, question: $question, track: $track) { ...Total }
      k7: tariffQuote(date: $date, knownAt: $k7, question: $question, track: $track) { ...Total }
      k8: tariffQuote(date: $date, knownAt: $k8, question: $question, track: $track) { ...Total }
      k9: tariffQuote(date: $date, knownAt: $k9, question: $question, track: $track) { ...Total }
      k10: tariffQuote(date: $date, knownAt: $k10, question: $question, track: $track) { ...Total }
      k11: tariffQuote(date: $date, knownAt: $k11, question: $question, track: $track) { ...Total }
    }
  `,
  [total],
);
export const STEP_NAMES = ['k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8', 'k9', 'k10', 'k11'] as const;
export type QuoteTotal = ResultOf<typeof stepsQuery>['k0'];
