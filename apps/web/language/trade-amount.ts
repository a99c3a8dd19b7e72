import { figure } from './format-value';
import type { Locale } from './locale';

/** Millions of US dollars as a signed figure: in Japanese hundreds of millions, in English billions. */
export const amountOf = (million: number, locale: Locale): string => {
  const amount = locale === 'ja' ? million / 100 : million / 1000;
  const rounded = Math.abs(amount) >= 10 ? Math.round(amount) : Math.round(amount * 10) / 10;
  return `${rounded > 0 ? '+' : ''}${figure(rounded)}`;
};
