import type { PolicyEvent } from '../events/envelope.js';
import type { LogRecord } from '../events/record-event.js';
import { DerivedMap } from './derived-map.js';
import { factOf } from './facts.js';
import { LayeredMap } from './layered-map.js';
import type { LogRows } from './log-rows.js';
import { type KnownWindow, knownWindow } from './window.js';

/** An event as our record has it at a position, errata applied. */
export interface SettledEvent {
  readonly event: PolicyEvent;
  readonly position: number;
  /** False for an account of a fact that a better account displaces: it projects nothing and shows up as a conflict. */
  readonly projects: boolean;
  /** The newest position at which our record of it changed, by an erratum or by what became of one; null when it never did. */
  readonly correctedAt: number | null;
}
/** What errata and voids have made of an event; `event` is null when it is void. */
export interface CorrectedEvent {
  readonly event: PolicyEvent | null;
  readonly correctedAt: number | null;
}
/** The events that name a fact as theirs, and the one among all its accounts that projects; null: none is left. */
export interface FactAccounts {
  readonly tellers: readonly string[];
  readonly best: string | null;
}
/** What an event is projected with. */
export interface ToldEvents {
  readonly events: ReadonlyMap<string, SettledEvent>;
  /** The event that projects each fact. */
  readonly accounts: Pick<ReadonlyMap<string, string>, 'get'>;
}

interface Changes {
  readonly added: readonly LogRecord[];
  readonly corrected: ReadonlyMap<string, CorrectedEvent>;
  readonly facts: ReadonlyMap<string, FactAccounts>;
}

/** The rows of events that stand as they were told: never corrected, and the only account of their fact. A bit each. */
export class PlainRows {
  readonly #bits: Uint8Array;

  constructor(rows: number) {
    this.#bits = new Uint8Array(Math.ceil(rows / 8)).fill(0xff);
  }
  has(row: number): boolean {
    return (((this.#bits[row >> 3] as number) >> (row & 7)) & 1) === 1;
  }
  strike(row: number): void {
    if (row >= 0) this.#bits[row >> 3] = (this.#bits[row >> 3] as number) & ~(1 << (row & 7));
  }
}

/**
 * The policy events of a log prefix by id, in order of position, without those that are void. Only what the log itself does
 * not say is kept: what was corrected, and which facts have several accounts. The rest is made when asked for.
 */
export class SettledEvents extends DerivedMap<SettledEvent> implements ToldEvents {
  /** When each event was publicly known. */
  readonly knownWindows: ReadonlyMap<string, KnownWindow> = new KnownWindows(this);
  readonly accounts: ToldEvents['accounts'] = { get: (fact) => this.accountOf(fact) };

  constructor(
    readonly log: LogRows,
    readonly corrected: ReadonlyMap<string, CorrectedEvent>,
    readonly facts: ReadonlyMap<string, FactAccounts>,
    private readonly plain?: PlainRows,
  ) {
    super();
  }

  get events(): ReadonlyMap<string, SettledEvent> {
    return this;
  }

  /** A version with more records, and with what they correct or tell anew. */
  with({ added, corrected, facts }: Changes): SettledEvents {
    return new SettledEvents(
      this.log.with(added),
      LayeredMap.of(this.corrected).with(corrected),
      LayeredMap.of(this.facts).with(facts),
    );
  }

  override get(id: string): SettledEvent | undefined {
    const row = this.log.rowOf(id);
    return row < 0 ? undefined : this.at(row);
  }

  /** The event of a row; undefined for one that is void and for what speaks of our record. */
  at(row: number): SettledEvent | undefined {
    if (this.plain?.has(row)) {
      const { event, position } = this.log.at(row);
      return { event: event as PolicyEvent, position, projects: true, correctedAt: null };
    }
    const event = this.eventAt(row);
    if (event === undefined) return undefined;
    const correctedAt = this.corrected.get(event.id)?.correctedAt ?? null;
    return { event, position: this.log.positionAt(row), projects: this.#projects(event), correctedAt };
  }

  /** The event alone, errata applied. */
  eventAt(row: number): PolicyEvent | undefined {
    if (this.plain?.has(row)) return this.log.at(row).event as PolicyEvent;
    if (this.log.isRecordEvent(row)) return undefined;
    const correction = this.corrected.get(this.log.idAt(row));
    // What was corrected is held; anything else the log has.
    if (correction) return correction.event ?? undefined;
    return this.log.at(row).event as PolicyEvent;
  }

  /** The event that projects a fact. */
  accountOf(fact: string): string | undefined {
    const told = this.facts.get(fact);
    if (told) return told.best ?? undefined;
    const row = this.log.rowOf(fact);
    const event = row < 0 ? undefined : this.eventAt(row);
    return event && factOf(event) === fact ? event.id : undefined;
  }

  /** All accounts of a fact, in order of position. */
  accountsOf(fact: string): readonly SettledEvent[] {
    const ids = new Set([fact, ...(this.facts.get(fact)?.tellers ?? [])]);
    return [...ids]
      .map((id) => this.get(id))
      .filter((settled) => settled !== undefined && factOf(settled.event) === fact)
      .sort((a, b) => (a as SettledEvent).position - (b as SettledEvent).position) as SettledEvent[];
  }

  #projects(event: PolicyEvent): boolean {
    const told = this.facts.get(factOf(event));
    return told === undefined || told.best === event.id;
  }

  /** Counted without reading an event. */
  override get size(): number {
    let count = 0;
    for (let row = 0; row < this.log.length; row++) if (!this.log.isRecordEvent(row)) count++;
    for (const { event } of this.corrected.values()) if (event === null) count--;
    return count;
  }

  protected override *each(): IterableIterator<[string, SettledEvent]> {
    for (let row = 0; row < this.log.length; row++) {
      const settled = this.at(row);
      if (settled) yield [settled.event.id, settled];
    }
  }
}

class KnownWindows extends DerivedMap<KnownWindow> {
  constructor(private readonly of: SettledEvents) {
    super();
  }

  override get(id: string): KnownWindow | undefined {
    const row = this.of.log.rowOf(id);
    const event = row < 0 ? undefined : this.of.eventAt(row);
    return event && knownWindow(event);
  }

  protected override *each(): IterableIterator<[string, KnownWindow]> {
    for (let row = 0; row < this.of.log.length; row++) {
      const event = this.of.eventAt(row);
      if (event) yield [event.id, knownWindow(event)];
    }
  }
}
