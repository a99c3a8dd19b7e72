'use client';
import { type Day, dayOf } from '@policy-timeline/domain';
import { useMemo } from 'react';
import { inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { type Scrub, useScrub } from './scrub-context';
import { zoomed } from './scrub-range';
import { VIEWS, type ViewName } from './url-codec';

/** Everything that a key or the palette can do; those of the last line are told to their feature by an event of that name. */
export type ActionName =
  | ViewName
  | 'previousChange'
  | 'nextChange'
  | 'previousOfSelected'
  | 'nextOfSelected'
  | 'today'
  | 'mode'
  | 'focusKnown'
  | 'why'
  | 'upcoming'
  | 'diff'
  | 'pin'
  | 'swap'
  | 'plane'
  | 'zoomIn'
  | 'zoomOut'
  | 'fit'
  | 'fitSelected'
  | 'escape'
  | 'toggle-play'
  | 'edit-date'
  | 'edit-known'
  | 'search'
  | 'palette'
  | 'take-away'
  | 'help';

/** Performs an action on the scrubber. */
export function useActions(): (action: ActionName) => void {
  const scrub = useScrub();
  const spoken = useLanguage();
  return useMemo(() => (action) => perform(action, scrub, spoken), [scrub, spoken]);
}

type Spoken = ReturnType<typeof useLanguage>;

function perform(action: ActionName, scrub: Scrub, spoken: Spoken): void {
  const { store, view, pin, planeOpen } = scrub;
  switch (action) {
    case 'previousChange':
      scrub.stepChange(-1);
      return;
    case 'nextChange':
      scrub.stepChange(1);
      return;
    case 'previousOfSelected':
    case 'nextOfSelected':
      void stepSelected(scrub, action === 'nextOfSelected' ? 1 : -1, spoken);
      return;
    case 'today': {
      const today = washingtonToday();
      const { newestKnown, range } = view.frame;
      // A second press goes to the last day of the record.
      scrub.goTo(store.hot.date === today || today >= range.until ? newestKnown : today);
      return;
    }
    case 'mode':
      cycleMode(scrub);
      return;
    case 'focusKnown':
      focusKnown(scrub);
      return;
    case 'why':
    case 'upcoming':
    case 'diff':
      openPanel(scrub, action === 'diff' ? 'changes' : action);
      return;
    case 'pin':
      scrub.togglePin();
      return;
    case 'swap':
      scrub.swapPin();
      return;
    case 'plane':
      scrub.setPlaneOpen(!planeOpen);
      scrub.setPane('view');
      return;
    case 'zoomIn':
    case 'zoomOut':
      scrub.setWindow(zoomed(scrub.window, view.frame.range, action === 'zoomIn' ? 0.5 : 2, store.hot.date));
      return;
    case 'fit':
      scrub.setWindow(view.frame.range);
      return;
    case 'fitSelected':
      void import('./fit-selected').then(({ fitSelected }) => fitSelected(scrub));
      return;
    case 'escape':
      if (scrub.notice !== null) scrub.tell(null);
      else if (planeOpen) scrub.setPlaneOpen(false);
      else if (pin !== null) scrub.togglePin();
      return;
    default:
      if ((VIEWS as readonly string[]).includes(action)) {
        scrub.setViewName(action as ViewName);
        scrub.setPane('view');
      } else window.dispatchEvent(new Event(`policy-timeline:${action}`));
  }
}

/** A legal day of the United States is Washington’s. */
function washingtonToday(): Day {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' })
    .format(new Date())
    .split('-');
  return dayOf(Number(parts[0]), Number(parts[1]), Number(parts[2]));
}

function openPanel({ setPane }: Scrub, panel: 'why' | 'upcoming' | 'changes'): void {
  setPane(panel);
  focusWhenDrawn(panel, FRAMES_TO_WAIT);
}

/** A panel opened for the first time is still being fetched. */
const FRAMES_TO_WAIT = 120;

function focusWhenDrawn(id: string, frames: number): void {
  requestAnimationFrame(() => {
    const section = document.getElementById(id);
    if (section) {
      section.scrollIntoView({ block: 'nearest' });
      section.focus({ preventScroll: true });
    } else if (frames > 0) focusWhenDrawn(id, frames - 1);
  });
}

function cycleMode({ store, view, setKnowledge }: Scrub): void {
  const { mode } = store.hot.knowledge;
  if (mode === 'now') setKnowledge({ mode: 'lived' });
  else if (mode === 'lived')
    setKnowledge({ mode: 'fixed', day: Math.min(store.hot.date, view.frame.newestKnown) as Day });
  else setKnowledge({ mode: 'now' });
}

/** The amber thumb; where knowledge is not fixed, it is fixed first. */
function focusKnown({ store, view, setKnowledge }: Scrub): void {
  if (store.hot.knowledge.mode !== 'fixed')
    setKnowledge({ mode: 'fixed', day: Math.min(store.hot.date, view.frame.newestKnown) as Day });
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-testid="known-thumb"]')?.focus());
}

/** From act to act in the chain of the selected slot, and says which one it is. */
async function stepSelected(scrub: Scrub, direction: 1 | -1, { locale, t }: Spoken): Promise<void> {
  const { reader, view, store, goTo, tell } = scrub;
  if (!reader || !view.reason) return;
  const { stepInChain } = await import('./step-in-chain');
  const link = stepInChain(reader, view.reason.index, store.hot, direction);
  if (link === null || link.day < view.frame.range.from || link.day >= view.frame.range.until) {
    tell(t('scrub.chainEnd'));
    return;
  }
  goTo(link.day);
  tell(t('scrub.chain', { at: link.at, of: link.of, title: inLocale(link.event.title, locale) }));
}
