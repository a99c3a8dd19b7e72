'use client';
import { addDays, type Day, formatDay, type Pack, type PackReader } from '@policy-timeline/domain';
import {
  type ReactNode,
  startTransition,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useLanguage } from '@/language/language-provider';
import { LOCALES } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { type Knowledge, knownAtOf, type Place } from './knowledge';
import { type FirstPicture, type PackState, type Pane, type Scrub, ScrubContext } from './scrub-context';
import { clampDay, restingWindow, type Span, windowWith, zoomed } from './scrub-range';
import { ScrubStore, samePlace } from './scrub-store';
import { recordFrame, type ScrubView, scrubView } from './scrub-view';
import { hasWords, slotFilter, slotsOf } from './slot-filter';
import { stepToChange } from './step-to-change';
import { readQuery, type ViewName } from './url-codec';
import { type Restored, useAddress } from './use-address';

/** Reading the record's bytes is loaded with them: the first picture was drawn by the server. */
const browserPack = () => import('./browser-pack');

export interface ScrubStart {
  readonly view: ScrubView;
  readonly filter: readonly string[];
  readonly selected: string | null;
  readonly position: string | null;
  readonly pin: Place | null;
  readonly viewName: ViewName;
  /** The stretch of the rail that the address asks for. */
  readonly window: Span | null;
  readonly picture: FirstPicture | null;
  readonly notice: string | null;
}

