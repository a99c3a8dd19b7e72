import { LRUCache } from 'lru-cache';

/** A whole answer as it goes over the wire. */
export interface StoredAnswer {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly etag: string;
  readonly basis: string;
  /** Position of the newest record it may hang on; null: asked with a basis throughout, the same for ever. */
  readonly position: number | null;
  readonly operation: string;
}

/** An answer larger than this share of the store would push out too many others. */
const LARGEST_SHARE = 8;
/** Of an entry beside its bytes and its key: headers, objects, the list itself. */
const OVERHEAD_BYTES = 500;

/**
 * Answers by question (document, variables, operation), bounded by bytes, the least used forgotten first. A question
 * without a basis is answered from here only while the log stands where it stood: the position is part of what is asked.
 */
export class AnswerStore {
  readonly #answers: LRUCache<string, StoredAnswer> | null;
  readonly #largest: number;
  hits = 0;
  misses = 0;

  /** @param bytes 0 keeps nothing. */
  constructor(bytes: number) {
    this.#largest = bytes / LARGEST_SHARE;
    this.#answers =
      bytes === 0
        ? null
        : new LRUCache({
            maxSize: bytes,
            sizeCalculation: (answer, key) => answer.bytes.length + 2 * key.length + OVERHEAD_BYTES,
          });
  }

  get keeps(): boolean {
    return this.#answers !== null;
  }

  get bytes(): number {
    return this.#answers?.calculatedSize ?? 0;
  }

  find(question: string, position: number): StoredAnswer | null {
    const found = this.#answers?.get(question);
    const holds = found !== undefined && (found.position === null || found.position === position);
    if (holds) this.hits++;
    else this.misses++;
    return holds ? found : null;
  }

  keep(question: string, answer: StoredAnswer): void {
    if (answer.bytes.length + 2 * question.length + OVERHEAD_BYTES <= this.#largest)
      this.#answers?.set(question, answer);
  }
}
