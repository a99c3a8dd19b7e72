import type { ResultOf } from '@/lib/graphql';
import { graphqlText } from '@/lib/graphql-text';

const reasonEvent = graphqlText(`
  fragment ReasonEvent on PolicyEvent {
    id
    title { en ja }
    knownWindow { nominal }
    sources { id title { en ja } author publisher date where url }
  }
`);

/** The chain behind one subject's readings. */
export const reasonQuery = graphqlText(
  `
    query Reasons($date: Date!, $knownAt: Date, $asLived: Boolean!, $subjects: [ID!]!) {
      stateAsOf(date: $date, knownAt: $knownAt, asLived: $asLived, filter: { subjects: $subjects }, first: 50) {
        readings {
          edges {
            node {
              slot
              because { verb depth event { ...ReasonEvent } }
              insteadOf { verb depth event { ...ReasonEvent } }
              conflicts { ...ReasonEvent }
            }
          }
        }
      }
    }
  `,
  [reasonEvent],
);

export type ReasonReading = ResultOf<typeof reasonQuery>['stateAsOf']['readings']['edges'][number]['node'];
