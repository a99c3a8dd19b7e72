'use client';
import type { Day, PackReader } from '@policy-timeline/domain';
import { createContext, useContext } from 'react';
import type { Knowledge, Place } from './knowledge';
import type { Span } from './scrub-range';
import type { ScrubStore } from './scrub-store';
import type { ScrubView } from './scrub-view';

export type PackState = 'loading' | 'ready' | 'failed';
export type Pane = 'list' | 'changes' | 'upcoming' | 'why';

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
  readonly notice: string | null;
  /** Slots that pass the filter, in the order of the pack. */
  readonly slots: readonly number[];
  /** The address of this view in a language. */
  readonly address: (locale: string) => string;
  readonly goTo: (day: Day) => void;
  readonly setKnowledge: (knowledge: Knowledge) => void;
  readonly stepDays: (days: number) => void;
  readonly stepChange: (direction: 1 | -1) => void;
  readonly select: (slot: string | null) => void;
  readonly setFilter: (tokens: readonly string[]) => void;
  readonly setWithPast: (withPast: boolean) => void;
  readonly setWindow: (window: Span) => void;
  readonly setPane: (pane: Pane) => void;
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
