import { headers } from 'next/headers';
import { type Locale, localeOf } from './locale';
import { allMessagesOf } from './messages-of';
import type { Translate } from './translate';
import { translator } from './translator';

/** The language that `proxy.ts` settled for this request. */
export async function requestLocale(): Promise<Locale> {
  const given = await headers();
  return localeOf(given.get('x-locale'), null, given.get('accept-language'));
}

/** The language of a page that is written on the server. */
export async function pageLanguage(): Promise<{ readonly locale: Locale; readonly t: Translate }> {
  const locale = await requestLocale();
  return { locale, t: translator(locale, allMessagesOf(locale)) };
}
