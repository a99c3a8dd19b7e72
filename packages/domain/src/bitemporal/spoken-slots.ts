import type { SlotId } from '../events/envelope.js';
import { DerivedMap } from '../project/derived-map.js';
import type { HeardLog } from '../project/heard-log.js';
import type { SettledEvents } from '../project/settled-events.js';
import type { Slices } from './slices.js';
import { SaidSlot, SlotEvents } from './slot-events.js';

/** The slots of which something is said, as one version has it. */
export class SaidSlots extends DerivedMap<SaidSlot> {
  constructor(
    private readonly spoken: ReadonlyMap<SlotId, SlotEvents>,
    private readonly events: SettledEvents,
  ) {
    super();
  }

  override get(id: SlotId): SaidSlot | undefined {
    const slot = this.spoken.get(id);
    return slot?.says ? new SaidSlot(slot, this.events) : undefined;
  }
  override has(id: SlotId): boolean {
    return this.spoken.get(id)?.says === true;
  }
  protected override *each(): IterableIterator<[SlotId, SaidSlot]> {
    for (const [id, slot] of this.spoken) if (slot.says) yield [id, new SaidSlot(slot, this.events)];
  }
}

/** So many events are looked at, and slots made, between two stops. */
const EVENTS_PER_SLICE = 4096;
const SLOTS_PER_SLICE = 512;

/** Every slot that events speak of, in order of slot id: the rows of all of them lie in one list. */
export function* spokenSlots(
  { log, notes }: HeardLog,
  events: SettledEvents,
): Slices<Map<SlotId, SlotEvents>> {
  const length = notes.slots.size;
  /** Per slot: where its rows begin, once counted; where the next one goes; the last one; whether one is known to say something. */
  const starts = new Int32Array(length + 1);
  const lastRow = new Int32Array(length).fill(-1);
  const says = new Uint8Array(length);
  for (let row = 0; row < log.length; row++) {
    if (row % EVENTS_PER_SLICE === EVENTS_PER_SLICE - 1) yield;
    notes.eachSpoken(row, (slot, surelySays) => {
      if (lastRow[slot] !== row) starts[slot + 1] = (starts[slot + 1] as number) + 1;
      lastRow[slot] = row;
      if (surelySays) says[slot] = 1;
    });
  }
  for (let slot = 0; slot < length; slot++)
    starts[slot + 1] = (starts[slot] as number) + (starts[slot + 1] as number);
  const at = starts.slice();
  const rows = new Int32Array(starts[length] as number);
  lastRow.fill(-1);
  for (let row = 0; row < log.length; row++) {
    if (row % EVENTS_PER_SLICE === EVENTS_PER_SLICE - 1) yield;
    notes.eachSpoken(row, (slot) => {
      if (lastRow[slot] === row) return;
      lastRow[slot] = row;
      const place = at[slot] as number;
      rows[place] = row;
      at[slot] = place + 1;
    });
  }
  const slots = new Map<SlotId, SlotEvents>();
  for (const id of [...notes.slots.keys()].sort()) {
    if (slots.size % SLOTS_PER_SLICE === SLOTS_PER_SLICE - 1) yield;
    const slot = notes.slots.get(id) as number;
    const [start, end] = [starts[slot] as number, starts[slot + 1] as number];
    // An erratum has moved the only word of it.
    if (start === end) continue;
    slots.set(
      id,
      says[slot] === 1
        ? new SlotEvents(id, true, rows, start, end)
        : SlotEvents.of(id, rows.slice(start, end), events),
    );
  }
  return slots;
}
