import {
  type ReadingFilter,
  type SlotId,
  type SlotReading,
  type Status,
  type Timeline,
  type View,
  ViewRows,
} from '@policy-timeline/domain';
import type { PagedRows } from '../../graphql/pages.js';
import { ListedSlots } from './listed-slots.js';

/** The readings of a question, from the widest to the narrowest list; each in order of slot id, each made when asked for. */
export interface StateReadings {
  /** Slots that may pass: what the filter says of slots themselves. The answer stays the same while these do. */
  readonly candidates: readonly SlotReading[];
  /** Readings that pass text and actors; what is counted. */
  readonly passing: readonly SlotReading[];
  /** The slots of those of the asked statuses, by number; what is listed. A page reads its own of them, not the whole state. */
  readonly listed: PagedRows<number>;
  readonly rows: ViewRows;
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
  #listed: PagedRows<number> | undefined;
  #rows: ViewRows | undefined;

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

  get rows(): ViewRows {
    this.#rows ??= new ViewRows(this.#timeline, this.#view);
    return this.#rows;
  }

  get listed(): PagedRows<number> {
    this.#listed ??= this.#looksAtReadings ? this.#listedOfPassing() : this.#listedBySlot();
    return this.#listed;
  }

  get #looksAtReadings(): boolean {
    return Object.keys(this.#byReading).length > 0;
  }

  #listedOfPassing(): number[] {
    const { slotIndex } = this.#timeline.table(this.#view.reading, this.#view.track);
    return this.passing
      .filter(({ status }) => this.#wanted(status))
      .map(({ slot }) => slotIndex.get(slot) as number);
  }

  #listedBySlot(): ListedSlots {
    const { ids, order } = this.#timeline.table(this.#view.reading, this.#view.track);
    const everySlot = Object.values(this.#bySlot).every((list) => list === undefined || list.length === 0);
    const passes = everySlot ? undefined : this.#timeline.passes(this.#bySlot);
    const candidate = passes && ((index: number): boolean => passes.slot({ id: ids[index] as SlotId }));
    return new ListedSlots(order, this.rows.marksOf(this.#wanted, candidate));
  }
}
