import { href } from '@/language/href';
import { LanguageProvider } from '@/language/language-provider';
import { allMessagesOf } from '@/language/messages-of';
import { pageLanguage } from '@/language/request-language';
import { PageFrame } from './page-frame';
import '@/ui/report-styles';

/** For every address without a page, and for ids that the record does not have. */
export default async function NotFound() {
  const { locale, t } = await pageLanguage();
  return (
    <LanguageProvider locale={locale} messages={allMessagesOf(locale)}>
      <PageFrame current="none" path="/">
        <h1 className="title" data-testid="not-found">
          {t('pages.notFound.title')}
        </h1>
        <p className="lede">{t('pages.notFound.body')}</p>
        <p className="actions">
          <a className="btn primary" href={href(locale, '/')}>
            {t('pages.fault.home')}
          </a>
        </p>
      </PageFrame>
    </LanguageProvider>
  );
}
