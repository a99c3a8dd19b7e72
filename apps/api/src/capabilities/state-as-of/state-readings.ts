import {
  type Day,
  NO_DAY,
  type ReadingFilter,
  type SlotReading,
  STATUSES,
  type Status,
  type Timeline,
  type View,
  wholeState,
} from '@policy-timeline/domain';

/** The readings of a question, from the widest to the narrowest list; each in order of slot id, each made when asked for. */
export interface StateReadings {
  /** Slots that may pass: what the filter says of slots themselves. The answer stays the same while these do. */
  readonly candidates: readonly SlotReading[];
  /** Readings that pass text and actors; what is counted. */
  readonly passing: readonly SlotReading[];
  /** Those of the asked statuses; what is listed. */
  readonly listed: readonly SlotReading[];
  /** The slots of `listed` by number: a page reads its own of them, not the whole state. */
  readonly listedSlots: readonly number[];
  readonly idOf: (slot: number) => string;
  readonly read: (slot: number) => SlotReading;
}

/** Questions of one operation often share a view, e.g. pages of one list: their readings are made once. */
const KEPT = 8;
const kept = new WeakMap<Timeline, Map<string, StateReadings>>();

export function stateReadings(timeline: Timeline, view: View, filter: ReadingFilter): StateReadings {
  const ofTimeline = kept.get(timeline) ?? new Map<string, StateReadings>();
  kept.set(timeline, ofTimeline);
  const key = JSON.stringify([view, filter]);
  const made = ofTimeline.get(key) ?? new LazyReadings(timeline, view, filter);
  ofTimeline.delete(key);
  ofTimeline.set(key, made);
  const oldest = ofTimeline.keys().next();
  if (ofTimeline.size > KEPT && !oldest.done) ofTimeline.delete(oldest.value);
  return made;
}

class LazyReadings implements StateReadings {
  readonly #timeline: Timeline;
  readonly #view: View;
  readonly #bySlot: ReadingFilter;
  readonly #byReading: ReadingFilter;
  readonly #wanted: (status: Status) => boolean;
  #candidates: readonly SlotReading[] | undefined;
  #passing: readonly SlotReading[] | undefined;
  #listed: readonly SlotReading[] | undefined;
  #listedSlots: readonly number[] | undefined;

  readonly #built: ReturnType<Timeline['table']>;
  readonly #knownAt: Day;

  constructor(timeline: Timeline, view: View, { statuses, text, actors, ...bySlot }: ReadingFilter) {
    this.#timeline = timeline;
    this.#view = view;
    this.#built = timeline.table(view.reading, view.track);
    this.#knownAt = timeline.knownAtOf(view);
    this.#bySlot = bySlot;
    this.#byReading = { ...(text !== undefined && { text }), ...(actors && { actors }) };
    this.#wanted =
      statuses && statuses.length > 0
        ? (status) => statuses.includes(status)
        : (status) => status !== 'NOT_IN_FORCE';
  }

  get candidates(): readonly SlotReading[] {
    this.#candidates ??= this.#timeline.state(this.#view, this.#bySlot);
    return this.#candidates;
  }

  get passing(): readonly SlotReading[] {
    this.#passing ??= this.#looksAtReadings
      ? this.candidates.filter(this.#timeline.passes(this.#byReading).reading)
      : this.candidates;
    return this.#passing;
  }

  get listed(): readonly SlotReading[] {
    this.#listed ??= this.passing.filter(({ status }) => this.#wanted(status));
    return this.#listed;
  }

  get listedSlots(): readonly number[] {
    this.#listedSlots ??= this.#looksAtReadings ? this.#slotsOfListed() : this.#slotsByStatus();
    return this.#listedSlots;
  }

  idOf = (slot: number): string => this.#built.slots[slot]?.id ?? '';

  read = (slot: number): SlotReading =>
    this.#timeline.readAt(this.#built, slot, this.#view.date, this.#knownAt);

  get #looksAtReadings(): boolean {
    return Object.keys(this.#byReading).length > 0;
  }

  #slotsOfListed(): number[] {
    const { slotIndex } = this.#built;
    return this.listed.map(({ slot }) => slotIndex.get(slot) as number);
  }

  /** Statuses stand in the columns (see `ReadingTable.statusOf`), so slots are listed by them without making a reading. */
  #slotsByStatus(): number[] {
    const { table, slots, order } = this.#built;
    const { status, dueOn, coveredThrough } = table.columns;
    const { date } = this.#view;
    const knownAt = this.#knownAt;
    const rows = wholeState(this.#timeline, this.#view);
    const wanted = STATUSES.map(this.#wanted);
    const unknownWanted = this.#wanted('UNKNOWN');
    const everySlot = Object.values(this.#bySlot).every((list) => list === undefined || list.length === 0);
    const passes = everySlot ? undefined : this.#timeline.passes(this.#bySlot);
    const listed: number[] = [];
    for (const index of order) {
      const slot = slots[index];
      if (passes && !(slot && passes.slot(slot))) continue;
      const row = rows[index] as number;
      const due = dueOn[row] as number;
      const unknown =
        due !== NO_DAY && due > (coveredThrough[index] as number) && due <= date && due <= knownAt;
      if (unknown ? unknownWanted : wanted[status[row] as number]) listed.push(index);
    }
    return listed;
  }
}
