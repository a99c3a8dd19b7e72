'use client';
import { href } from '@/language/href';
import { useLanguage } from '@/language/language-provider';

/** Something failed while a page was drawn: said plainly, with a way on. */
export default function PageError({ reset }: { readonly reset: () => void }) {
  const { locale, t } = useLanguage();
  return (
    <main className="page report" id="main">
      <h1 className="title">{t('pages.broken.title')}</h1>
      <p className="lede" role="alert">
        {t('pages.broken.body')}
      </p>
      <p className="actions">
        <button type="button" className="btn primary" onClick={reset}>
          {t('error.retry')}
        </button>
        <a className="btn" href={href(locale, '/')}>
          {t('pages.fault.home')}
        </a>
      </p>
    </main>
  );
}
