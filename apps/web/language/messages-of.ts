import en from '@/messages/en.json';
import ja from '@/messages/ja.json';
import pagesEn from '@/messages/pages.en.json';
import pagesJa from '@/messages/pages.ja.json';
import { compiledMessages } from './compiled-messages';
import type { Locale } from './locale';

const SCREEN = { ja: compiledMessages(ja), en: compiledMessages(en as typeof ja) };
const PAGES = { ja: compiledMessages(pagesJa), en: compiledMessages(pagesEn as typeof pagesJa) };

/** What the scrubber says; the pages beside it say more, see `allMessagesOf`. */
export function messagesOf(locale: Locale): typeof ja {
  return SCREEN[locale];
}

export function allMessagesOf(locale: Locale): typeof ja & { readonly pages: typeof pagesJa } {
  return { ...messagesOf(locale), pages: PAGES[locale] };
}
