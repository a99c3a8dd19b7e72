// Web standards that Node and browsers share; the domain takes no library of either.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** What a file of sections is made of: numbers as they lie in memory, or JSON. */
const KINDS = { Int32Array, Uint32Array, Uint16Array, Uint8Array, Float64Array } as const;
type Kind = keyof typeof KINDS;
export type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array;

/** What is made of each, with stops in between. */
export function* madeOf<A, B>(each: Iterable<A>, make: (one: A) => B): Generator<Uint8Array, B[]> {
  const made: B[] = [];
  for (const one of each) {
    made.push(make(one));
    if (made.length % MADE_PER_SLICE === 0) yield NO_BYTES;
  }
  return made;
}

/** A running digest, as `createHash('sha256')` gives one. */
export interface Checksum {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

/** A file whose bytes are asked for by place. `read` fills all of `into`, or throws. */
export interface StoredBytes {
  readonly size: number;
  read(at: number, into: Uint8Array): void;
}

/** Why a file of sections cannot be used. */
export class UnreadableSection extends Error {}

interface Meta {
  readonly name: string;
  readonly kind: Kind | 'json';
  /** Numbers, or bytes of JSON. */
  readonly length: number;
  /** Of a list in pieces: this is not the last. */
  readonly more?: boolean;
}

/** So many bytes are written or read between two stops. */
const BYTES_PER_SLICE = 256 * 1024;
/** So many entries of a list make a piece. */
const ENTRIES_PER_PIECE = 256;
const MAGIC = Uint8Array.from('PTIMELN\n', (letter) => letter.charCodeAt(0));
const DIGEST_BYTES = 32;
const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
/** A stop for others: nothing is written. */
export const NO_BYTES = new Uint8Array(0);
/** So many small things are made between two stops. */
const MADE_PER_SLICE = 2048;

/** Numbers are stored as they lie: on the few machines that turn their bytes around nothing is stored. */
export const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * Writes sections one after the other: length of the description, description (JSON), content, digest. Each digest is over
 * the one before it, the description and the content, so no section can be changed, left out or moved.
 */
export class SectionWriter {
  #previous: Uint8Array = MAGIC;

  constructor(private readonly checksum: () => Checksum) {}

  *begin(): Iterable<Uint8Array> {
    yield MAGIC;
  }

  /** Numbers, in one array or in several that are put together. What is handed out is a copy: its owner may go on writing. */
  *numbers(name: string, numbers: Numbers | readonly Numbers[]): Iterable<Uint8Array> {
    const parts = Array.isArray(numbers) ? (numbers as readonly Numbers[]) : [numbers as Numbers];
    const kind = (parts[0]?.constructor.name ?? 'Int32Array') as Kind;
    let length = 0;
    let left = 0;
    for (const part of parts) {
      length += part.length;
      left += part.byteLength;
    }
    const digest = this.checksum();
    yield this.#opened({ name, kind, length }, digest);
    let filled = 0;
    let chunk = new Uint8Array(Math.min(left, BYTES_PER_SLICE));
    for (const part of parts) {
      const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
      for (let at = 0; at < bytes.length; ) {
        const taken = Math.min(bytes.length - at, chunk.length - filled);
        chunk.set(bytes.subarray(at, at + taken), filled);
        filled += taken;
        at += taken;
        if (filled < chunk.length) continue;
        digest.update(chunk);
        yield chunk;
        left -= chunk.length;
        chunk = new Uint8Array(Math.min(left, BYTES_PER_SLICE));
        filled = 0;
      }
    }
    digest.update(chunk.subarray(0, filled));
    yield chunk.subarray(0, filled);
    yield this.#closed(digest);
  }

  *json(name: string, value: unknown): Iterable<Uint8Array> {
    yield* this.#piece(name, value);
  }

  /** Entries, a few hundred a piece. */
  *list(name: string, entries: Iterable<unknown>): Iterable<Uint8Array> {
    let piece: unknown[] = [];
    for (const entry of entries) {
      piece.push(entry);
      if (piece.length < ENTRIES_PER_PIECE) continue;
      yield* this.#piece(name, piece, true);
      piece = [];
    }
    yield* this.#piece(name, piece);
  }

  *#piece(name: string, value: unknown, more = false): Iterable<Uint8Array> {
    const bytes = ENCODER.encode(JSON.stringify(value));
    const digest = this.checksum();
    yield this.#opened({ name, kind: 'json', length: bytes.length, ...(more && { more }) }, digest);
    digest.update(bytes);
    yield bytes;
    yield this.#closed(digest);
  }

