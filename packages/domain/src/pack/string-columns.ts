import { type Day, formatDay, parseDay } from '../calendar/civil-day.js';
import type { IntReader, IntWriter } from './int-columns.js';

/** Words that recur: each once, and a code for each place. Keeps them in order of first use. */
export class WordWriter<Word> {
  readonly words: Word[] = [];
  readonly #codes = new Map<string, number>();

  codeOf(word: Word): number {
    const key = typeof word === 'string' ? word : JSON.stringify(word);
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    this.#codes.set(key, this.words.length);
    return this.words.push(word) - 1;
  }
}

const WHOLE_DAY = /^\d{4}-\d\d-\d\d$/;

/** Dates as sources give them: whole days as distances from the day beside them, anything else as a word; null where there is none. */
export function writeDateTexts(
  ints: IntWriter,
  texts: readonly (string | null)[],
  near: ArrayLike<number>,
  words: WordWriter<string>,
): void {
  const plain = texts.map((text) => text !== null && WHOLE_DAY.test(text));
  texts.forEach((text, i) => {
    ints.count(text === null ? 0 : plain[i] ? 1 : 2 + words.codeOf(text));
  });
  const at = texts.flatMap((_, i) => (plain[i] ? [i] : []));
  ints.days(
    at.map((i) => parseDay(texts[i] as string)),
    at.map((i) => near[i] as number),
  );
}

/** Texts of days, each written once. */
export class DayTexts {
  readonly #written = new Map<number, string>();

  of(day: number): string {
    let text = this.#written.get(day);
    if (text === undefined) {
      text = formatDay(day as Day);
      this.#written.set(day, text);
    }
    return text;
  }
}

export function readDateTexts(
  ints: IntReader,
  near: Int32Array,
  words: readonly string[],
  written: DayTexts,
): (i: number) => string | null {
  const codes = ints.counts(near.length);
  const beside = new Int32Array(codes.length);
  let whole = 0;
  for (let i = 0; i < codes.length; i++) if (codes[i] === 1) beside[whole++] = near[i] as number;
  const days = ints.days(whole, beside);
  const all = new Int32Array(codes.length);
  whole = 0;
  for (let i = 0; i < codes.length; i++) if (codes[i] === 1) all[i] = days[whole++] as number;
  return (i) => {
    const code = codes[i] as number;
    return code === 0 ? null : code === 1 ? written.of(all[i] as number) : (words[code - 2] ?? '');
  };
}
