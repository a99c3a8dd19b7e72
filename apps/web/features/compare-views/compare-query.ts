import { graphql, type ResultOf } from '@/lib/graphql';
import { valueFields } from '@/lib/wire-value';

const side = graphql(
  `
    fragment CompareSide on PolicyReading {
      status projected validFrom
      subject { id family title { en ja } }
      decidedBy { id title { en ja } }
      value { ...ValueFields }
    }
  `,
  [valueFields],
);

/** Two views of the record and the way from one to the other, in four kinds. */
export const compareQuery = graphql(
  `
    query Compare(
      $a: ViewInput! $b: ViewInput! $filter: ReadingFilter $first: Int! $after: String
      $dateA: Date! $knownA: Date $dateB: Date! $knownB: Date
    ) {
      diff(a: $a, b: $b, filter: $filter, first: $first, after: $after) {
        totalCount
        counts { world plan learned corrected }
        pageInfo { hasNextPage endCursor }
        rows { slot kind change before { ...CompareSide } after { ...CompareSide } }
      }
      a: stateAsOf(date: $dateA, knownAt: $knownA, filter: $filter, first: 1) { counts { inForce scheduled suspended total } }
      b: stateAsOf(date: $dateB, knownAt: $knownB, filter: $filter, first: 1) { counts { inForce scheduled suspended total } }
    }
  `,
  [side],
);
export type CompareData = ResultOf<typeof compareQuery>;
export type CompareRow = CompareData['diff']['rows'][number];
