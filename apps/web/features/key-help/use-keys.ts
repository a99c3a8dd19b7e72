'use client';
import { useEffect, useSyncExternalStore } from 'react';
import { useActions } from '@/timeline/actions';
import { HINDSIGHT, type Knowledge } from '@/timeline/knowledge';
import { useScrub } from '@/timeline/scrub-context';
import { keyAction } from './key-action';

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

/** The keys that work anywhere outside fields; H shows hindsight for as long as it is held. */
export function useKeys(openHelp: () => void): void {
  const { store } = useScrub();
  const act = useActions();
  const [on] = useSingleKeys();
  useEffect(() => {
    let before: Knowledge | null = null;
    const placeOf = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      return {
        typing:
          target?.closest('input:not([type="checkbox"]), textarea, select, [contenteditable], dialog') !=
          null,
        onSlider: target?.getAttribute('role') === 'slider',
        singleKeys: on,
      };
    };
    const press = (event: KeyboardEvent): void => {
      // The browser closes what is open, and only that.
      if (event.key === 'Escape' && document.querySelector(':popover-open')) return;
      const place = placeOf(event);
      if (isPeek(event) && on && !place.typing) {
        if (before === null && store.hot.knowledge.mode !== 'now') {
          before = store.hot.knowledge;
          store.hold();
          store.knowBy(HINDSIGHT);
        }
        return;
      }
      const action = keyAction(event, place);
      if (action === null) return;
      event.preventDefault();
      if (action === 'help') openHelp();
      else act(action);
    };
    const release = (event: KeyboardEvent | FocusEvent): void => {
      if (before === null || (event instanceof KeyboardEvent && !isPeek(event))) return;
      store.knowBy(before);
      before = null;
      store.release();
    };
    window.addEventListener('keydown', press);
    window.addEventListener('keyup', release);
    window.addEventListener('blur', release);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('keyup', release);
      window.removeEventListener('blur', release);
    };
  }, [store, act, on, openHelp]);
}

const isPeek = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'h' && !ctrlKey && !metaKey && !altKey;
