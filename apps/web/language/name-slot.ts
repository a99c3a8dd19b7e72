import type { SlotNames } from '@/timeline/scrub-view';
import { inLocale } from './format-value';
import type { Locale } from './locale';
import type { MessageKey, Translate } from './translate';

/** Attributes with a name in the messages. */
export const NAMED_ATTRIBUTES: ReadonlySet<string> = new Set([
  'balance',
  'military-spending',
  'tariff-shown',
  'quadrant',
  'exports',
  'imports',
  'balance-change',
  'exports-growth',
  'imports-growth',
  'formula',
  'round',
  'capital',
  'headquarters',
  'voting',
  'contractors',
  'troops',
  'contractors-limit',
  'troops-limit',
  'latin-american',
  'latin-american-members',
  'border-and-enforcement-funding',
  'removals-target',
  'sipri',
  'self-departures',
  'support',
  'trump-approval',
  'participation',
  'parliament',
  'secretariat',
  'posts',
  'vacant',
  'clearing-funds',
  'restoration',
  'ground',
]);

/** How a row names its slot: whom or what in bold, the rest in grey. */
export interface RowName {
  readonly who: string;
  readonly what: string;
}

/** `US goods trade · Germany` becomes Germany / US goods trade where Germany is whom it concerns. */
export function nameSlot(names: SlotNames | undefined, locale: Locale, t: Translate): RowName {
  if (!names) return { who: '', what: '' };
  const title = inLocale(names.title, locale);
  const attribute = attributeName(names.attribute, t);
  const mark = locale === 'ja' ? '・' : ' · ';
  for (let cut = title.indexOf(mark); cut > 0; cut = title.indexOf(mark, cut + 1)) {
    const tail = title.slice(cut + mark.length);
    if (names.partners.some(({ name }) => namesParty(tail, inLocale(name, locale))))
      return { who: tail, what: [title.slice(0, cut), attribute].filter((part) => part !== '').join(mark) };
  }
  return { who: title, what: attribute };
}

/** `EU` and `欧州連合（EU）` name the same party. */
const namesParty = (tail: string, party: string): boolean =>
  party === tail ||
  (tail.length > 1 && party.startsWith(tail)) ||
  tail.startsWith(`${party}（`) ||
  party.includes(`（${tail}）`) ||
  party.includes(`(${tail})`);

export function attributeName(attribute: string | null, t: Translate): string {
  if (attribute === null) return '';
  return NAMED_ATTRIBUTES.has(attribute) ? t(`attribute.${attribute}` as MessageKey) : attribute;
}
