'use client';
import { useEffect, useRef, useState } from 'react';
import { spellDay } from '@/language/format-day';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { IconButton } from '@/ui/icon-button';

/** One polite sentence each time the screen comes to rest at another place. */
export function Announcer() {
  const { locale, t } = useLanguage();
  const { view, store } = useScrub();
  const { place, tallies, changes } = view;
  const [first] = useState(place);
  const said = useRef('');
  // While a hand or a key is held the lists may follow; the sentence waits.
  if (place !== first && !store.held)
    said.current = t('rail.moved', {
      day: spellDay(place.date, locale),
      inForce: tallies.IN_FORCE,
      changes: changes.length,
    });
  return (
    <p className="vh" aria-live="polite" data-testid="announcement">
      {said.current}
    </p>
  );
}

const STAYS_MS = 8_000;

/** A short message over the rail; it leaves by itself. */
export function Notice() {
  const { t } = useLanguage();
  const { notice, tell, packState } = useScrub();
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(() => tell(null), STAYS_MS);
    return () => clearTimeout(timer);
  }, [notice, tell]);
  const text = notice ?? (packState === 'failed' ? t('error.packFailed') : null);
  return (
    <div className="toast-place" aria-live="polite">
      {text === null ? null : (
        <p className="toast" data-testid="notice">
          <span>{text}</span>
          {notice === null ? (
            <button type="button" className="linkish" onClick={() => window.location.reload()}>
              {t('error.retry')}
            </button>
          ) : (
            <IconButton icon="close" label={t('app.dismiss')} onClick={() => tell(null)} />
          )}
        </p>
      )}
    </div>
  );
}
