'use client';
import { useLanguage } from '@/language/language-provider';
import type { PackFault } from '@/timeline/server-pack';
import { Brand, MainNav } from '@/ui/app-bar';

/** Shown when no record could be had: what is wrong, and a way to try again. */
export function RecordUnavailable({ fault }: { readonly fault: PackFault }) {
  const { t } = useLanguage();
  const reason =
    fault.kind === 'refused'
      ? t('error.apiRefused', { status: fault.status })
      : t(fault.kind === 'unreachable' ? 'error.apiDown' : 'error.unreadable', { reason: fault.reason });
  return (
    <>
      <header className="bar">
        <Brand />
        <MainNav current="timeline" />
      </header>
      <main className="page" data-testid="record-unavailable">
        <h1 className="title">{t('error.title')}</h1>
        <p className="lede" role="alert">
          {reason}
        </p>
        <p className="lede">{t('error.what')}</p>
        <p className="actions">
          <button type="button" className="btn primary" onClick={() => window.location.reload()}>
            {t('error.retry')}
          </button>
        </p>
      </main>
    </>
  );
}
