import type { SlotId } from '../events/envelope.js';
import { projectOnSlot } from '../project/project-event.js';
import type { SettledEvents } from '../project/settled-events.js';
import { inOneGo, type Slices } from './slices.js';
import type { Slot } from './slot-history.js';
import type { Revocation, Statement } from './statement.js';

/** What events say of a slot, without its name. */
export type SaidOfSlot = Pick<Slot, 'statements' | 'revocations' | 'silenced'>;

/** So many events say what they say between two stops: less than a millisecond also where each is read from a file. */
const EVENTS_PER_SLICE = 64;

/**
 * The events that speak of a slot, by row of the log: all that is kept of it. What they say is made when asked for and let go
 * of again. Slots that an append does not touch keep their object, so what is derived from it stays valid.
 */
export class SlotEvents {
  /** What is said, where a kept sweep needs the same objects again. */
  #held: SaidOfSlot | undefined;
  /** A slot that this one has grown from: what it holds is said here too. */
  #grownFrom: WeakRef<SlotEvents> | undefined;

  /** @param says an event says something: not all that speak do */
  constructor(
    readonly id: SlotId,
    readonly says: boolean,
    private readonly rows: Int32Array,
    private readonly start = 0,
    private readonly end = rows.length,
  ) {}

  get length(): number {
    return this.end - this.start;
  }
  /** Ascending. */
  toArray(): Int32Array {
    return this.rows.subarray(this.start, this.end);
  }

  said(events: SettledEvents): SaidOfSlot {
    return inOneGo(this.telling(events));
  }
  *telling(events: SettledEvents): Slices<SaidOfSlot> {
    return this.#held ?? (yield* this.#tell(events));
  }
  /** The same, kept until `release`; slots that have grown from this one, or will, say it with the same objects. */
  *holding(events: SettledEvents): Slices<SaidOfSlot> {
    const said = yield* this.telling(events);
    this.#held ??= said;
    return this.#held;
  }
  release(): void {
    this.#held = undefined;
    const from = this.#grownFrom?.deref();
    if (from) from.#held = undefined;
  }

  /** With the newest events. @param rows ascending, after all that are here */
  with(rows: readonly number[], events: SettledEvents): SlotEvents {
    const whole = new Int32Array(this.length + rows.length);
    whole.set(this.toArray());
    whole.set(rows, this.length);
    const says = this.says || rows.some((row) => isAnything(this.#tellOf(row, events)));
    const grown = new SlotEvents(this.id, says, whole);
    grown.#grownFrom = new WeakRef(this.#holder() ?? this);
    return grown;
  }

  /** This slot, or the one it has grown from, where what is said is held. */
  #holder(): SlotEvents | undefined {
    if (this.#held) return this;
    const from = this.#grownFrom?.deref();
    return from !== undefined && from.#held !== undefined ? from : undefined;
  }

  /** With `says` found out. @param rows ascending */
  static of(id: SlotId, rows: Int32Array, events: SettledEvents): SlotEvents {
    const slot = new SlotEvents(id, true, rows);
    return rows.some((row) => isAnything(slot.#tellOf(row, events))) ? slot : new SlotEvents(id, false, rows);
  }

  /** The row of the first event that says something, be it only a revocation. */
  firstRow(events: SettledEvents): number | undefined {
    return this.toArray().find((row) => isAnything(this.#tellOf(row, events)));
  }

  *#tell(events: SettledEvents): Slices<SaidOfSlot> {
    const base = this.#holder();
    const told = base === undefined ? NOTHING : (base.#held ?? NOTHING);
    const statements: Statement[] = [...told.statements];
    const revocations: Revocation[] = [...told.revocations];
    const silenced: Statement[] = [...told.silenced];
    for (let i = this.start + (base?.length ?? 0); i < this.end; i++) {
      if ((i - this.start) % EVENTS_PER_SLICE === EVENTS_PER_SLICE - 1) yield;
      const part = this.#tellOf(this.rows[i] as number, events);
      for (const statement of part.statements) statements.push(statement);
      for (const revocation of part.revocations) revocations.push(revocation);
      for (const statement of part.silenced) silenced.push(statement);
    }
    return { statements, revocations, silenced };
  }

  #tellOf(row: number, events: SettledEvents): SaidOfSlot {
    const settled = events.at(row);
    if (!settled) return NOTHING;
    const { statements, revocations } = projectOnSlot(settled, this.id, events);
    return settled.projects
      ? { statements, revocations, silenced: NONE }
      : { statements: NONE, revocations: NONE, silenced: statements };
  }
}

const NONE: readonly never[] = [];
const NOTHING: SaidOfSlot = { statements: NONE, revocations: NONE, silenced: NONE };
const isAnything = ({ statements, revocations, silenced }: SaidOfSlot): boolean =>
  statements.length + revocations.length + silenced.length > 0;

/** A slot of one version, with what is said of it made once. */
export class SaidSlot implements Slot {
  #said: SaidOfSlot | undefined;

  constructor(
    readonly from: SlotEvents,
    private readonly events: SettledEvents,
  ) {}

  get id(): SlotId {
    return this.from.id;
  }
  get statements(): readonly Statement[] {
    return this.#all.statements;
  }
  get revocations(): readonly Revocation[] {
    return this.#all.revocations;
  }
  get silenced(): readonly Statement[] {
    return this.#all.silenced;
  }
  get #all(): SaidOfSlot {
    this.#said ??= this.from.said(this.events);
    return this.#said;
  }
}
