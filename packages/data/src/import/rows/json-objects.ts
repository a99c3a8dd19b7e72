import type { OpenText } from '../imported-row.js';
import { LONGEST_ROW } from './text-lines.js';

export interface JsonObjectText {
  /** Line on which the object begins, from 1. */
  readonly line: number;
  /** The object as it stands in the file; null where it is longer than LONGEST_ROW characters. */
  readonly text: string | null;
}

/** How the objects are found: in the list at the top of the file, or in the list of one member of its object. */
const LISTS = /^(results|data|interventions)$/;

/**
 * The objects of a JSON file's list, one by one, without reading the file as a whole: `[{…}, {…}]`, or
 * `{ "count": 2, "results": [{…}, {…}] }`, or one object alone. Only brackets and texts are looked at, so that a
 * fault inside of one object leaves the others readable. What is no list and no object (the page of a server that could not
 * answer), and a file that ends before its list does, is given as it stands, for the reader of rows to refuse.
 */
export async function* jsonObjects(open: OpenText): AsyncGenerator<JsonObjectText> {
  const scanner = new Scanner();
  for await (const chunk of open()) {
    scanner.feed(chunk);
    yield* scanner.take();
  }
  scanner.end();
  yield* scanner.take();
}

class Scanner {
  readonly #found: JsonObjectText[] = [];
  #line = 1;
  /** Brackets that are open, outermost first; those inside of an object being kept are only counted. */
  #open: string[] = [];
  #inText = false;
  #escaped = false;
  /** The text of the object being kept, from its `{`. */
  #kept: string[] | null = null;
  #keptLength = 0;
  #keptDepth = 0;
  #keptLine = 1;
  /** Outside of a kept object: the last text read, which may be the name of a member. */
  #word = '';
  #listNamed = false;
  /** Whether the top-level object turned out to be the frame of a list, and whether that list is open. */
  #framed = false;
  #inFrame = false;
  /** A top-level object is kept until it is known whether it is a frame. */
  #single: { line: number; parts: string[]; length: number } | null = null;
  /** The beginning of the file while no bracket has come; null from then on. */
  #before: string | null = '';

  take(): JsonObjectText[] {
    return this.#found.splice(0);
  }

  feed(chunk: string): void {
    if (this.#before !== null && this.#before.length < 200) this.#before += chunk.slice(0, 200);
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const char = chunk[at] as string;
      if (char === '\n') this.#line++;
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false;
        else if (char === '\\') this.#escaped = true;
        else if (char === '"') this.#inText = false;
        else if (!this.#kept && this.#word.length < 40) this.#word += char;
        continue;
      }
      if (char === '"') {
        this.#inText = true;
        if (!this.#kept) this.#word = '';
      } else if (char === '{' || char === '[') {
        if (this.#kept) this.#keptDepth++;
        else from = this.#opened(char, at, from);
      } else if (char === '}' || char === ']') {
        if (!this.#kept) this.#closed();
        else if (--this.#keptDepth === 0) {
          this.#keep(chunk.slice(from, at + 1));
          this.#finish();
        }
      } else if (char === ':' && !this.#kept) this.#listNamed = LISTS.test(this.#word);
    }
    if (this.#kept) this.#keep(chunk.slice(from));
    else if (this.#single) this.#keepSingle(chunk.slice(from));
  }

  /** A file that is one object and frames no list is that object; one that ends inside of an object is told so. */
  end(): void {
    if (this.#kept) this.#finish();
    else if (this.#single && !this.#framed) {
      const { line, parts, length } = this.#single;
      this.#found.push({ line, text: length > LONGEST_ROW ? null : parts.join('') });
    } else if (this.#before?.trim()) this.#found.push({ line: 1, text: this.#before.trim() });
    else if (this.#open.length > 0) this.#found.push({ line: this.#line, text: '' });
  }

  #opened(bracket: string, at: number, from: number): number {
    this.#before = null;
    const outer = this.#open.at(-1);
    const inList = outer === '[' && (this.#open.length === 1 || (this.#inFrame && this.#open.length === 2));
    if (bracket === '{' && inList) {
      [this.#kept, this.#keptDepth, this.#keptLine, this.#keptLength] = [[], 1, this.#line, 0];
      return at;
    }
    if (bracket === '[' && this.#open.length === 1 && outer === '{' && this.#listNamed) {
      [this.#framed, this.#inFrame, this.#single] = [true, true, null];
    }
    if (bracket === '{' && this.#open.length === 0) {
      this.#single = { line: this.#line, parts: [], length: 0 };
      this.#open.push(bracket);
      return at;
    }
    this.#open.push(bracket);
    return from;
  }

  #closed(): void {
    this.#open.pop();
    if (this.#open.length < 2) this.#inFrame = false;
  }

  #keep(text: string): void {
    this.#keptLength += text.length;
    if (this.#keptLength <= LONGEST_ROW) this.#kept?.push(text);
    else if (this.#kept?.length) this.#kept = [];
  }

  #keepSingle(text: string): void {
    if (!this.#single) return;
    this.#single.length += text.length;
    if (this.#single.length <= LONGEST_ROW) this.#single.parts.push(text);
    else this.#single.parts.length = 0;
  }

  #finish(): void {
    const text = this.#keptLength > LONGEST_ROW ? null : (this.#kept ?? []).join('');
    this.#found.push({ line: this.#keptLine, text });
    this.#kept = null;
  }
}
