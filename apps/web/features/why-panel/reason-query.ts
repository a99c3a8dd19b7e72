import type { ResultOf } from '@/lib/graphql';
import { graphqlText } from '@/lib/graphql-text';
import { valueText } from '@/lib/value-text';

const reasonEvent = graphqlText(`
  fragment ReasonEvent on PolicyEvent {
    id
    title { en ja }
    knownWindow { nominal }
    sources { id title { en ja } author publisher date where url }
  }
`);

const answer = graphqlText(
  `
  fragment Answer on PolicyReading {
    slot
    status
    value { ...ValueFields }
    validInterval { until }
  }
`,
  [valueText],
);

/** The chain behind one subject's readings, and what the border did, which may be something else (semantics: two tracks). */
export const reasonQuery = graphqlText(
  `
    query Reasons($date: Date!, $knownAt: Date, $asLived: Boolean!, $subjects: [ID!]!) {
      stateAsOf(date: $date, knownAt: $knownAt, asLived: $asLived, filter: { subjects: $subjects }, first: 50) {
        readings {
          edges {
            node {
              ...Answer
              because { verb depth event { ...ReasonEvent } }
              insteadOf { verb depth event { ...ReasonEvent } }
              conflicts { ...ReasonEvent }
            }
          }
        }
      }
      border: stateAsOf(
        date: $date knownAt: $knownAt asLived: $asLived track: COLLECTED filter: { subjects: $subjects } first: 50
      ) {
        readings { edges { node { ...Answer } } }
      }
    }
  `,
  [reasonEvent, answer],
);

export type ReasonReading = ResultOf<typeof reasonQuery>['stateAsOf']['readings']['edges'][number]['node'];

export type Answer = ResultOf<typeof reasonQuery>['border']['readings']['edges'][number]['node'];
