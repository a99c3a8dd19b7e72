/** Effects of an event, and events, whose statements are numbered without a dictionary: row and index in 31 bits. */
const EFFECTS = 512;
const ROWS = 2 ** 22;

/** A statement is one effect of one event: its code says which. No statement: -1; beyond the above: -2 and less, by a list. */
export class StatementCodes {
  readonly #far: (readonly [row: number, index: number])[] = [];
  readonly #farCodes = new Map<string, number>();

  /** What is beyond the numbered ones, in order of code. */
  get far(): readonly (readonly [row: number, index: number])[] {
    return this.#far;
  }
  static restored(far: readonly (readonly [row: number, index: number])[]): StatementCodes {
    const codes = new StatementCodes();
    for (const [row, index] of far) codes.#note(row, index);
    return codes;
  }

  codeOf(row: number, index: number): number {
    if (index < EFFECTS && row < ROWS) return row * EFFECTS + index;
    return this.#farCodes.get(`${row} ${index}`) ?? this.#note(row, index);
  }

  #note(row: number, index: number): number {
    const code = -1 - this.#far.push([row, index]);
    this.#farCodes.set(`${row} ${index}`, code);
    return code;
  }

  /** The row of the event in the log, and the index of its effect. */
  placeOf(code: number): readonly [row: number, index: number] {
    if (code >= 0) return [Math.floor(code / EFFECTS), code % EFFECTS];
    return this.#far[-2 - code] as readonly [number, number];
  }
}
