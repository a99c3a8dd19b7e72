/** What a key does; the last three are told to their feature by an event of that name. */
export type KeyAction =
  | 'previousChange'
  | 'nextChange'
  | 'newest'
  | 'mode'
  | 'why'
  | 'upcoming'
  | 'zoomIn'
  | 'zoomOut'
  | 'fit'
  | 'help'
  | 'escape'
  | 'toggle-play'
  | 'edit-date'
  | 'search';

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}
interface KeyPlace {
  /** The focus is in a field or a dialog: every key is text. */
  readonly typing: boolean;
  readonly onSlider: boolean;
  readonly singleKeys: boolean;
}

const SINGLE: Readonly<Record<string, KeyAction>> = {
  ',': 'previousChange',
  '.': 'nextChange',
  t: 'newest',
  p: 'toggle-play',
  k: 'mode',
  g: 'edit-date',
  '/': 'search',
  w: 'why',
  u: 'upcoming',
  '=': 'zoomIn',
  '+': 'zoomIn',
  '-': 'zoomOut',
  '0': 'fit',
  '?': 'help',
};

/** The action of a key press, or null; single keys can be switched off and never fire in fields. */
export function keyAction(press: KeyPress, { typing, onSlider, singleKeys }: KeyPlace): KeyAction | null {
  if (typing || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.key === 'Escape') return 'escape';
  if (onSlider && press.key === ' ') return 'toggle-play';
  if (onSlider && press.key === 'Enter') return 'edit-date';
  if (!singleKeys) return null;
  return SINGLE[press.key.length === 1 ? press.key.toLowerCase() : press.key] ?? null;
}
