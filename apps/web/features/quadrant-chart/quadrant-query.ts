import { graphql, type ResultOf } from '@/lib/graphql';

export const quadrantQuery = graphql(`
  query QuadrantChart($date: Date!, $knownAt: Date, $threshold: Float!) {
    quadrant(date: $date, knownAt: $knownAt, thresholdPercent: $threshold) {
      figures knownFrom thresholdPercent
      rule { en ja }
      rows {
        code boundary close placedByPaper militaryPercentOfGdp noQuadrant quadrant quadrantAtLeast spendingYear
        tradeBalanceUsdMillion year
        note { en ja }
      }
    }
  }
`);
export type QuadrantData = ResultOf<typeof quadrantQuery>['quadrant'];
export type QuadrantRow = QuadrantData['rows'][number];
