'use client';
import { useLanguage } from '@/language/language-provider';

/** The same view in the other language, as a plain link: day, knowledge, filter and selection stay. */
export function LanguageSwitch({ address }: { readonly address: (locale: string) => string }) {
  const { locale, t } = useLanguage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: two links, not a form
    <span className="lang" role="group" aria-label={t('nav.language')}>
      <a
        href={address('ja')}
        hrefLang="ja"
        lang="ja"
        aria-current={locale === 'ja' ? 'true' : undefined}
        data-testid="lang-ja"
      >
        日本語
      </a>
      <a
        href={address('en')}
        hrefLang="en"
        lang="en"
        aria-current={locale === 'en' ? 'true' : undefined}
        data-testid="lang-en"
      >
        EN
      </a>
    </span>
  );
}
