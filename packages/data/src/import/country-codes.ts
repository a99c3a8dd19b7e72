import countries from 'i18n-iso-countries/index.js';
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' };

countries.registerLocale(en);

/** Names that lists of trade and sanctions use beside ISO's own. */
const OTHER_NAMES = new Map(
  Object.entries({
    'united states of america': 'USA',
    'united states': 'USA',
    usa: 'USA',
    'united kingdom': 'GBR',
    'republic of korea': 'KOR',
    'south korea': 'KOR',
    'north korea': 'PRK',
    'viet nam': 'VNM',
    vietnam: 'VNM',
    'chinese taipei': 'TWN',
    taiwan: 'TWN',
    turkey: 'TUR',
    turkiye: 'TUR',
    russia: 'RUS',
    iran: 'IRN',
    syria: 'SYR',
    bolivia: 'BOL',
    venezuela: 'VEN',
    'european union': 'org:eu',
  }),
);

/** ISO 3166-1 alpha-3 of a code of two or three letters or of an English name; undefined for what is no country. */
export function countryCode(given: string): string | undefined {
  const text = given.trim();
  const upper = text.toUpperCase();
  if (/^[A-Z]{3}$/.test(upper) && countries.isValid(upper)) return upper;
  if (/^[A-Z]{2}$/.test(upper)) return upper === 'EU' ? 'org:eu' : countries.alpha2ToAlpha3(upper);
  const plain = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  return OTHER_NAMES.get(plain) ?? countries.getAlpha3Code(text, 'en');
}

/** The codes of those that are countries, each once, and the names that are none. */
export function countryCodes(given: readonly string[]): {
  readonly codes: readonly string[];
  readonly unknown: readonly string[];
} {
  const codes = new Set<string>();
  const unknown: string[] = [];
  for (const name of given) {
    const code = countryCode(name);
    if (code) codes.add(code);
    else unknown.push(name);
  }
  return { codes: [...codes], unknown };
}
