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

export function readDateTexts(
  ints: IntReader,
  near: ArrayLike<number>,
  words: readonly string[],
  written: Map<number, string>,
): (string | null)[] {
  const codes = ints.counts(new Int32Array(near.length));
  const texts = new Array<string | null>(codes.length).fill(null);
  let whole = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (code === 1) whole++;
    else if (code > 1) texts[i] = words[code - 2] ?? '';
  }
  const beside = new Int32Array(whole);
  let place = 0;
  for (let i = 0; i < codes.length; i++) if (codes[i] === 1) beside[place++] = near[i] as number;
  const days = ints.days(new Int32Array(whole), beside);
  place = 0;
  for (let i = 0; i < codes.length; i++) {
    if (codes[i] !== 1) continue;
    const day = days[place++] as Day;
    let text = written.get(day);
    if (text === undefined) {
      text = formatDay(day);
      written.set(day, text);
    }
    texts[i] = text;
  }
  return texts;
}
