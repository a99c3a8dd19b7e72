/** An event as the server keeps it. */
export interface KeptEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** The revision of the last event that the writer expects; −1: none yet. */
export type AppendResult = { readonly last: number } | { readonly wrong: true; readonly last: number };

/** The streams of a pretended server, with the rules of the real one for expected revisions and repeated event ids. */
export class KeptStreams {
  readonly #streams = new Map<string, KeptEvent[]>();

  of(stream: string): readonly KeptEvent[] {
    return this.#streams.get(stream) ?? [];
  }

  /** For planting damage. */
  replace(stream: string, events: readonly KeptEvent[]): void {
    this.#streams.set(stream, [...events]);
  }

  /**
   * An append behind an older revision succeeds without writing when the ids that stand there are the ids it brings: that is
   * how the real server recognises a retry. It compares ids only, never bodies.
   */
  append(stream: string, events: readonly KeptEvent[], expected: number): AppendResult {
    const kept = this.#streams.get(stream) ?? [];
    const last = kept.length - 1;
    if (expected === last) {
      this.#streams.set(stream, kept);
      kept.push(...events);
      return { last: kept.length - 1 };
    }
    const repeated =
      expected < last && events.length > 0 && events.every(({ id }, i) => kept[expected + 1 + i]?.id === id);
    return repeated ? { last: expected + events.length } : { wrong: true, last };
  }
}
