'use client';
import type { Day, PackReader } from '@policy-timeline/domain';
import { createContext, useContext } from 'react';
import type { PictureMeta } from '@/ui/save-picture';
import type { Knowledge, Place } from './knowledge';
import type { Span } from './scrub-range';
import type { ScrubStore } from './scrub-store';
import type { ScrubView } from './scrub-view';
import type { ViewName } from './url-codec';

export type PackState = 'loading' | 'ready' | 'failed';
/** One at a time on a phone; beside one another elsewhere. */
export type Pane = 'list' | 'view' | 'upcoming' | 'changes' | 'why';
/** The picture that the server drew ahead; its kind is that of the view in the address. */
export interface FirstPicture {
  readonly kind: ViewName;
}

/** What the features of the scrubber share: one place, one view of it, and the ways to change them. */
export interface Scrub {
  readonly store: ScrubStore;
  /** Null until the pack has arrived; the view then comes from the server. */
  readonly reader: PackReader | null;
  readonly packState: PackState;
  readonly view: ScrubView;
  readonly filter: readonly string[];
  readonly selected: string | null;
  readonly withPast: boolean;
  readonly window: Span;
  readonly pane: Pane;
  /** Which list of the last column is open. */
  readonly side: 'upcoming' | 'changes';
  readonly viewName: ViewName;
  readonly firstPicture: FirstPicture | null;
  /** The place that this one is compared with. */
  readonly pin: Place | null;
  /** The plane of date and known day lies over the pictures. */
  readonly planeOpen: boolean;
  /** The log position that the screen is frozen to. */
  readonly frozen: string | null;
  readonly notice: string | null;
  /** Slots that pass the filter, in the order of the pack. */
  readonly slots: readonly number[];
  /** The address of this view in a language; `position` freezes it. */
  readonly address: (locale: string, position?: string) => string;
  /** What stands under a picture of the place. */
  readonly pictureSource: (place: Place) => Pick<PictureMeta, 'day' | 'lines'>;
  readonly goTo: (day: Day) => void;
  readonly setKnowledge: (knowledge: Knowledge) => void;
  readonly stepDays: (days: number) => void;
  readonly stepChange: (direction: 1 | -1) => void;
  readonly select: (slot: string | null) => void;
  readonly setFilter: (tokens: readonly string[]) => void;
  readonly setWithPast: (withPast: boolean) => void;
  readonly setWindow: (window: Span) => void;
  readonly setPane: (pane: Pane) => void;
  readonly setViewName: (view: ViewName) => void;
  /** Pins the place under the hand; where one is pinned, lets it go. */
  readonly togglePin: () => void;
  readonly swapPin: () => void;
  /** Pins the first day and goes to the last, with what differs beside it. */
  readonly compare: (from: Day, to: Day) => void;
  readonly setPlaneOpen: (open: boolean) => void;
  /** A date and a known day at once: the plane, and links of rows. */
  readonly goToPlace: (place: Place) => void;
  /** Somebody is about to search: the texts of the other language are worth fetching. */
  readonly searchBothLanguages: () => void;
  readonly tell: (notice: string | null) => void;
  /** One entry of the history per gesture: begins a new one. */
  readonly beginGesture: () => void;
}

export const ScrubContext = createContext<Scrub | null>(null);

export function useScrub(): Scrub {
  const scrub = useContext(ScrubContext);
  if (!scrub) throw new Error('useScrub must be used below ScrubProvider');
  return scrub;
}

export type { Place };
