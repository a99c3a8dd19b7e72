import { type FragmentOf, graphql } from './graphql';
import { valueFields } from './wire-value';

/** What a list of readings shows of each. */
export const readingFields = graphql(
  `
    fragment ReadingFields on PolicyReading {
      slot status projected certainty validFrom validUntil knownFrom retroactiveDays
      subject { id family partners title { en ja } }
      decidedBy { id title { en ja } }
      value { ...ValueFields }
    }
  `,
  [valueFields],
);
export type WireReading = FragmentOf<typeof readingFields>;
