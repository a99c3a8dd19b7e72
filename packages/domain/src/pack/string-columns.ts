import { type Day, formatDay } from '../calendar/civil-day.js';
import type { IntColumn } from './int-column.js';

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
/** Whole days stand beside others, anything else is a word; null where there is none. */
export const isWholeDay = (text: string): boolean => WHOLE_DAY.test(text);

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

export interface DateTextColumns {
  readonly codes: IntColumn;
  readonly days: IntColumn;
  readonly words: () => readonly string[];
}

export function readDateTexts(
  columns: DateTextColumns,
  near: Int32Array,
  written: DayTexts,
): (i: number) => string | null {
  const codes = columns.codes.counts();
  const beside = new Int32Array(columns.days.length);
  let whole = 0;
  for (let i = 0; i < codes.length; i++) if (codes[i] === 1) beside[whole++] = near[i] as number;
  const days = columns.days.days(beside);
  const all = new Int32Array(codes.length);
  whole = 0;
  for (let i = 0; i < codes.length; i++) if (codes[i] === 1) all[i] = days[whole++] as number;
  const words = columns.words();
  return (i) => {
    const code = codes[i] as number;
    return code === 0 ? null : code === 1 ? written.of(all[i] as number) : (words[code - 2] ?? '');
  };
}
