'use client';
import { useEffect, useSyncExternalStore } from 'react';
import { type Scrub, useScrub } from '@/timeline/scrub-context';
import { useZoom } from '@/timeline/use-zoom';
import { type KeyAction, keyAction } from './key-action';

const STORAGE = 'policy-timeline:single-keys';
const changed = new Set<() => void>();

/** Whether single keys do something; kept in this browser. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (listener) => {
      changed.add(listener);
      return () => changed.delete(listener);
    },
    () => window.localStorage.getItem(STORAGE) !== 'off',
    () => true,
  );
  const set = (next: boolean): void => {
    window.localStorage.setItem(STORAGE, next ? 'on' : 'off');
    for (const listener of changed) listener();
  };
  return [on, set];
}

/** The keys that work anywhere outside fields. */
export function useKeys(openHelp: () => void): void {
  const scrub = useScrub();
  const { zoom, fit } = useZoom();
  const [on] = useSingleKeys();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const action = keyAction(event, {
        typing: target?.closest('input, textarea, select, [contenteditable], dialog') != null,
        onSlider: target?.getAttribute('role') === 'slider',
        singleKeys: on,
      });
      if (action === null) return;
      event.preventDefault();
      perform(action, scrub, { zoom, fit, openHelp });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [scrub, zoom, fit, on, openHelp]);
}

interface Means {
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly openHelp: () => void;
}

function perform(action: KeyAction, scrub: Scrub, { zoom, fit, openHelp }: Means): void {
  switch (action) {
    case 'previousChange':
      scrub.stepChange(-1);
      return;
    case 'nextChange':
      scrub.stepChange(1);
      return;
    case 'newest':
      scrub.goTo(scrub.view.frame.newestKnown);
      return;
    case 'mode':
      cycleMode(scrub);
      return;
    case 'why':
    case 'upcoming': {
      scrub.setPane(action);
      const panel = document.getElementById(action);
      panel?.scrollIntoView({ block: 'nearest' });
      panel?.focus({ preventScroll: true });
      return;
    }
    case 'zoomIn':
      zoom(0.5);
      return;
    case 'zoomOut':
      zoom(2);
      return;
    case 'fit':
      fit();
      return;
    case 'help':
      openHelp();
      return;
    case 'escape':
      scrub.tell(null);
      return;
    default:
      window.dispatchEvent(new Event(`policy-timeline:${action}`));
  }
}

function cycleMode({ store, view, setKnowledge }: Scrub): void {
  const { mode } = store.hot.knowledge;
  if (mode === 'now') setKnowledge({ mode: 'lived' });
  else if (mode === 'lived')
    setKnowledge({
      mode: 'fixed',
      day: Math.min(store.hot.date, view.frame.newestKnown) as typeof store.hot.date,
    });
  else setKnowledge({ mode: 'now' });
}
