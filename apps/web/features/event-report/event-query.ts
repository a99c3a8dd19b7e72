import { graphql, type ResultOf } from '@/lib/graphql';
import { sourceFields, valueFields } from '@/lib/wire-value';

/** One event, errata applied. */
export const eventQuery = graphql(
  `
    query EventReport($id: ID!) {
      event(id: $id) {
        id type family modality direction stream topic position correctedAt note inferred projects
        title { en ja }
        summary { en ja }
        actors targets persons
        knownBasis
        knownWindow { nominal earliest latest }
        knownOn { date }
        signedOn { date }
        publishedOn { date }
        effective { dateOpen from { date } until { date } }
        effects { act slot from { date } until { date } target track value { ...ValueFields } }
        relations { type to }
        sources { ...SourceFields }
      }
    }
  `,
  [valueFields, sourceFields],
);
export type EventReportData = NonNullable<ResultOf<typeof eventQuery>['event']>;

/** What its subjects read on the day from which it counts: the chain of why, and what was said otherwise. */
export const chainQuery = graphql(
  `
    query EventChain($date: Date!, $subjects: [ID!]!) {
      stateAsOf(date: $date, filter: { subjects: $subjects }, first: 50) {
        readings {
          edges {
            node {
              slot status retroactiveDays
              decidedBy { id }
              because { verb depth event { id title { en ja } knownWindow { nominal } sources { ...SourceFields } } }
              insteadOf { verb depth event { id title { en ja } knownWindow { nominal } sources { ...SourceFields } } }
              conflicts { id title { en ja } knownWindow { nominal } sources { ...SourceFields } }
            }
          }
        }
      }
    }
  `,
  [sourceFields],
);
export type ChainReading = ResultOf<typeof chainQuery>['stateAsOf']['readings']['edges'][number]['node'];
