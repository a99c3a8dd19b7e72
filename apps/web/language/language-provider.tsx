'use client';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Locale } from './locale';
import type { Translate } from './translate';
import { translator } from './translator';

interface Language {
  readonly locale: Locale;
  readonly t: Translate;
}

const LanguageContext = createContext<Language | null>(null);
/** Gives the components beneath it the page's language and its messages, compiled by `compiledMessages`. */
export function LanguageProvider({
  locale,
  messages,
  children,
}: {
  readonly locale: Locale;
  readonly messages: object;
  readonly children: ReactNode;
}) {
  const language = useMemo<Language>(() => ({ locale, t: translator(locale, messages) }), [locale, messages]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('useLanguage must be used below LanguageProvider');
  return language;
}
