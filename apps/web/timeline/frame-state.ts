import { type Day, type PackReader, STATUSES, type Status } from '@policy-timeline/domain';

/**
 * The row of every slot at one place, worked out once per frame for all who draw it. Under the hand most slots answer as in the
 * frame before, so each is first asked whether its last row still holds.
 */
export class FrameState {
  readonly #rows: Int32Array;
  readonly #codes: Uint8Array;
  #date: number | null = null;
  #known = 0;

  constructor(private readonly reader: PackReader) {
    this.#rows = new Int32Array(reader.pack.slots.length).fill(-1);
    this.#codes = new Uint8Array(this.#rows.length);
  }

  at(date: Day, known: Day): Int32Array {
    const rows = this.#rows;
    if (this.#date === date && this.#known === known) return rows;
    this.reader.table('LEGAL').follow(date, known, rows);
    this.#date = date;
    this.#known = known;
    return rows;
  }

  /** Of every slot the place in STATUSES, with the change that fell due unseen counted as UNKNOWN (semantics §5). */
  statusCodes(date: Day, known: Day): Uint8Array {
    return this.reader.table('LEGAL').statusCodes(this.at(date, known), date, known, this.#codes);
  }
}

const states = new WeakMap<PackReader, FrameState>();

export function frameState(reader: PackReader): FrameState {
  const held = states.get(reader) ?? new FrameState(reader);
  states.set(reader, held);
  return held;
}

/** How many of the slots have each status. */
export type Tallies = Readonly<Record<Status, number>>;

const counts = new Int32Array(STATUSES.length);

/** Readings per status over the filter: the same numbers as the server's counts. */
export function tallyStatuses(reader: PackReader, slots: readonly number[], date: Day, known: Day): Tallies {
  const state = frameState(reader);
  counts.fill(0);
  const codes = state.statusCodes(date, known);
  for (const slot of slots) {
    const code = codes[slot] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  return Object.fromEntries(STATUSES.map((status, code) => [status, counts[code] as number])) as Record<
    Status,
    number
  >;
}
