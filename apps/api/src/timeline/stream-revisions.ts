import type { Recorded, Revision, StoredEvent } from '@policy-timeline/event-store';

/** The positions of each stream's records, for a log that does not tell the revision of a stream as of a position. */
export class StreamRevisions {
  readonly #positions = new Map<string, number[]>();

  add({ stream, position }: Recorded<StoredEvent>): void {
    const own = this.#positions.get(stream);
    if (own) own.push(position);
    else this.#positions.set(stream, [position]);
  }

  revisionAt(stream: string, position: number): Revision {
    // Nearly always the newest, or close to it.
    const last = this.#positions.get(stream)?.findLastIndex((own) => own <= position) ?? -1;
    return last < 0 ? 'none' : last;
  }
}
