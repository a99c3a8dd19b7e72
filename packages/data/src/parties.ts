import type { PartyId, Text } from '@policy-timeline/domain';
import countries from 'i18n-iso-countries/index.js';
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import ja from 'i18n-iso-countries/langs/ja.json' with { type: 'json' };

countries.registerLocale(en);
countries.registerLocale(ja);

/** Names by party: a country code, an `org:` id or `*`. */
export type PartyNames = Readonly<Record<PartyId, Text>>;

/**
 * The short name of a country (`HND`), a body (`org:alba`) or everyone (`*`); undefined for anything else.
 * `dictionary` (parties.yaml) comes first: it holds the bodies, and countries whose official name nobody says.
 */
export function partyName(id: PartyId, dictionary: PartyNames): Text | undefined {
  const named = dictionary[id];
  if (named) return named;
  if (!/^[A-Z]{3}$/.test(id) || !countries.isValid(id)) return undefined;
  const [english, japanese] = [
    countries.getName(id, 'en', { select: 'alias' }),
    countries.getName(id, 'ja', { select: 'alias' }),
  ];
  return english && japanese ? { en: english, ja: japanese } : undefined;
}
