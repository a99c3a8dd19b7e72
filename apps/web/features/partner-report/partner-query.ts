import { graphql, type ResultOf } from '@/lib/graphql';
import { readingFields } from '@/lib/wire-reading';

/** Everything of one country or bloc in one view. */
export const partnerQuery = graphql(
  `
    query PartnerReport($code: ID!, $date: Date!, $knownAt: Date) {
      partner(code: $code, date: $date, knownAt: $knownAt) {
        code date knownAt
        name { en ja }
        blocs { id name { en ja } }
        counts { inForce scheduled suspended ended expired total }
        coverage { topic title { en ja } coveredThrough }
        families(families: [TARIFF, SANCTION, AGREEMENT, DESIGNATION, DEPLOYMENT, DOCUMENT, THREAT, STATEMENT, POLICY, SITUATION, ELECTION]) {
          family
          readings { ...ReadingFields }
        }
        negotiations { ...ReadingFields }
        memberships { ...ReadingFields }
        offices { ...ReadingFields }
        quadrant { quadrant militaryPercentOfGdp tradeBalanceUsdMillion year spendingYear placedByPaper }
        trade { slot attribute unit title { en ja } figures { year amount knownFrom decidedBy { id } } }
        upcoming(withinDays: 730) {
          id date kind firmness outcome daysLeft
          event { id title { en ja } }
        }
      }
    }
  `,
  [readingFields],
);
export type PartnerData = NonNullable<ResultOf<typeof partnerQuery>['partner']>;
