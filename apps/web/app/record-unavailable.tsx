'use client';
import { LanguageSwitch } from '@/features/language-switch/language-switch';
import { href } from '@/language/href';
import { useLanguage } from '@/language/language-provider';
import type { Locale } from '@/language/locale';
import type { PackFault } from '@/timeline/server-pack';
import { Brand, MainNav, PlacesButton } from '@/ui/app-bar';

/** In the place of the screen: no record could be had, or drawing it failed; what is wrong, and a way to try again. */
export function RecordUnavailable({ fault }: { readonly fault: PackFault | { readonly kind: 'broken' } }) {
  const { locale, t } = useLanguage();
  const broken = fault.kind === 'broken';
  const reason = broken
    ? t('error.broken')
    : fault.kind === 'refused'
      ? t('error.apiRefused', { status: fault.status })
      : t(fault.kind === 'unreachable' ? 'error.apiDown' : 'error.unreadable', { reason: fault.reason });
  return (
    <>
      <header className="bar">
        <Brand />
        <MainNav current="timeline" folds />
        <div className="bar-end">
          <LanguageSwitch address={(to) => href(to as Locale, '/')} />
          <PlacesButton />
        </div>
      </header>
      <main className="page" data-testid="record-unavailable">
        <h1 className="title">{t(broken ? 'error.brokenTitle' : 'error.title')}</h1>
        <p className="lede" role="alert">
          {reason}
        </p>
        {broken ? null : <p className="lede">{t('error.what')}</p>}
        <p className="actions">
          <button type="button" className="btn primary" onClick={() => window.location.reload()}>
            {t('error.retry')}
          </button>
          {broken ? (
            <a className="btn" href={href(locale, '/')}>
              {t('error.afresh')}
            </a>
          ) : null}
        </p>
      </main>
    </>
  );
}
