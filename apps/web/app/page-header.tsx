'use client';
import { LanguageSwitch } from '@/features/language-switch/language-switch';
import { Brand, MainNav, type SitePlace } from '@/ui/app-bar';
import { CopyLink } from '@/ui/copy-button';
import { PageSearch } from './page-search';

/** The bar of the pages beside the scrubber. `path` is the page's address without its language. */
export function PageHeader({ current, path }: { readonly current: SitePlace; readonly path: string }) {
  return (
    <header className="bar plain">
      <Brand />
      <MainNav current={current} />
      <PageSearch />
      <div className="bar-end">
        <LanguageSwitch address={(locale) => `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`} />
        <CopyLink />
      </div>
    </header>
  );
}
