import type { Text } from '@policy-timeline/domain';
import { inLocale } from '@/language/format-value';
import type { Locale } from '@/language/locale';

/** Says the names of parties; an id that the record has no name for stays as it is. */
export type NameParty = (id: string) => string;

export function partyNames(parties: Readonly<Record<string, Text>>, locale: Locale): NameParty {
  return (id) => {
    const name = parties[id];
    return name ? inLocale(name, locale) : id;
  };
}
