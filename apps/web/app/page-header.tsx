'use client';
import { useEffect, useRef } from 'react';
import { LanguageSwitch } from '@/features/language-switch/language-switch';
import { Brand, MainNav, type SitePlace } from '@/ui/app-bar';
import { CopyLink } from '@/ui/copy-button';
import { PageSearch } from './page-search';

/** The bar of the pages beside the scrubber. `path` is the page's address without its language. */
export function PageHeader({ current, path }: { readonly current: SitePlace; readonly path: string }) {
  const places = useRef<HTMLElement>(null);
  useEffect(() => {
    if (places.current) openOnCurrent(places.current);
  }, []);
  return (
    <header className="bar plain">
      <Brand />
      <MainNav current={current} ref={places} />
      <PageSearch />
      <div className="bar-end">
        <LanguageSwitch address={(locale) => `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`} />
        <CopyLink />
      </div>
    </header>
  );
}

/** On a phone the row of places is wider than the screen. */
function openOnCurrent(row: HTMLElement): void {
  const place = row.querySelector<HTMLElement>('[aria-current]');
  if (!place || row.scrollWidth <= row.clientWidth) return;
  row.scrollLeft = place.offsetLeft - (row.clientWidth - place.offsetWidth) / 2;
}
