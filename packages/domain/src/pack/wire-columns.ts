import { NO_DAY } from '../bitemporal/reading-table.js';
import { IntReader, IntWriter } from './int-columns.js';
import { DayTexts, readDateTexts, WordWriter, writeDateTexts } from './string-columns.js';

/** Columns and their words, in the order in which both are written. */
export class ColumnWriter {
  readonly ints = new IntWriter();
  readonly words: unknown[][] = [];

  /** Words that recur. */
  coded(values: readonly unknown[]): void {
    const writer = new WordWriter<unknown>();
    for (const value of values) this.ints.count(writer.codeOf(value));
    this.words.push(writer.words);
  }

  /** Words that mostly are those of the last place with the same context. */
  codedAfter(values: readonly unknown[], contexts: readonly unknown[]): void {
    const writer = new WordWriter<unknown>();
    const last = new Map<unknown, string>();
    values.forEach((value, i) => {
      const key = JSON.stringify(value);
      this.ints.count(last.get(contexts[i]) === key ? 0 : 1 + writer.codeOf(value));
      last.set(contexts[i], key);
    });
    this.words.push(writer.words);
  }

  /** Names that often end in a number and come in its order. */
  ids(ids: readonly string[]): void {
    const parts = ids.map((id) => NUMBERED.exec(id) ?? [id, id, '-1']);
    this.coded(parts.map(([, name]) => name));
    this.ints.steps(parts.map(([, , number]) => Number(number)));
  }

  dateTexts(texts: readonly (string | null)[], near: ArrayLike<number>): void {
    const writer = new WordWriter<string>();
    writeDateTexts(this.ints, texts, near, writer);
    this.words.push(writer.words);
  }

  /** Days, null among them. */
  days(days: readonly (number | null)[], near?: ArrayLike<number>): void {
    this.ints.days(
      days.map((day) => day ?? NO_DAY),
      near,
    );
  }
}

const NUMBERED = /^(.*[^0-9])(0|[1-9][0-9]{0,8})$/;

/** A column of words: what stands at a place. Numbers are read at once, words are put together when asked for. */
export type WordAt<Word> = (i: number) => Word;

export class ColumnReader {
  readonly ints: IntReader;
  readonly #dayTexts = new DayTexts();
  #column = 0;

  constructor(
    bytes: Uint8Array,
    private readonly words: readonly (readonly unknown[])[],
  ) {
    this.ints = new IntReader(bytes);
  }

  coded<Word>(length: number): WordAt<Word> {
    const words = this.nextWords<Word>();
    const codes = this.ints.counts(length);
    return (i) => words[codes[i] as number] as Word;
  }

  ids(length: number): WordAt<string> {
    const names = this.coded<string>(length);
    const numbers = this.ints.steps(length);
    return (i) => ((numbers[i] as number) < 0 ? names(i) : names(i) + numbers[i]);
  }

  /** `contexts` are numbers from -1. */
  codedAfter<Word>(contexts: Int32Array): WordAt<Word> {
    const words = this.nextWords<Word>();
    const codes = this.ints.counts(contexts.length);
    const last: number[] = [];
    for (let i = 0; i < codes.length; i++) {
      const context = (contexts[i] as number) + 1;
      if (codes[i] === 0) codes[i] = last[context] ?? 0;
      else last[context] = codes[i] as number;
    }
    return (i) => words[(codes[i] as number) - 1] as Word;
  }

  dateTexts(near: Int32Array): WordAt<string | null> {
    return readDateTexts(this.ints, near, this.nextWords(), this.#dayTexts);
  }

  /** The words of the next column, by code. */
  nextWords<Word>(): readonly Word[] {
    return (this.words[this.#column++] ?? []) as readonly Word[];
  }
}

export const dayOrNull = (day: number | undefined): number | null =>
  day === undefined || day === NO_DAY ? null : day;

/** A list that is made when it is first asked for. */
export function lazyList<One>(length: number, make: (i: number) => One): () => readonly One[] {
  let left: typeof make | null = make;
  let list: readonly One[] = [];
  return () => {
    if (left !== null) {
      const made: One[] = [];
      for (let i = 0; i < length; i++) made.push(left(i));
      list = made;
      // The columns that it was made of may go.
      left = null;
    }
    return list;
  };
}
