import { headers } from 'next/headers';
import { createTranslator } from 'next-intl';
import en from '@/messages/en.json';
import ja from '@/messages/ja.json';
import pagesEn from '@/messages/pages.en.json';
import pagesJa from '@/messages/pages.ja.json';
import { compiledMessages } from './compiled-messages';
import { type Locale, localeOf } from './locale';
import type { Translate } from './translate';

/** The language that `proxy.ts` settled for this request. */
export async function requestLocale(): Promise<Locale> {
  const given = await headers();
  return localeOf(given.get('x-locale'), null, given.get('accept-language'));
}

const SCREEN = { ja: compiledMessages(ja), en: compiledMessages(en as typeof ja) };
const PAGES = { ja: compiledMessages(pagesJa), en: compiledMessages(pagesEn as typeof pagesJa) };

/** What the scrubber says; the pages beside it say more, see `allMessagesOf`. */
export function messagesOf(locale: Locale): typeof ja {
  return SCREEN[locale];
}

export function allMessagesOf(locale: Locale): typeof ja & { readonly pages: typeof pagesJa } {
  return { ...messagesOf(locale), pages: PAGES[locale] };
}

/** The language of a page that is written on the server. */
export async function pageLanguage(): Promise<{ readonly locale: Locale; readonly t: Translate }> {
  const locale = await requestLocale();
  const t = createTranslator({ locale, messages: allMessagesOf(locale) });
  return { locale, t: t as unknown as Translate };
}
