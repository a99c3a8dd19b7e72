import type { ReactNode } from 'react';
import { LanguageProvider } from '@/language/language-provider';
import { allMessagesOf } from '@/language/messages-of';
import { requestLocale } from '@/language/request-language';
import '@/ui/report-styles';

/** What the pages beside the scrubber need more: their words and their styles. */
export default async function PagesLayout({ children }: { readonly children: ReactNode }) {
  const locale = await requestLocale();
  return (
    <LanguageProvider locale={locale} messages={allMessagesOf(locale)}>
      {children}
    </LanguageProvider>
  );
}
