'use client';
import { useEffect } from 'react';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';

const QUIET_MS = 1_500;

/** Once the record is here, what this page loaded is kept for use without a connection. */
export function OfflineUse() {
  const { t } = useLanguage();
  const { reader, store, tell } = useScrub();
  const whole = reader !== null && reader.pack.languages.length > 0;
  useEffect(() => {
    if (!whole || process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    let timer = 0;
    const keep = (): void => {
      // The first moments belong to the reader, and no request is made while a hand holds the thumb.
      if (store.held) {
        timer = window.setTimeout(keep, QUIET_MS);
        return;
      }
      navigator.serviceWorker
        .register('/sw.js')
        .then(() => navigator.serviceWorker.ready)
        .then(({ active }) =>
          active?.postMessage({
            keep: performance.getEntriesByType('resource').map(({ name }) => name),
            page: window.location.href,
          }),
        )
        // Without it the page works as long as there is a connection.
        .catch(() => undefined);
    };
    timer = window.setTimeout(keep, QUIET_MS);
    return () => window.clearTimeout(timer);
  }, [whole, store]);
  useEffect(() => {
    const lost = (): void => tell(t('why.offline'));
    const back = (): void => tell(null);
    window.addEventListener('offline', lost);
    window.addEventListener('online', back);
    return () => {
      window.removeEventListener('offline', lost);
      window.removeEventListener('online', back);
    };
  }, [tell, t]);
  return null;
}
