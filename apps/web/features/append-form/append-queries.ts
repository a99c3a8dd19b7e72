import { graphql, type ResultOf } from '@/lib/graphql';

export const revisionQuery = graphql(`
  query StreamRevision($stream: ID!) {
    subject(id: $stream) { id revision }
  }
`);

const side = graphql(`
  fragment DiffReading on PolicyReading {
    status
    validFrom
    validUntil
    projected
    subject { id title { en ja } }
    decidedBy { id title { en ja } }
    value {
      __typename
      ... on RateValue { ratePercent rateBasis upTo }
      ... on QuantityValue { amount unit }
      ... on TextValue { text { en ja } }
      ... on SpecificValue { text { en ja } }
      ... on QuotaValue { withinPercent abovePercent quotaBasis: rateBasis quota }
    }
  }
`);

/** Preview (`dryRun`) and append are one mutation, so that what is previewed is what is written. */
export const appendMutation = graphql(
  `
    mutation Append($input: AppendEventsInput!) {
      appendEvents(input: $input) {
        receipt { positions repeated }
        viewDiff { kind change slot before { ...DiffReading } after { ...DiffReading } }
        userErrors { code message path eventIndex reason }
      }
    }
  `,
  [side],
);

export type AppendAnswer = ResultOf<typeof appendMutation>['appendEvents'];
export type DiffRow = AppendAnswer['viewDiff'][number];
export type UserError = AppendAnswer['userErrors'][number];
