'use client';
import { href } from '@/language/href';
import { useLanguage } from '@/language/language-provider';

/** The mark: the date, round, and the known day, a diamond, on one line. */
export function Brand() {
  const { locale } = useLanguage();
  return (
    <a className="logo" href={href(locale, '/')}>
      <svg viewBox="0 0 30 16" aria-hidden="true">
        <path d="M4 8h22" stroke="currentColor" strokeWidth="1.5" />
        <circle cx="6" cy="8" r="4.6" fill="currentColor" />
        <path d="M23 2.2 28.8 8 23 13.8 17.2 8Z" fill="var(--known)" />
      </svg>
      <span>policy-timeline</span>
    </a>
  );
}

const PLACES = [
  ['timeline', '/'],
  ['duty', '/duty'],
  ['deadlines', '/deadlines'],
  ['quadrant', '/quadrant'],
  ['papers', '/papers'],
  ['append', '/admin'],
  ['about', '/about'],
] as const;

/** A place that the bar names; `none` for pages that are reached through another. */
export type SitePlace = (typeof PLACES)[number][0] | 'none';

/** The places of the site. */
export function MainNav({ current }: { readonly current: SitePlace }) {
  const { locale, t } = useLanguage();
  return (
    <nav className="nav" aria-label={t('nav.main')}>
      {PLACES.map(([name, path]) => (
        <a key={name} href={href(locale, path)} aria-current={current === name ? 'page' : undefined}>
          {t(`nav.${name}`)}
        </a>
      ))}
    </nav>
  );
}
