import { NO_DAY } from '../bitemporal/day-codes.js';
import type { Slices } from '../bitemporal/slices.js';
import { parseDay } from '../calendar/civil-day.js';
import { bytesLaid, type Laid, layOut } from './byte-planes.js';
import { at } from './event-columns.js';
import { dayCode, distanceCode } from './int-codes.js';
import { IntColumn } from './int-column.js';
import { type DateTextColumns, DayTexts, isWholeDay, readDateTexts, WordWriter } from './string-columns.js';

/** Every host of JavaScript has them; they are no part of the language. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** What stands in the header of a column: how its numbers lie, or of words in how many bytes their JSON. */
export type ColumnForm = Laid | readonly [bytes: number];

type At<One> = (i: number) => One;

/**
 * Columns one after another; whoever reads asks for them in the order in which they were written. Each is given by its length
 * and what stands at a place, and is written in slices.
 */
export class ColumnWriter {
  readonly forms: ColumnForm[] = [];
  readonly #parts: Uint8Array[] = [];
  readonly #encoder = new TextEncoder();

  get bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#parts.reduce((sum, { length }) => sum + length, 0));
    let end = 0;
    for (const part of this.#parts) {
      bytes.set(part, end);
      end += part.length;
    }
    return bytes;
  }

  #put(form: ColumnForm, bytes: Uint8Array): void {
    this.forms.push(form);
    this.#parts.push(bytes);
  }

  /** Numbers from 0. */
  *counts(length: number, countAt: At<number>): Slices<void> {
    const counts = new Float64Array(length);
    for (let i = 0; i < length; i++) {
      counts[i] = countAt(i);
      if (i % CODES_PER_SLICE === 0) yield;
    }
    this.#put(...(yield* layOut(counts)));
  }

  *steps(length: number, valueAt: At<number>): Slices<void> {
    yield* this.counts(length, (i) => distanceCode(valueAt(i), i === 0 ? 0 : valueAt(i - 1)));
  }

  *distances(length: number, valueAt: At<number>, nearAt: At<number>): Slices<void> {
    yield* this.counts(length, (i) => distanceCode(valueAt(i), nearAt(i)));
  }

  /** Days, null among them. */
  *days(length: number, dayAt: At<number | null>, nearAt: At<number | null>): Slices<void> {
    yield* this.counts(length, (i) => dayCode(dayAt(i) ?? NO_DAY, nearAt(i) ?? NO_DAY));
  }

  words(words: readonly unknown[]): void {
    const bytes = this.#encoder.encode(JSON.stringify(words));
    this.#put([bytes.length], bytes);
  }

  /** Words that recur. */
  *coded(length: number, wordAt: At<unknown>): Slices<void> {
    const writer = new WordWriter<unknown>();
    yield* this.counts(length, (i) => writer.codeOf(wordAt(i)));
    this.words(writer.words);
  }

  /** Words that mostly are those of the last place with the same context. */
  *codedAfter(length: number, wordAt: At<unknown>, contextAt: At<number>): Slices<void> {
    const writer = new WordWriter<unknown>();
    const last = new Map<number, number>();
    yield* this.counts(length, (i) => {
      const context = contextAt(i);
      const code = writer.codeOf(wordAt(i));
      const same = last.get(context) === code;
      last.set(context, code);
      return same ? 0 : 1 + code;
    });
    this.words(writer.words);
  }

  /** Names that often end in a number and come in its order. */
  *ids(length: number, idAt: At<string>): Slices<void> {
    const writer = new WordWriter<string>();
    const numbers: number[] = [];
    // 0: a name not met before.
    yield* this.counts(length, (i) => {
      const [, name, number] = NUMBERED.exec(idAt(i)) ?? [idAt(i), idAt(i), '-1'];
      numbers.push(Number(number));
      const known = writer.words.length;
      const code = writer.codeOf(name as string);
      return code === known ? 0 : 1 + code;
    });
    this.words(writer.words);
    yield* this.steps(length, (i) => at(numbers, i));
  }

  /** Dates as sources give them. */
  *dateTexts(length: number, textAt: At<string | null>, nearAt: At<number>): Slices<void> {
    const writer = new WordWriter<string>();
    const whole: number[] = [];
    yield* this.counts(length, (i) => {
      const text = textAt(i);
      if (text === null) return 0;
      if (!isWholeDay(text)) return 2 + writer.codeOf(text);
      whole.push(i);
      return 1;
    });
    yield* this.days(
      whole.length,
      (i) => parseDay(textAt(at(whole, i)) as string),
      (i) => nearAt(at(whole, i)),
    );
    this.words(writer.words);
  }
}

/** Each is up to a few microseconds. */
const CODES_PER_SLICE = 256;
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
