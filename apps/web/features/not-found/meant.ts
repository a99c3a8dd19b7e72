import type { PackReader } from '@policy-timeline/domain';
import { inLocale } from '@/language/format-value';
import { eventHref, partnerHref, subjectHref } from '@/language/href';
import type { Locale } from '@/language/locale';
import { type Known, nearIds } from './near-ids';

/** What an address asked the record for: `event` and the id behind it; null for addresses that name no record. */
export function askedRecord(path: string): { readonly place: string; readonly id: string } | null {
  const [, place, id] = /^\/(event|subject|partner|paper)\/(.+)$/.exec(path) ?? [];
  if (place === undefined || id === undefined) return null;
  try {
    return { place, id: decodeURIComponent(id) };
  } catch {
    return { place, id };
  }
}

/** Entries of the same kind that are spelled alike. */
export function meantBy(
  { place, id }: { readonly place: string; readonly id: string },
  { pack }: PackReader,
  locale: Locale,
): readonly Known[] {
  const subjects = (): readonly Known[] =>
    [...new Map(pack.slots.map((slot) => [slot.subject, slot])).values()].map((slot) => ({
      id: slot.subject,
      title: inLocale(slot.title, locale),
      href: subjectHref(locale, slot.subject),
    }));
  const all = {
    event: () =>
      pack.events.map((event) => ({
        id: event.id,
        title: inLocale(event.title, locale),
        href: eventHref(locale, event.id),
      })),
    subject: subjects,
    partner: () =>
      Object.entries(pack.parties)
        .filter(([code]) => code !== '*')
        .map(([code, name]) => ({
          id: code,
          title: inLocale(name, locale),
          href: partnerHref(locale, code),
        })),
  }[place];
  return all ? nearIds(id, all()) : [];
}
