import { graphql, type ResultOf } from '@/lib/graphql';

export const coverageQuery = graphql(`
  query Coverage {
    coverage { topic coveredThrough family title { en ja } sources { source } }
  }
`);
export type CoverageRow = ResultOf<typeof coverageQuery>['coverage'][number];
