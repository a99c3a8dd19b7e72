import { headers } from 'next/headers';
import en from '@/messages/en.json';
import ja from '@/messages/ja.json';
import { type Locale, localeOf } from './locale';

/** The language that `proxy.ts` settled for this request. */
export async function requestLocale(): Promise<Locale> {
  const given = await headers();
  return localeOf(given.get('x-locale'), null, given.get('accept-language'));
}

export function messagesOf(locale: Locale): typeof ja {
  return locale === 'ja' ? ja : en;
}
