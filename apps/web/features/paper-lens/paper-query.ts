import { graphql, type ResultOf } from '@/lib/graphql';
import { readingFields } from '@/lib/wire-reading';
import { sourceFields } from '@/lib/wire-value';

export const papersQuery = graphql(
  `
    query Papers {
      papers {
        id date eventCount
        expectedCounts { total kept extended broughtForward superseded lapsed open unknown }
        source { ...SourceFields }
      }
    }
  `,
  [sourceFields],
);
export type PaperRow = ResultOf<typeof papersQuery>['papers'][number];

/** A dated source document, read on its own day. */
export const paperQuery = graphql(
  `
    query PaperLens($id: ID!) {
      paper(id: $id) {
        id date eventCount
        expectedCounts { total kept extended broughtForward superseded lapsed open unknown }
        source { ...SourceFields }
        expected {
          id date kind firmness modality earliest latest outcome
          event { id title { en ja } note sources { ...SourceFields } effective { from { date } } }
          outcomeBy { id title { en ja } knownWindow { nominal } effective { from { date } } }
        }
        said { id family title { en ja } effective { from { date } } sources { id where } }
        held { ...ReadingFields }
        accounts { differs said { id title { en ja } } record { id title { en ja } sources { ...SourceFields } } }
      }
    }
  `,
  [readingFields, sourceFields],
);
export type PaperData = NonNullable<ResultOf<typeof paperQuery>['paper']>;
export type Expectation = PaperData['expected'][number];
