import { headers } from 'next/headers';
import { askedRecord, meantBy } from '@/features/not-found/meant';
import { href } from '@/language/href';
import { LanguageProvider } from '@/language/language-provider';
import { allMessagesOf } from '@/language/messages-of';
import { pageLanguage } from '@/language/request-language';
import { serverPack } from '@/timeline/server-pack';
import { PageFrame } from './page-frame';
import '@/ui/report-styles';

/** For every address without a page, and for ids that the record does not have: what was asked, and what may have been meant. */
export default async function NotFound() {
  const { locale, t } = await pageLanguage();
  const path = (await headers()).get('x-path') ?? '/';
  const asked = askedRecord(path);
  const loaded = asked ? await serverPack() : null;
  const meant = asked && loaded?.ok ? meantBy(asked, loaded.reader, locale) : [];
  return (
    <LanguageProvider locale={locale} messages={allMessagesOf(locale)}>
      <PageFrame current="none" path={path}>
        <h1 className="title" data-testid="not-found">
          {asked ? t('pages.notFound.record', { id: asked.id.slice(0, 80) }) : t('pages.notFound.title')}
        </h1>
        <p className="lede">{t(asked ? 'pages.notFound.recordBody' : 'pages.notFound.body')}</p>
        {meant.length > 0 ? (
          <section className="blk">
            <h2 className="sec">{t('pages.notFound.meant')}</h2>
            <ul className="list-links plain" data-testid="meant">
              {meant.map(({ id, title, href: address }) => (
                <li key={id}>
                  <a href={address}>{title}</a>
                  <code className="q s12">{id}</code>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <p className="actions">
          <a className="btn primary" href={href(locale, '/')}>
            {t('pages.fault.home')}
          </a>
          <a className="btn" href={href(locale, '/about')}>
            {t('nav.about')}
          </a>
        </p>
      </PageFrame>
    </LanguageProvider>
  );
}
