import type { Value } from '@policy-timeline/domain';
import type { FragmentOf } from './graphql';
import { graphqlText } from './graphql-text';

/** The fields of a value as the API writes it. */
export const VALUE_FIELDS = `
  fragment ValueFields on Value {
    __typename
    ... on RateValue { ratePercent rateBasis upTo }
    ... on QuantityValue { amount unit }
    ... on TextValue { text { en ja } }
    ... on SpecificValue { text { en ja } }
    ... on QuotaValue { withinPercent abovePercent quotaBasis: rateBasis quota }
  }
` as const;

/** The same for questions that stay texts (`graphqlText`). */
export const valueText = graphqlText(VALUE_FIELDS);

export type WireValue = FragmentOf<typeof valueText> | null;

/** The domain's value: what the formats of the page take. */
export function asValue(value: WireValue): Value | null {
  switch (value?.__typename) {
    case 'RateValue':
      return {
        kind: 'RATE',
        ratePercent: value.ratePercent,
        rateBasis: value.rateBasis,
        ...(value.upTo ? { upTo: true as const } : {}),
      };
    case 'QuantityValue':
      return { kind: 'QUANTITY', amount: value.amount, unit: value.unit };
    case 'TextValue':
      return { kind: 'TEXT', text: value.text };
    case 'SpecificValue':
      return { kind: 'SPECIFIC', text: value.text };
    case 'ExemptValue':
      return { kind: 'EXEMPT' };
    case 'QuotaValue':
      return {
        kind: 'QUOTA',
        withinPercent: value.withinPercent,
        abovePercent: value.abovePercent,
        rateBasis: value.quotaBasis === 'INCLUSIVE' ? 'INCLUSIVE' : 'ADDITIONAL',
        quota: value.quota,
      };
    default:
      return null;
  }
}
