import { type Day, formatDay } from '@policy-timeline/domain';
import type { Translate } from '@/language/translate';
import { knownAtOf, type Place } from '@/timeline/knowledge';

interface Cited {
  readonly place: Place;
  readonly position: string;
  readonly newestKnown: Day;
  /** With the position in it, so that it shows the same for ever. */
  readonly url: string;
  /** `2026-11-21` */
  readonly accessedOn: string;
  readonly title: string;
  readonly t: Translate;
}

/** Title, date, known day, position, address and day of access: enough to check the quotation. */
export function citation({ place, position, newestKnown, url, accessedOn, title, t }: Cited): string {
  const known = knownAtOf(place);
  return t('take.cited', {
    title,
    day: formatDay(place.date),
    known: known === null ? t('screen.picture.now', { day: formatDay(newestKnown) }) : formatDay(known),
    position,
    url,
    accessed: accessedOn,
  });
}
