import { graphql, type ResultOf } from '@/lib/graphql';
import { readingFields } from '@/lib/wire-reading';

/** One subject: what it reads, its parts, its history. */
export const subjectQuery = graphql(
  `
    query SubjectReport($id: ID!, $view: ViewInput) {
      subject(id: $id, view: $view) {
        id family topic revision slots
        title { en ja }
        authorityParties { id name { en ja } }
        partnerParties { id name { en ja } }
        coverage { coveredThrough title { en ja } }
        readings { ...ReadingFields }
        parts { id title { en ja } }
        events { id modality title { en ja } effective { from { date } } knownWindow { nominal } }
      }
    }
  `,
  [readingFields],
);
export type SubjectData = NonNullable<ResultOf<typeof subjectQuery>['subject']>;
