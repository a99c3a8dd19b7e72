import {
  type ReadingFilter,
  type SlotId,
  type SlotReading,
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
  /** The slots of `listed`: a page reads its own of them, not the whole state. */
  readonly listedSlots: readonly SlotId[];
  /** The reading of a listed slot. */
  readonly read: (slot: SlotId) => SlotReading;
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
  #listedSlots: readonly SlotId[] | undefined;

  constructor(timeline: Timeline, view: View, { statuses, text, actors, ...bySlot }: ReadingFilter) {
    this.#timeline = timeline;
    this.#view = view;
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

  get listedSlots(): readonly SlotId[] {
    this.#listedSlots ??=
      this.#looksAtReadings || this.#listed ? this.listed.map(({ slot }) => slot) : this.#slotsByStatus();
    return this.#listedSlots;
  }

  read = (slot: SlotId): SlotReading => this.#timeline.read(slot, this.#view);

  get #looksAtReadings(): boolean {
    return Object.keys(this.#byReading).length > 0;
  }

  /** Statuses stand in the rows, so no reading is made to list slots by them. */
  #slotsByStatus(): SlotId[] {
    const { table, slots, order } = this.#timeline.table(this.#view.reading, this.#view.track);
    const { date } = this.#view;
    const knownAt = this.#timeline.knownAtOf(this.#view);
    const rows = wholeState(this.#timeline, this.#view);
    const everySlot = Object.values(this.#bySlot).every((list) => list === undefined || list.length === 0);
    const passes = this.#timeline.passes(this.#bySlot);
    const listed: SlotId[] = [];
    for (const index of order) {
      const slot = slots[index];
      if (slot === undefined || !(everySlot || passes.slot(slot))) continue;
      if (this.#wanted(table.statusOf(index, rows[index] as number, date, knownAt).status))
        listed.push(slot.id);
    }
    return listed;
  }
}
