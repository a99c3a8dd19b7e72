'use client';
import { useSyncExternalStore } from 'react';

const QUERY = '(max-width: 640px)';

/** True on narrow screens; the server and the first paint take the desktop. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(QUERY).matches,
    () => false,
  );
}

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia(QUERY);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}
