import type { ActionName } from '@/timeline/actions';

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}
interface KeyPlace {
  /** The focus is in a field or a dialog: every key is text. */
  readonly typing: boolean;
  readonly onSlider: boolean;
  readonly singleKeys: boolean;
}

const SINGLE: Readonly<Record<string, ActionName>> = {
  ',': 'previousChange',
  '.': 'nextChange',
  '[': 'previousOfSelected',
  ']': 'nextOfSelected',
  t: 'today',
  p: 'toggle-play',
  k: 'mode',
  g: 'edit-date',
  '/': 'search',
  w: 'why',
  u: 'upcoming',
  d: 'diff',
  a: 'pin',
  x: 'swap',
  v: 'plane',
  f: 'fitSelected',
  '1': 'map',
  '2': 'lanes',
  '3': 'matrix',
  '4': 'table',
  '5': 'series',
  '=': 'zoomIn',
  '+': 'zoomIn',
  '-': 'zoomOut',
  '0': 'fit',
  '?': 'help',
};

/** The action of a key press, or null; single keys can be switched off and never fire in fields. */
export function keyAction(press: KeyPress, { typing, onSlider, singleKeys }: KeyPlace): ActionName | null {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (key === 'k' && (press.ctrlKey || press.metaKey) && !press.altKey) return 'palette';
  if (typing || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (key === 'Escape') return 'escape';
  if (onSlider && key === ' ') return 'toggle-play';
  if (onSlider && key === 'Enter') return 'edit-date';
  if (!singleKeys) return null;
  if (key === 'k' && press.shiftKey) return 'focusKnown';
  return SINGLE[key] ?? null;
}