  #opened(meta: Meta, digest: Checksum): Uint8Array {
    const text = ENCODER.encode(JSON.stringify(meta));
    const bytes = new Uint8Array(4 + text.length);
    new DataView(bytes.buffer).setUint32(0, text.length, true);
    bytes.set(text, 4);
    digest.update(this.#previous);
    digest.update(bytes);
    return bytes;
  }

  #closed(digest: Checksum): Uint8Array {
    this.#previous = digest.digest();
    return this.#previous;
  }
}

type Reading<T> = Generator<undefined, T, undefined>;

/** Reads sections in the order in which they were written. Nothing is handed out before its digest has been compared. */
export class SectionReader {
  #at = 0;
  #previous: Uint8Array = MAGIC;

  constructor(
    private readonly stored: StoredBytes,
    private readonly checksum: () => Checksum,
  ) {
    const magic = this.#take(MAGIC.length);
    if (!isSame(magic, MAGIC)) throw new UnreadableSection('it does not begin as a snapshot does');
  }

  /** @param of one kind of array, or those among which the writer chose; @param room how long an array is wanted for so many numbers; what is beyond them is 0. */
  *numbers<N extends Numbers>(
    name: string,
    of: (new (length: number) => N) | readonly (new (length: number) => N)[],
    room: (length: number) => number = (length) => length,
  ): Reading<N> {
    const { kind, length } = this.#open(name);
    const kinds = typeof of === 'function' ? [of] : of;
    const stored = kinds.find((one) => one.name === kind);
    if (!stored || kind === 'json')
      throw new UnreadableSection(`"${name}" is not of ${kinds.map((one) => one.name).join(' or ')}`);
    const size = KINDS[kind].BYTES_PER_ELEMENT * length;
    this.#mustHold(size);
    const numbers = new stored(Math.max(length, room(length)));
    yield* this.#fill(new Uint8Array(numbers.buffer, 0, size));
    return numbers;
  }

  *json<T>(name: string): Reading<T> {
    const { kind, length } = this.#open(name);
    if (kind !== 'json') throw new UnreadableSection(`"${name}" is not JSON`);
    return (yield* this.#text(length)) as T;
  }

  /** Entries, piece by piece. */
  *list<T>(name: string, visit: (entry: T) => void): Reading<void> {
    for (let isMore = true; isMore; ) {
      const { kind, length, more } = this.#open(name);
      if (kind !== 'json') throw new UnreadableSection(`"${name}" is not JSON`);
      for (const entry of (yield* this.#text(length)) as readonly T[]) visit(entry);
      isMore = more === true;
    }
  }

  end(): void {
    if (this.#at !== this.stored.size) throw new UnreadableSection('something follows its end');
  }

  #digest: Checksum | undefined;

  #open(name: string): Meta {
    const size = this.#take(4);
    const length = new DataView(size.buffer).getUint32(0, true);
    const text = this.#take(length);
    this.#digest = this.checksum();
    this.#digest.update(this.#previous);
    this.#digest.update(size);
    this.#digest.update(text);
    const meta = metaOf(text);
    if (meta?.name !== name) throw new UnreadableSection(`"${name}" is not where it belongs`);
    return meta;
  }

  *#text(length: number): Reading<unknown> {
    this.#mustHold(length);
    const bytes = new Uint8Array(length);
    yield* this.#fill(bytes);
    return JSON.parse(DECODER.decode(bytes));
  }

  /** The content of the section that was opened, compared with its digest. */
  *#fill(bytes: Uint8Array): Reading<void> {
    const digest = this.#digest as Checksum;
    for (let at = 0; at < bytes.length; at += BYTES_PER_SLICE) {
      const part = bytes.subarray(at, at + BYTES_PER_SLICE);
      this.stored.read(this.#at, part);
      this.#at += part.length;
      digest.update(part);
      yield;
    }
    const found = digest.digest();
    if (!isSame(found, this.#take(DIGEST_BYTES)))
      throw new UnreadableSection('its content does not match its checksums');
    this.#previous = found;
  }

  #take(length: number): Uint8Array {
    if (length === 0) return NO_BYTES;
    this.#mustHold(length);
    const bytes = new Uint8Array(length);
    this.stored.read(this.#at, bytes);
    this.#at += length;
    return bytes;
  }

  #mustHold(length: number): void {
    if (!(this.#at + length <= this.stored.size)) throw new UnreadableSection('it ends too soon');
  }
}

function metaOf(text: Uint8Array): Meta | undefined {
  try {
    const meta = JSON.parse(DECODER.decode(text)) as Meta;
    const isKnown = meta.kind === 'json' || Object.hasOwn(KINDS, meta.kind);
    return isKnown && Number.isSafeInteger(meta.length) && meta.length >= 0 ? meta : undefined;
  } catch {
    return undefined;
  }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);
