'use client';
import { useCallback, useEffect, useRef } from 'react';
import type { Place } from './knowledge';
import type { Span } from './scrub-range';
import { type ScrubStore, samePlace } from './scrub-store';
import { readQuery, type ViewName, writeQuery } from './url-codec';

/** What going back brings with it beside the place. */
export interface Restored {
  readonly filter: readonly string[];
  readonly selected: string | null;
  readonly pin: Place | null;
  readonly view: ViewName;
}

interface AddressState {
  readonly store: ScrubStore;
  readonly place: Place;
  readonly filter: readonly string[];
  readonly selected: string | null;
  readonly position: string | null;
  readonly pin: Place | null;
  readonly view: ViewName;
  /** Null while the rail shows what it opens with. */
  readonly window: Span | null;
  readonly locale: string;
  /** Where an address without a day leads. */
  readonly resting: Place;
  readonly restore: (state: Restored) => void;
}

/** Changes closer together than this belong to one gesture. */
const GESTURE_MS = 800;

/** Keeps the address equal to the settled view: one history entry per gesture; going back restores the place without a request. */
export function useAddress({
  store,
  place,
  filter,
  selected,
  position,
  pin,
  view,
  window: span,
  locale,
  resting,
  restore,
}: AddressState) {
  const gesture = useRef({ open: true, last: Number.NEGATIVE_INFINITY, first: true, restoring: false });
  const address = useCallback(
    (language: string, frozen?: string) =>
      writeQuery({
        place,
        filter,
        selected,
        position: frozen ?? position,
        pin,
        view,
        window: span,
        locale: language,
      }),
    [place, filter, selected, position, pin, view, span],
  );

  useEffect(() => {
    const next = address(locale);
    const state = gesture.current;
    if (state.first) {
      // The first view is what the address already asked for.
      state.first = false;
      return;
    }
    if (store.held) return;
    const restored = state.restoring;
    state.restoring = false;
    if (next === window.location.search) return;
    const now = performance.now();
    const goesOn = !state.open && now - state.last < GESTURE_MS;
    state.open = false;
    state.last = now;
    if (goesOn || restored) window.history.replaceState(null, '', next);
    else window.history.pushState(null, '', next);
  }, [address, locale, store]);

  useEffect(() => {
    const back = (): void => {
      gesture.current.restoring = true;
      const query = readQuery(new URLSearchParams(window.location.search));
      const date = typeof query.date === 'number' ? query.date : resting.date;
      const target: Place = { date, knowledge: query.knowledge };
      restore(query);
      if (!samePlace(store.hot, target)) store.jump(target);
    };
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, [store, restore, resting]);

  const begin = useCallback(() => {
    gesture.current.open = true;
  }, []);
  return { address, begin };
}
