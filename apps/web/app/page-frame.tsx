import type { ReactNode } from 'react';
import { pageLanguage } from '@/language/request-language';
import type { SitePlace } from '@/ui/app-bar';
import { PageHeader } from './page-header';

/** Skip link, bar and main part: the same on every page beside the scrubber. `path` carries the page's own parameters. */
export async function PageFrame({
  current,
  path,
  children,
}: {
  readonly current: SitePlace;
  readonly path: string;
  readonly children: ReactNode;
}) {
  const { t } = await pageLanguage();
  return (
    <>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <PageHeader current={current} path={path} />
      <main className="page report" id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
