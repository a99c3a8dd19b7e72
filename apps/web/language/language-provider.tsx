'use client';
import { NextIntlClientProvider, useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext } from 'react';
import type { Locale } from './locale';
import type { Translate } from './translate';

const LocaleContext = createContext<Locale>('ja');

/** Gives the components beneath it the page's language and its messages. */
export function LanguageProvider({
  locale,
  messages,
  children,
}: {
  readonly locale: Locale;
  readonly messages: Record<string, unknown>;
  readonly children: ReactNode;
}) {
  return (
    <LocaleContext value={locale}>
      <NextIntlClientProvider locale={locale} messages={messages as never} timeZone="America/New_York">
        {children}
      </NextIntlClientProvider>
    </LocaleContext>
  );
}

export function useLanguage(): { readonly locale: Locale; readonly t: Translate } {
  const locale = useContext(LocaleContext);
  const t = useTranslations();
  return { locale, t: t as unknown as Translate };
}
