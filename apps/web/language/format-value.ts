import type { Text, Value } from '@policy-timeline/domain';
import type { Locale } from './locale';
import type { Translate } from './translate';

export const inLocale = (text: Text, locale: Locale): string =>
  text[locale] || text[locale === 'ja' ? 'en' : 'ja'];

/** Figures with the thousands grouped, the same on server and in browsers. */
export function figure(amount: number): string {
  const [whole = '', rest] = String(Math.abs(amount)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${amount < 0 ? '−' : ''}${grouped}${rest === undefined ? '' : `.${rest}`}`;
}

const UNITS = [
  'usdMillion',
  'usdBillion',
  'percent',
  'percentOfGdp',
  'round',
  'years',
  'posts',
  'persons',
  'personsPerYear',
  'facilities',
  'countries',
  'organisations',
] as const;
const isUnit = (unit: string): unit is (typeof UNITS)[number] => (UNITS as readonly string[]).includes(unit);

/** A value in a few characters; null for a slot that simply holds. */
export function shortValue(value: Value | null, locale: Locale, t: Translate): string | null {
  switch (value?.kind) {
    case 'RATE':
      return value.upTo
        ? t('value.upTo', { rate: `${figure(value.ratePercent)}%` })
        : `${figure(value.ratePercent)}%`;
    case 'QUANTITY':
      return isUnit(value.unit)
        ? t(`value.unit.${value.unit}`, { amount: figure(value.amount) })
        : `${figure(value.amount)} ${value.unit}`;
    case 'TEXT':
      return inLocale(value.text, locale);
    case 'SPECIFIC':
      return inLocale(value.text, locale);
    case 'EXEMPT':
      return t('value.exempt');
    case 'QUOTA':
      return t('value.quota', {
        within: `${figure(value.withinPercent)}%`,
        above: value.abovePercent === null ? t('value.noEntry') : `${figure(value.abovePercent)}%`,
      });
    default:
      return null;
  }
}

/** A value with what it counts from, for the reasons. */
export function fullValue(value: Value | null, locale: Locale, t: Translate): string | null {
  const short = shortValue(value, locale, t);
  return value?.kind === 'RATE' ? t(`value.basis.${value.rateBasis}`, { rate: short ?? '' }) : short;
}
