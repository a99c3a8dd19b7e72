import type { Data } from './ask.js';

export const VALUE = `value { __typename
  ... on RateValue { ratePercent rateBasis } ... on QuantityValue { amount unit } ... on TextValue { text { en ja } }
  ... on QuotaValue { withinPercent abovePercent quota } ... on SpecificValue { text { en ja } } }`;
export const READING = `slot status projected certainty validFrom validUntil knownFrom subject { title { en ja } } ${VALUE} decidedBy { id title { en ja } }`;

/** `15 % INCLUSIVE`, `7 round`, or the words. */
export function valueText(value: Data, lang: string): string | null {
  switch (value?.__typename) {
    case 'RateValue':
      return `${value.ratePercent} % ${value.rateBasis}`;
    case 'QuotaValue':
      return `${value.withinPercent} % (${value.quota}), ${value.abovePercent === null ? '-' : `${value.abovePercent} %`}`;
    case 'QuantityValue':
      return `${value.amount} ${value.unit}`;
    case 'TextValue':
    case 'SpecificValue':
      return value.text[lang];
    case 'ExemptValue':
      return 'exempt';
    default:
      return null;
  }
}

export const statusText = (reading: Data): string | null =>
  reading === null
    ? null
    : `${reading.status}${reading.projected ? ' (projected)' : ''}${reading.certainty === 'POSSIBLE' ? ' (possible)' : ''}`;
