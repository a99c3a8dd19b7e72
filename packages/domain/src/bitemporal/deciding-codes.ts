/** Effects of an event, and events, whose statements are numbered without a list: row and index in 31 bits. */
const EFFECTS = 512;
const ROWS = 2 ** 22;

/** What decides a row: a statement, which is one effect of one event, and the event through which it decides. */
export interface Deciding {
  /** The row of the statement's event in the log, and the index of its effect; -1: no statement. */
  readonly said: number;
  readonly index: number;
  /** The row of the deciding event; -1: none. */
  readonly event: number;
}

/**
 * Codes of what decides: equal where it is the same. Nothing: -1. A statement through its own event, which is nearly always so:
 * row and index in one number. By a list, -2 and less: a revocation's event, and what is too far along for that number.
 */
export class DecidingCodes {
  readonly #list: Deciding[] = [];
  readonly #listed = new Map<string, number>();

  /** What has its code by a list, in order of code. */
  get listed(): readonly Deciding[] {
    return this.#list;
  }
  static restored(listed: readonly Deciding[]): DecidingCodes {
    const codes = new DecidingCodes();
    for (const deciding of listed) codes.#note(deciding);
    return codes;
  }

  codeOf({ said, index, event }: Deciding): number {
    if (said === -1 && event === -1) return -1;
    if (said === event && index < EFFECTS && said < ROWS) return said * EFFECTS + index;
    return this.#listed.get(keyOf({ said, index, event })) ?? this.#note({ said, index, event });
  }

  #note(deciding: Deciding): number {
    const code = -1 - this.#list.push(deciding);
    this.#listed.set(keyOf(deciding), code);
    return code;
  }

  placeOf(code: number): Deciding {
    if (code >= 0) {
      const said = Math.floor(code / EFFECTS);
      return { said, index: code % EFFECTS, event: said };
    }
    return code === -1 ? NOTHING : (this.#list[-2 - code] as Deciding);
  }

  /** The row of the deciding event in the log; -1: none. */
  eventOf(code: number): number {
    return code >= 0 ? Math.floor(code / EFFECTS) : this.placeOf(code).event;
  }
}

const keyOf = ({ said, index, event }: Deciding): string => `${said} ${index} ${event}`;
const NOTHING: Deciding = { said: -1, index: -1, event: -1 };
