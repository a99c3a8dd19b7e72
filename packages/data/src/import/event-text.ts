import { RowFault } from './imported-row.js';

/** Control characters and unpaired surrogates have no place in a title; they come from broken exports. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for.
const BROKEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\p{Surrogate}/gu;
/** Fits what the rules of an append allow. */
const LONGEST = 4000;

/** A text of a source as the record can keep it: NFC, one space between words, no broken characters, `undefined` when nothing is left. */
export function sourceText(given: unknown, longest = LONGEST): string | undefined {
  if (typeof given !== 'string' && typeof given !== 'number') return undefined;
  const text = String(given).replace(BROKEN, '').normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text === '') return undefined;
  return text.length > longest ? `${text.slice(0, longest - 1).replace(/\p{Surrogate}$/u, '')}…` : text;
}

/** @throws RowFault MISSING_FIELD */
export function required(given: unknown, field: string, example: string): string {
  const text = sourceText(given);
  if (text === undefined)
    throw new RowFault('MISSING_FIELD', `${field} is left out; it is needed, for example ${example}.`);
  return text;
}

/** What stands in an id: letters, digits and `._-`; anything else would make two sources' ids meet. @throws RowFault INVALID_ID */
export function idPart(given: unknown, field: string, example: string): string {
  const text = required(given, field, example);
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(text))
    throw new RowFault(
      'INVALID_ID',
      `${field}: "${text.slice(0, 60)}" is not an id; write letters, digits, . _ or -, for example ${example}.`,
    );
  return text;
}

/** An address that a reader can follow; anything else than http and https is left out. */
export function webAddress(given: unknown): string | undefined {
  const text = typeof given === 'string' ? given.trim() : '';
  return text.length <= 2000 && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined;
}
