'use client';
import { useLanguage } from '@/language/language-provider';

/** The mark: the date, round, and the known day, a diamond, on one line. */
export function Brand() {
  const { locale } = useLanguage();
  return (
    <a className="logo" href={`/?lang=${locale}`}>
      <svg viewBox="0 0 30 16" aria-hidden="true">
        <path d="M4 8h22" stroke="currentColor" strokeWidth="1.5" />
        <circle cx="6" cy="8" r="4.6" fill="currentColor" />
        <path d="M23 2.2 28.8 8 23 13.8 17.2 8Z" fill="var(--known)" />
      </svg>
      <span>policy-timeline</span>
    </a>
  );
}

/** The places of the site. */
export function MainNav({ current }: { readonly current: 'timeline' | 'append' | 'about' }) {
  const { locale, t } = useLanguage();
  const places = [
    ['timeline', '/'],
    ['append', '/append'],
    ['about', '/about'],
  ] as const;
  return (
    <nav className="nav" aria-label={t('nav.main')}>
      {places.map(([name, path]) => (
        <a key={name} href={`${path}?lang=${locale}`} aria-current={current === name ? 'page' : undefined}>
          {t(`nav.${name}`)}
        </a>
      ))}
    </nav>
  );
}
