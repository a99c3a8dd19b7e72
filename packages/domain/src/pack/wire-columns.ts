import { NO_DAY } from '../bitemporal/day-codes.js';
import { bytesLaid, type Laid, layOut } from './byte-planes.js';
import { dayCodes, distanceCodes, stepCodes } from './int-codes.js';
import { IntColumn } from './int-column.js';
import type { Column } from './pack.js';
import {
  type DateTextColumns,
  DayTexts,
  dateTextColumns,
  readDateTexts,
  WordWriter,
} from './string-columns.js';

/** Every host of JavaScript has them; they are no part of the language. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** What stands in the header of a column: how its numbers lie, or of words in how many bytes their JSON. */
export type ColumnForm = Laid | readonly [bytes: number];

/** Columns one after another; whoever reads asks for them in the order in which they were written. */
export class ColumnWriter {
  readonly forms: ColumnForm[] = [];
  readonly #parts: Uint8Array[] = [];
  readonly #encoder = new TextEncoder();

  get bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  #put(form: ColumnForm, bytes: Uint8Array): void {
    this.forms.push(form);
    this.#parts.push(bytes);
  }

  /** Numbers from 0. */
  counts(values: Column): void {
    this.#put(...layOut(values));
  }

  steps(values: Column): void {
    this.counts(stepCodes(values));
  }

  distances(values: Column, near: Column): void {
    this.counts(distanceCodes(values, near));
  }

  /** Days, null among them. */
  days(days: ArrayLike<number | null>, near: Column): void {
    this.counts(
      dayCodes(
        Array.from(days, (day) => day ?? NO_DAY),
        near,
      ),
    );
  }

  words(words: readonly unknown[]): void {
    const bytes = this.#encoder.encode(JSON.stringify(words));
    this.#put([bytes.length], bytes);
  }

  /** Words that recur. */
  coded(values: readonly unknown[]): void {
    const writer = new WordWriter<unknown>();
    this.counts(values.map((value) => writer.codeOf(value)));
    this.words(writer.words);
  }

  /** Words that mostly are those of the last place with the same context. */
  codedAfter(values: readonly unknown[], contexts: readonly unknown[]): void {
    const writer = new WordWriter<unknown>();
    const last = new Map<unknown, string>();
    this.counts(
      values.map((value, i) => {
        const key = JSON.stringify(value);
        const code = last.get(contexts[i]) === key ? 0 : 1 + writer.codeOf(value);
        last.set(contexts[i], key);
        return code;
      }),
    );
    this.words(writer.words);
  }

  /** Names that often end in a number and come in its order. */
  ids(ids: readonly string[]): void {
    const parts = ids.map((id) => NUMBERED.exec(id) ?? [id, id, '-1']);
    const writer = new WordWriter<string>();
    // 0: a name not met before.
    this.counts(
      parts.map(([, name]) => {
        const known = writer.words.length;
        const code = writer.codeOf(name as string);
        return code === known ? 0 : 1 + code;
      }),
    );
    this.words(writer.words);
    this.steps(parts.map(([, , number]) => Number(number)));
  }

  dateTexts(texts: readonly (string | null)[], near: Column): void {
    const { codes, days, beside, words } = dateTextColumns(texts, near);
    this.counts(codes);
    this.days(days, beside);
    this.words(words);
  }
}

const NUMBERED = /^(.*[^0-9])(0|[1-9][0-9]{0,8})$/;

/** A column of words: what stands at a place, put together when asked for. */
export type WordAt<Word> = (i: number) => Word;

/**
 * Finds where each column lies; its numbers are read when they are asked for, so that what the first picture does not need
 * costs nothing before it. @throws RangeError when the bytes are not as many as the columns have.
 */
export class ColumnReader {
  readonly #dayTexts = new DayTexts();
  readonly #decoder = new TextDecoder();
  #column = 0;
  #at = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly forms: readonly ColumnForm[],
  ) {
    const length = forms.reduce((sum, form) => sum + bytesOf(form), 0);
    if (length !== bytes.length)
      throw new RangeError(`The columns of this pack have ${length} bytes, and ${bytes.length} are here.`);
  }

  #next(): readonly [at: number, form: ColumnForm] {
    const form = this.forms[this.#column++];
    if (form === undefined)
      throw new RangeError(`This pack has ${this.forms.length} columns and lacks others.`);
    const at = this.#at;
    this.#at += bytesOf(form);
    return [at, form];
  }

  ints(): IntColumn {
    const [at, form] = this.#next();
    if (form.length === 1) throw new RangeError('Words stand in this pack where numbers belong.');
    return new IntColumn(this.bytes, at, form);
  }

  /** Words by code. */
  words<Word>(): () => readonly Word[] {
    const [at, [length]] = this.#next();
    return once(
      () => JSON.parse(this.#decoder.decode(this.bytes.subarray(at, at + length))) as readonly Word[],
    );
  }

  coded<Word>(): () => WordAt<Word> {
    const [column, all] = [this.ints(), this.words<Word>()];
    return () => {
      const [codes, words] = [column.counts(), all()];
      return (i) => words[codes[i] as number] as Word;
    };
  }

  ids(): () => WordAt<string> {
    const [named, all, numbered] = [this.ints(), this.words<string>(), this.ints()];
    return () => {
      const [codes, names, numbers] = [named.counts(), all(), numbered.steps()];
      let met = 0;
      for (let i = 0; i < codes.length; i++) {
        const code = codes[i] as number;
        codes[i] = code === 0 ? met++ : code - 1;
      }
      return (i) => {
        const [name, number] = [names[codes[i] as number] as string, numbers[i] as number];
        return number < 0 ? name : name + number;
      };
    };
  }

  /** `contexts` are numbers from -1. */
  codedAfter<Word>(): (contexts: Int32Array) => WordAt<Word> {
    const [column, all] = [this.ints(), this.words<Word>()];
    return (contexts) => {
      const [codes, words] = [column.counts(), all()];
      const last: number[] = [];
      for (let i = 0; i < codes.length; i++) {
        const context = (contexts[i] as number) + 1;
        if (codes[i] === 0) codes[i] = last[context] ?? 0;
        else last[context] = codes[i] as number;
      }
      return (i) => words[(codes[i] as number) - 1] as Word;
    };
  }

  dateTexts(): (near: Int32Array) => WordAt<string | null> {
    const columns: DateTextColumns = { codes: this.ints(), days: this.ints(), words: this.words() };
    return (near) => readDateTexts(columns, near, this.#dayTexts);
  }
}

export const dayOrNull = (day: number | undefined): number | null =>
  day === undefined || day === NO_DAY ? null : day;

const bytesOf = (form: ColumnForm): number => (form.length === 1 ? form[0] : bytesLaid(form));

/** Made when it is first asked for. */
export function once<One>(make: () => One): () => One {
  let left: typeof make | null = make;
  let made: One;
  return () => {
    if (left !== null) {
      made = left();
      // What it was made of may go.
      left = null;
    }
    return made;
  };
}

/** A list that is made when it is first asked for, out of columns that `open` reads then. */
export function lazyList<One>(length: number, open: () => (i: number) => One): () => readonly One[] {
  return once(() => {
    const make = open();
    const list: One[] = [];
    for (let i = 0; i < length; i++) list.push(make(i));
    return list;
  });
}
