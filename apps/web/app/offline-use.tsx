'use client';
import { useEffect } from 'react';
import { useScrub } from '@/timeline/scrub-context';

/** Once the record is here, what this page loaded is kept for use without a connection. */
export function OfflineUse() {
  const { packState } = useScrub();
  useEffect(() => {
    if (packState !== 'ready' || process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator))
      return;
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
  }, [packState]);
  return null;
}
