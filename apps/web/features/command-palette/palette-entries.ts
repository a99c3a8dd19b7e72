import { type Day, fold, formatDay, type PackReader } from '@policy-timeline/domain';
import { inLocale } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import type { ActionName } from '@/timeline/actions';

export type PaletteEntry =
  | { readonly kind: 'action'; readonly id: string; readonly label: string; readonly action: ActionName }
  | { readonly kind: 'party'; readonly id: string; readonly label: string }
  | { readonly kind: 'slot'; readonly id: string; readonly label: string }
  | {
      readonly kind: 'event';
      readonly id: string;
      readonly label: string;
      readonly day: Day;
      readonly slot: string | null;
    };

const ACTIONS = [
  'map',
  'lanes',
  'matrix',
  'table',
  'series',
  'plane',
  'today',
  'nextChange',
  'previousChange',
  'nextOfSelected',
  'previousOfSelected',
  'mode',
  'focusKnown',
  'edit-date',
  'pin',
  'swap',
  'diff',
  'why',
  'upcoming',
  'fit',
  'fitSelected',
  'toggle-play',
  'take-away',
] as const satisfies readonly ActionName[];
export type PaletteAction = (typeof ACTIONS)[number];
const MOST = 14;

/** What the words find: commands, then countries, measures and events; all words must be found. */
export function paletteEntries(
  reader: PackReader | null,
  typed: string,
  locale: Locale,
  t: Translate,
): readonly PaletteEntry[] {
  const words = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = (...texts: string[]): boolean => {
    const text = fold(texts.join(' '));
    return words.every((word) => text.includes(word));
  };
  const actions: PaletteEntry[] = ACTIONS.map((action) => ({
    kind: 'action' as const,
    id: `action ${action}`,
    label: t(`palette.action.${action}`),
    action,
  })).filter(({ label, action }) => found(label, action));
  if (!reader || words.length === 0) return actions.slice(0, MOST);
  const { pack } = reader;
  const parties = Object.entries(pack.parties).flatMap(([id, name]): PaletteEntry[] =>
    found(id, name.en, name.ja) ? [{ kind: 'party', id, label: inLocale(name, locale) }] : [],
  );
  const slots = pack.slots.flatMap((slot): PaletteEntry[] =>
    found(slot.id, slot.title.en, slot.title.ja)
      ? [{ kind: 'slot', id: slot.id, label: inLocale(slot.title, locale) }]
      : [],
  );
  const events = pack.events.flatMap((event): PaletteEntry[] =>
    event.day !== null && found(event.id, event.title.en, event.title.ja)
      ? [
          {
            kind: 'event',
            id: event.id,
            label: `${formatDay(event.day as Day)} ${inLocale(event.title, locale)}`,
            day: event.day as Day,
            slot: pack.slots[event.slots[0] ?? -1]?.id ?? null,
          },
        ]
      : [],
  );
  const share = Math.max(3, Math.floor(MOST / 3));
  return [
    ...actions.slice(0, share),
    ...parties.slice(0, share),
    ...slots.slice(0, share),
    ...events.slice(0, share + 2),
  ];
}
