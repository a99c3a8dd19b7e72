import type { ReactNode } from 'react';
import { WordMark } from '@/ui/word-mark';
import type { Fate } from './board';

const MARKS: Readonly<Record<Fate, readonly [string, string]>> = {
  KEPT: ['i-check', 'force'],
  EXTENDED: ['st-super', 'super'],
  BROUGHT_FORWARD: ['st-super', 'super'],
  SUPERSEDED: ['st-super', 'super'],
  LAPSED: ['st-never', 'never'],
  OPEN: ['st-sched', 'sched'],
  UNKNOWN: ['st-norec', 'norec'],
};

/** A fate as a shape and a word. */
export function FateMark({ fate, children }: { readonly fate: Fate; readonly children: ReactNode }) {
  const [symbol, tone] = MARKS[fate];
  return (
    <WordMark symbol={symbol} tone={tone}>
      {children}
    </WordMark>
  );
}
