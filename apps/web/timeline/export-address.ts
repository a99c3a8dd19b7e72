import { formatDay } from '@policy-timeline/domain';
import { knowledgeText, type Place } from './knowledge';

/** What an export answers: the same letters as the address of the screen. */
export interface ExportQuestion {
  readonly place: Place;
  readonly filter: readonly string[];
  readonly position: string | null;
  readonly locale: string;
  /** A byte order mark in front, so that Excel reads Japanese. */
  readonly excel?: boolean;
}

/** `/export/state.csv?d=2025-08-20&k=2025-08-25&f=JPN&z=573` */
export function stateAddress(
  format: 'csv' | 'json',
  { place, filter, position, locale, excel }: ExportQuestion,
): string {
  const params = new URLSearchParams({ d: formatDay(place.date), k: knowledgeText(place.knowledge) });
  if (filter.length > 0) params.set('f', filter.join(','));
  if (position !== null) params.set('z', position);
  if (excel) params.set('bom', '1');
  params.set('lang', locale);
  return `/export/state.${format}?${params}`;
}

/** `/calendar.ics?f=tariff&lang=ja[&k=2025-05-29]`: the deadlines of the filter, as they stand or as they stood. */
export function calendarAddress({ place, filter, locale }: Omit<ExportQuestion, 'position'>): string {
  const params = new URLSearchParams();
  if (filter.length > 0) params.set('f', filter.join(','));
  params.set('lang', locale);
  if (place.knowledge.mode === 'fixed') params.set('k', formatDay(place.knowledge.day));
  return `/calendar.ics?${params}`;
}
