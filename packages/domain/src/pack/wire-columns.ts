import { NO_DAY } from '../bitemporal/reading-table.js';
import { IntReader, IntWriter } from './int-columns.js';
import { readDateTexts, WordWriter, writeDateTexts } from './string-columns.js';

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

export class ColumnReader {
  readonly ints: IntReader;
  readonly #dayTexts = new Map<number, string>();
  #column = 0;

  constructor(
    bytes: Uint8Array,
    private readonly words: readonly (readonly unknown[])[],
  ) {
    this.ints = new IntReader(bytes);
  }

  coded<Word>(length: number): readonly Word[] {
    const words = this.#nextWords() as readonly Word[];
    const all = new Array<Word>(length);
    for (let i = 0; i < length; i++) all[i] = words[this.ints.count()] as Word;
    return all;
  }

  ids(length: number): readonly string[] {
    const names = this.coded<string>(length);
    const numbers = this.ints.steps(new Int32Array(length));
    return names.map((name, i) => ((numbers[i] as number) < 0 ? name : `${name}${numbers[i]}`));
  }

  codedAfter<Word>(contexts: readonly unknown[]): readonly Word[] {
    const words = this.#nextWords() as readonly Word[];
    const last = new Map<unknown, Word>();
    return contexts.map((context) => {
      const code = this.ints.count();
      const word = (code === 0 ? last.get(context) : words[code - 1]) as Word;
      if (code !== 0) last.set(context, word);
      return word;
    });
  }

  dateTexts(near: ArrayLike<number>): readonly (string | null)[] {
    return readDateTexts(this.ints, near, this.#nextWords() as readonly string[], this.#dayTexts);
  }

  days(length: number, near?: ArrayLike<number>): Int32Array {
    return this.ints.days(new Int32Array(length), near);
  }

  #nextWords(): readonly unknown[] {
    return this.words[this.#column++] ?? [];
  }
}

export const dayOrNull = (day: number | undefined): number | null =>
  day === undefined || day === NO_DAY ? null : day;
