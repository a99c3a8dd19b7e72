'use client';
import type { Ref } from 'react';
import { href } from '@/language/href';
import { useLanguage } from '@/language/language-provider';
import { IconButton } from './icon-button';

/** The mark: the date, round, and the known day, a diamond, on one line. */
export function Brand() {
  const { locale } = useLanguage();
  return (
    <a className="logo" href={href(locale, '/')} aria-label="policy-timeline">
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

const PLACES_ID = 'places';

/** The places of the site. Where a phone has no row to spare it `folds` into what `PlacesButton` opens. */
export function MainNav({
  current,
  folds,
  ref,
}: {
  readonly current: SitePlace;
  readonly folds?: boolean;
  readonly ref?: Ref<HTMLElement>;
}) {
  const { locale, t } = useLanguage();
  return (
    <nav
      className="nav"
      aria-label={t('nav.main')}
      ref={ref}
      {...(folds ? { id: PLACES_ID, popover: 'auto' as const } : {})}
    >
      {PLACES.map(([name, path]) => (
        <a key={name} href={href(locale, path)} aria-current={current === name ? 'page' : undefined}>
          {t(`nav.${name}`)}
        </a>
      ))}
    </nav>
  );
}

/** On a phone: opens the places; Escape, a touch beside them or the button itself closes them. */
export function PlacesButton() {
  const { t } = useLanguage();
  return (
    <IconButton
      icon="menu"
      label={t('nav.places')}
      look=" places-button"
      popoverTarget={PLACES_ID}
      data-testid="places"
    />
  );
}
