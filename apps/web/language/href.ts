import type { Locale } from './locale';

/** An address of this site in the page's language; parameters without a value are left out. */
export function href(
  locale: Locale,
  path: string,
  params: Readonly<Record<string, string | number | null | undefined>> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  query.set('lang', locale);
  return `${path}?${query}`;
}

/** The scrubber at a day, with what was known on another, on one slot. */
export const timelineHref = (
  locale: Locale,
  place: {
    readonly date?: string | null | undefined;
    readonly knownAt?: string | null | undefined;
    readonly slot?: string | null | undefined;
    readonly filter?: string | null | undefined;
  },
): string => href(locale, '/', { d: place.date, k: place.knownAt, s: place.slot, f: place.filter });

export const eventHref = (locale: Locale, id: string): string =>
  href(locale, `/event/${encodeURIComponent(id)}`);
export const partnerHref = (locale: Locale, code: string): string =>
  href(locale, `/partner/${encodeURIComponent(code)}`);
/** Subjects are paths: their slashes stay, so that the address can be read. */
export const subjectHref = (locale: Locale, id: string): string =>
  href(locale, `/subject/${id.split('/').map(encodeURIComponent).join('/')}`);
