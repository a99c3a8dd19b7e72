'use client';
import { inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';

/** What a citation needs; both the pack and the server give it. */
export interface CitedSource {
  readonly title: { readonly en: string; readonly ja: string };
  readonly author?: string | null;
  readonly publisher: string;
  readonly date: string;
  readonly where?: string | null;
  readonly url?: string | null;
}

/** Author, title, place in it, publisher, date; a link where the record has one. */
export function SourceLine({ source }: { readonly source: CitedSource }) {
  const { locale, t } = useLanguage();
  const parts = [source.author, source.where, source.publisher, source.date].filter(
    (part) => part !== undefined && part !== null && part !== '',
  );
  return (
    <small className="src">
      <span>{inLocale(source.title, locale)}</span>
      <span className="q"> — {parts.join(', ')}</span>
      {source.url && /^https?:/.test(source.url) ? (
        <>
          {' '}
          <a href={source.url} rel="noreferrer" target="_blank">
            {t('why.openSource')}
          </a>
        </>
      ) : null}
    </small>
  );
}
