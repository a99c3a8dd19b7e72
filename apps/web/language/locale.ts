/** The languages of the record and of the screen. */
export const LOCALES = ['ja', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The address decides, then the cookie; else Japanese when the browser prefers it to English, else English. */
export function localeOf(
  asked: string | null | undefined,
  cookie: string | null | undefined,
  acceptLanguage: string | null | undefined,
): Locale {
  for (const given of [asked, cookie]) if (given === 'ja' || given === 'en') return given;
  return weightOf('ja', acceptLanguage) > weightOf('en', acceptLanguage) ? 'ja' : 'en';
}

function weightOf(language: Locale, acceptLanguage: string | null | undefined): number {
  let best = 0;
  for (const part of (acceptLanguage ?? '').split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    if (tag !== language && !tag.startsWith(`${language}-`)) continue;
    const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find((q) => q !== undefined);
    best = Math.max(best, quality === undefined ? 1 : Number(quality));
  }
  return best;
}
