'use client';
import format, { type CompiledMessage } from 'icu-minify/format';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Locale } from './locale';
import type { Translate } from './translate';

type Compiled = { readonly [key: string]: CompiledMessage | Compiled };
interface Language {
  readonly locale: Locale;
  readonly t: Translate;
}

const LanguageContext = createContext<Language | null>(null);
/** Legal days are Washington’s. */
const TIME_ZONE = 'America/New_York';
const formatters = {
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...args),
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
};

/**
 * Gives the components beneath it the page's language and its messages, compiled by `compiledMessages`. The browser formats
 * what next-intl would, with a tenth of its weight.
 */
export function LanguageProvider({
  locale,
  messages,
  children,
}: {
  readonly locale: Locale;
  readonly messages: object;
  readonly children: ReactNode;
}) {
  const language = useMemo<Language>(
    () => ({
      locale,
      t: (key, values) => {
        const message = messageAt(messages as Compiled, key);
        return message === undefined
          ? key
          : String(format(message, locale, values, { formatters, timeZone: TIME_ZONE }));
      },
    }),
    [locale, messages],
  );
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** A message is a text or a list; what lies above it is a tree. */
function messageAt(messages: Compiled, key: string): CompiledMessage | undefined {
  let at: Compiled | CompiledMessage | undefined = messages;
  for (const part of key.split('.')) {
    if (at === undefined || typeof at !== 'object' || Array.isArray(at)) return undefined;
    at = (at as Compiled)[part];
  }
  return at as CompiledMessage | undefined;
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('useLanguage must be used below LanguageProvider');
  return language;
}
