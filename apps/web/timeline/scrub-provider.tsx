'use client';
import { addDays, type Day, type PackReader } from '@policy-timeline/domain';
import {
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useLanguage } from '@/language/language-provider';
import { fetchPack } from './browser-pack';
import type { Knowledge } from './knowledge';
import { stepToChange } from './recent-changes';
import { type PackState, type Pane, type Scrub, ScrubContext } from './scrub-context';
import { clampDay, windowWith, zoomed } from './scrub-range';
import { ScrubStore } from './scrub-store';
import { recordFrame, type ScrubView, scrubView } from './scrub-view';
import { slotFilter, slotsOf } from './slot-filter';
import { useAddress } from './use-address';

export interface ScrubStart {
  readonly view: ScrubView;
  readonly filter: readonly string[];
  readonly selected: string | null;
  readonly position: string | null;
  readonly notice: string | null;
}

/** Holds the place, the record and the view of the scrubber, and keeps the address in step with them. */
export function ScrubProvider({
  start,
  updates,
  children,
}: {
  readonly start: ScrubStart;
  readonly updates: (onReader: (reader: PackReader) => void, position: number) => ReactNode;
  readonly children: ReactNode;
}) {
  const { locale, t } = useLanguage();
  const [store] = useState(() => new ScrubStore(start.view.place));
  const place = useSyncExternalStore(store.onSettled, store.settled, store.settled);
  const [reader, setReader] = useState<PackReader | null>(null);
  const [packState, setPackState] = useState<PackState>('loading');
  const [filter, setFilter] = useState(start.filter);
  const [selected, setSelected] = useState(start.selected);
  const [withPast, setWithPast] = useState(false);
  const [pane, setPane] = useState<Pane>('list');
  const [notice, setNotice] = useState(start.notice);
  const frame = useMemo(() => (reader ? recordFrame(reader) : start.view.frame), [reader, start.view.frame]);
  const [asked, setWindow] = useState(frame.resting);
  const window_ = useMemo(() => windowWith(place.date, asked, frame.range), [place.date, asked, frame.range]);

  useEffect(() => {
    // A phone's rail is a third as wide: it opens on a few years around the day.
    if (window.matchMedia('(max-width: 640px)').matches)
      setWindow(zoomed(start.view.frame.resting, start.view.frame.range, 0.28, start.view.place.date));
  }, [start]);

  useEffect(() => {
    const abort = new AbortController();
    fetchPack(abort.signal).then(
      (loaded) => {
        setReader(loaded);
        setPackState('ready');
      },
      () => {
        if (!abort.signal.aborted) setPackState('failed');
      },
    );
    return () => abort.abort();
  }, []);

  // What waits for the page to be usable (tests, scripts of a reader) sees it on the root element.
  useEffect(() => {
    document.documentElement.dataset.record = packState;
  }, [packState]);

  const slots = useMemo(
    () => (reader ? slotsOf(reader.pack, slotFilter(reader.pack, filter)) : []),
    [reader, filter],
  );
  const view = useMemo(
    () =>
      reader
        ? scrubView(reader, frame, { place, filter, selected, withPast, window: window_ })
        : { ...start.view, place },
    [reader, frame, place, filter, selected, withPast, window_, start.view],
  );
  const restore = useCallback((next: { filter: readonly string[]; selected: string | null }) => {
    setFilter(next.filter);
    setSelected(next.selected);
  }, []);
  const beginGesture = useAddress({
    store,
    place,
    filter,
    selected,
    position: start.position,
    locale,
    restore,
    resting: start.view.place,
  });
  const { address, begin } = beginGesture;
  const stepping = useRef({ reader, slots });
  stepping.current = { reader, slots };

  const scrub = useMemo<Scrub>(() => {
    const { range } = frame;
    const goTo = (day: Day): void => {
      begin();
      store.jump({ ...store.hot, date: clampDay(day, range) });
    };
    const setKnowledge = (knowledge: Knowledge): void => {
      begin();
      store.jump({ ...store.hot, knowledge });
    };
    return {
      store,
      reader,
      packState,
      view,
      filter,
      selected,
      withPast,
      window: window_,
      pane,
      notice,
      slots,
      address,
      goTo,
      setKnowledge,
      stepDays: (days) => store.moveTo(clampDay(addDays(store.hot.date, days), range)),
      stepChange: (direction) => {
        const { reader: by, slots: of } = stepping.current;
        const day = by && stepToChange(by, of, store.hot, direction);
        if (day !== null && day >= range.from && day < range.until) goTo(day);
        else if (by) setNotice(t('step.noChange'));
      },
      select: (slot) => setSelected(slot),
      setFilter: (tokens) => setFilter(tokens),
      setWithPast,
      setWindow,
      setPane,
      tell: setNotice,
      beginGesture: begin,
    };
  }, [
    store,
    reader,
    packState,
    view,
    filter,
    selected,
    withPast,
    window_,
    pane,
    notice,
    slots,
    frame,
    address,
    begin,
    t,
  ]);

  const swap = useCallback(
    (next: PackReader) => {
      setReader((held) =>
        held && held.pack.position === next.pack.position && held.pack.hash === next.pack.hash ? held : next,
      );
      setPackState('ready');
      setNotice(t('app.updated', { position: next.pack.position }));
    },
    [t],
  );
  return (
    <ScrubContext value={scrub}>
      {children}
      {reader ? updates(swap, reader.pack.position) : null}
    </ScrubContext>
  );
}