/** Holds the place, the record and the view of the scrubber, and keeps the address in step with them. */
export function ScrubProvider({
  start,
  updates,
  children,
}: {
  readonly start: ScrubStart;
  readonly updates: (onReader: (reader: PackReader) => void, held: Pack) => ReactNode;
  readonly children: ReactNode;
}) {
  const { locale, t } = useLanguage();
  const [store] = useState(() => new ScrubStore(start.view.place));
  // Lists and pictures are drawn anew in slices; what the hand touches has moved with the frame.
  const place = useDeferredValue(useSyncExternalStore(store.onSettled, store.settled, store.settled));
  const [reader, setReader] = useState<PackReader | null>(null);
  const [packState, setPackState] = useState<PackState>('loading');
  const [filter, setFilter] = useState(start.filter);
  const [selected, setSelected] = useState(start.selected);
  const [withPast, setWithPast] = useState(false);
  const [pane, showPane] = useState<Pane>('list');
  const [side, setSide] = useState<'upcoming' | 'changes'>('upcoming');
  const [viewName, setViewName] = useState(start.viewName);
  const [pin, setPin] = useState(start.pin);
  const [planeOpen, setPlaneOpen] = useState(false);
  const [notice, setNotice] = useState(start.notice);
  const frame = useMemo(() => (reader ? recordFrame(reader) : start.view.frame), [reader, start.view.frame]);
  const [opening] = useState(() => restingWindow(start.view.place, frame.range));
  const [asked, setWindow] = useState(start.window ?? opening);
  const phoneWindow = useRef<Span | null>(null);
  const window_ = useMemo(() => windowWith(place.date, asked, frame.range), [place.date, asked, frame.range]);

  useEffect(() => {
    // A phone's rail is a third as wide: it opens on a few years around the day.
    if (start.window !== null || !window.matchMedia('(max-width: 640px)').matches) return;
    const { place: at, frame: opened } = start.view;
    phoneWindow.current = zoomed(restingWindow(at, opened.range), opened.range, 0.28, at.date);
    setWindow(phoneWindow.current);
  }, [start]);

  const { position, hash } = start.view.frame;
  useEffect(() => {
    const abort = new AbortController();
    const name = start.position === null ? { position, hash } : { position: start.position };
    // Everything is drawn from the record now: in slices, so that a first key or touch need not wait.
    const tell = (loaded: PackReader): void =>
      startTransition(() => {
        setReader(loaded);
        setPackState('ready');
      });
    browserPack()
      .then(({ loadRecord }) => loadRecord(name, locale, tell, abort.signal))
      .catch(() => {
        if (!abort.signal.aborted) setPackState((state) => (state === 'ready' ? state : 'failed'));
      });
    return () => abort.abort();
  }, [start.position, position, hash, locale]);

  // Words are looked for in both languages; the other one is fetched when somebody searches.
  const [searching, setSearching] = useState(false);
  const searchBothLanguages = useCallback(() => setSearching(true), []);
  const searches = searching || (reader !== null && hasWords(reader.pack, filter));
  useEffect(() => {
    const other = LOCALES.find((language) => language !== locale);
    if (!searches || !reader || !other || reader.pack.languages.join() !== locale) return;
    const abort = new AbortController();
    browserPack()
      .then(({ addTexts }) => addTexts(reader.pack, other, abort.signal))
      .then(
        (loaded) => setReader((now) => (now === reader ? loaded : now)),
        // The reader's own language is there; the search finds less.
        () => undefined,
      );
    return () => abort.abort();
  }, [searches, reader, locale]);

  // What waits for the page to be usable (tests, scripts of a reader) sees it on the root element.
  useEffect(() => {
    document.documentElement.dataset.record = packState;
  }, [packState]);

  const restore = useCallback((next: Restored) => {
    setFilter(next.filter);
    setSelected(next.selected);
    setPin(next.pin);
    setViewName(next.view);
  }, []);

  // A page kept for use without a connection may be that of another address.
  useEffect(() => {
    if (!reader) return;
    const query = readQuery(new URLSearchParams(window.location.search));
    if (typeof query.date !== 'number') return;
    const asked = { date: query.date, knowledge: query.knowledge };
    if (samePlace(start.view.place, store.hot) && !samePlace(asked, store.hot)) {
      restore(query);
      store.jump(asked);
    }
  }, [reader, start, store, restore]);

  const slots = useMemo(
    () => (reader ? slotsOf(reader.pack, slotFilter(reader.pack, filter)) : []),
    [reader, filter],
  );
  const view = useMemo(() => {
    const written = { ...start.view, place };
    if (!reader) return written;
    const textless = reader.pack.languages.length === 0;
    // Until texts are here, what the server wrote stands for as long as nobody moves.
    if (
      textless &&
      samePlace(place, start.view.place) &&
      filter === start.filter &&
      selected === start.selected &&
      pin === start.pin &&
      !withPast
    )
      return written;
    const made = scrubView(reader, frame, { place, pin, filter, selected, withPast, window: window_ });
    return textless ? { ...made, names: { ...made.names, ...start.view.names } } : made;
  }, [reader, frame, place, pin, filter, selected, withPast, window_, start]);
  const beginGesture = useAddress({
    store,
    place,
    filter,
    selected,
    position: start.position,
    pin,
    view: viewName,
    window: asked === opening || asked === phoneWindow.current ? null : asked,
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
    const goToPlace = (to: Place): void => {
      begin();
      const { knowledge } = to;
      store.jump({
        date: clampDay(to.date, range),
        knowledge:
          knowledge.mode === 'fixed' ? { mode: 'fixed', day: clampDay(knowledge.day, range) } : knowledge,
      });
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
      side,
      viewName,
      firstPicture: start.picture,
      pin,
      planeOpen,
      frozen: start.position,
      notice,
      slots,
      address,
      pictureSource: (at) => sourceLines(at, frame.position, frame.newestKnown, t),
      goTo,
      goToPlace,
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
      setPane: (next) => {
        showPane(next);
        if (next === 'upcoming' || next === 'changes') setSide(next);
      },
      setViewName: (next) => {
        setViewName(next);
        setPlaneOpen(false);
      },
      togglePin: () => {
        if (pin !== null) {
          setPin(null);
          return;
        }
        setPin(store.hot);
        setNotice(t('compare.pinned', { day: formatDay(store.hot.date) }));
      },
      swapPin: () => {
        if (pin === null) return;
        const from = store.hot;
        goToPlace(pin);
        setPin(from);
      },
      compare: (from, to) => {
        setPin({ ...store.hot, date: from });
        setSide('changes');
        showPane('changes');
        goTo(to);
      },
      setPlaneOpen,
      searchBothLanguages,
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
    side,
    viewName,
    pin,
    planeOpen,
    notice,
    slots,
    frame,
    start,
    address,
    begin,
    searchBothLanguages,
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
      {reader && reader.pack.languages.length > 0 && start.position === null
        ? updates(swap, reader.pack)
        : null}
    </ScrubContext>
  );
}

/** Date, known day, record and address, as they stand under a picture that leaves the page. */
function sourceLines(place: Place, position: number, newestKnown: Day, t: Translate) {
  const known = knownAtOf(place);
  return {
    day: formatDay(place.date),
    lines: [
      t('screen.picture.when', {
        day: formatDay(place.date),
        known: known === null ? t('screen.picture.now', { day: formatDay(newestKnown) }) : formatDay(known),
      }),
      t('screen.picture.source', { position }),
      window.location.href,
    ],
  };
}
