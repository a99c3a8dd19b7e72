import type { Locale } from './locale';

/** `今村卓 (Takashi Imamura)`: a name as its source writes it, and after it in brackets as it is written in the other script. */
const BOTH = /([\u3040-\u9fff][^()]*?) \(([ -'*-~]+)\)/gu;

/** A name of which the record has both readings, in the reader's; what has one alone stays as it is. */
export function inReading(name: string, locale: Locale): string {
  return locale === 'ja' ? name.replace(BOTH, '$1').replaceAll(', ', '、') : name.replace(BOTH, '$2');
}
