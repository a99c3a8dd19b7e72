import type { Day } from '../calendar/civil-day.js';
import type { DayRange } from '../calendar/day-range.js';
import type { Family, KnownBasis, Modality, SlotId } from '../events/envelope.js';
import type { Value } from '../events/value.js';
import type { BuiltTable } from './built-table.js';
import { NO_DAY } from './day-codes.js';
import { subjectOf } from './record-index.js';
import { hasValueAt, modalityAt } from './row-columns.js';
import type { SlotReading } from './slot-reading.js';
import type { Statement } from './statement.js';
import { type Certainty, STATUSES, type Status } from './status.js';
import type { Timeline } from './timeline.js';
import type { View } from './view.js';
import { wholeState } from './whole-state.js';

/**
 * What every slot reads in one view, for lists and columns of hundreds: each member is taken from the table's own columns
 * when it is asked for, so a list that shows five of them makes no readings. Slots go by their number in the table.
 */
export class ViewRows {
  private readonly built: BuiltTable;
  private all: Int32Array | null = null;
  /** The slot looked up last: members of one reading are asked for one after the other. */
  private foundSlot = -1;
  private foundRow = -1;
  private readonly date: Day;
  private readonly knownAt: Day;

  constructor(
    private readonly timeline: Timeline,
    private readonly view: View,
  ) {
    this.built = timeline.table(view.reading, view.track);
    this.date = view.date;
    this.knownAt = timeline.knownAtOf(view);
  }

  /** Works out every slot at once, for those who read most of them; without it each is looked up when it is asked for. */
  whole(): this {
    this.all ??= wholeState(this.timeline, this.view);
    return this;
  }

  /**
   * The places in the table's `order` whose slots' statuses pass, as bits: place p is bit p % 32 of word p / 32. Every slot is
   * looked at and little is kept of it: a list of some ten thousand numbers for each question, or a byte for each slot, is what
   * the garbage collector would be busy with.
   */
  marksOf(passes: (status: Status) => boolean, candidate?: (slot: number) => boolean): Uint32Array {
    const { order, table } = this.built;
    const { date, knownAt } = this;
    const rows = this.all ?? wholeState(this.timeline, this.view, workspaceOf(table.slotCount));
    const codes = table.statusCodes(rows, date, knownAt, statusesOf(table.slotCount));
    const wanted = STATUSES.map(passes);
    const marks = new Uint32Array(Math.ceil(order.length / 32));
    for (let place = 0; place < order.length; place++) {
      const slot = order[place] as number;
      if (!wanted[codes[slot] as number] || (candidate && !candidate(slot))) continue;
      const word = place >>> 5;
      marks[word] = (marks[word] as number) | (1 << (place & 31));
    }
    return marks;
  }

  /** The same as `Timeline.read`, member by member. */
  at(slot: number): SlotReading {
    return new RowOfView(this, slot);
  }

  /** Everything at once, intervals included. */
  read(slot: number): SlotReading {
    return this.timeline.readAt(this.built, slot, this.date, this.knownAt);
  }

  slot(slot: number): SlotId {
    return this.built.ids[slot] as SlotId;
  }
  family(slot: number): Family {
    return this.built.families[slot] as Family;
  }
  topic(slot: number): string | null {
    return this.built.topics[slot] as string | null;
  }
  status(slot: number): Status {
    return this.built.table.statusAt(slot, this.row(slot), this.date, this.knownAt);
  }
  modality(slot: number): Modality {
    return modalityAt(this.built.table.columns, this.row(slot));
  }
  certainty(slot: number): Certainty {
    return this.built.table.certaintyAt(this.row(slot));
  }
  projected(slot: number): boolean {
    return this.built.table.projectedAt(slot, this.date, this.knownAt);
  }
  value(slot: number): Value | null {
    const holds = hasValueAt(this.built.table.columns, this.row(slot));
    return holds ? (this.statement(slot)?.value ?? null) : null;
  }
  validFrom(slot: number): string | null {
    return this.statement(slot)?.from.text ?? null;
  }
  validUntil(slot: number): string | null {
    return this.statement(slot)?.until?.text ?? null;
  }
  knownFrom(slot: number): Day | null {
    return this.statement(slot)?.known.nominal ?? null;
  }
  decidedBy(slot: number): string | null {
    return this.built.eventAt(this.built.table.columns.deciding[this.row(slot)] as number);
  }
  coveredThrough(slot: number): Day | null {
    const covered = this.built.table.columns.coveredThrough[slot] as Day;
    return covered === NO_DAY ? null : covered;
  }

  private row(slot: number): number {
    if (this.all !== null) return this.all[slot] as number;
    if (slot !== this.foundSlot) {
      this.foundRow = this.built.table.row(slot, this.date, this.knownAt);
      this.foundSlot = slot;
    }
    return this.foundRow;
  }

  private statement(slot: number): Statement | undefined {
    const { columns } = this.built.table;
    return this.built.statementAt(columns.deciding[this.row(slot)] as number);
  }
}

/** Rows of every slot for the length of one call: filled and read before anything else runs. */
let workspace = new Int32Array(0);
function workspaceOf(slotCount: number): Int32Array {
  if (workspace.length !== slotCount) workspace = new Int32Array(slotCount);
  return workspace;
}
/** The same for their statuses, as places in STATUSES. */
let statuses = new Uint8Array(0);
function statusesOf(slotCount: number): Uint8Array {
  if (statuses.length !== slotCount) statuses = new Uint8Array(slotCount);
  return statuses;
}

/** One slot of a view. What is seldom shown is worked out by the reading itself. */
class RowOfView implements SlotReading {
  constructor(
    private readonly rows: ViewRows,
    private readonly index: number,
  ) {}

  get slot(): SlotId {
    return this.rows.slot(this.index);
  }
  get subject(): string {
    return subjectOf(this.slot);
  }
  get family(): Family {
    return this.rows.family(this.index);
  }
  get topic(): string | null {
    return this.rows.topic(this.index);
  }
  get status(): Status {
    return this.rows.status(this.index);
  }
  get modality(): Modality {
    return this.rows.modality(this.index);
  }
  get value(): Value | null {
    return this.rows.value(this.index);
  }
  get certainty(): Certainty {
    return this.rows.certainty(this.index);
  }
  get projected(): boolean {
    return this.rows.projected(this.index);
  }
  get validFrom(): string | null {
    return this.rows.validFrom(this.index);
  }
  get validUntil(): string | null {
    return this.rows.validUntil(this.index);
  }
  get knownFrom(): Day | null {
    return this.rows.knownFrom(this.index);
  }
  get decidedBy(): string | null {
    return this.rows.decidedBy(this.index);
  }
  get coveredThrough(): Day | null {
    return this.rows.coveredThrough(this.index);
  }
  get knownBasis(): KnownBasis | null {
    return this.rows.read(this.index).knownBasis;
  }
  get retroactiveDays(): number | null {
    return this.rows.read(this.index).retroactiveDays;
  }
  get validInterval(): DayRange {
    return this.rows.read(this.index).validInterval;
  }
  get knownInterval(): DayRange {
    return this.rows.read(this.index).knownInterval;
  }
  get inferred(): readonly string[] {
    return this.rows.read(this.index).inferred;
  }
}
