import type { PolicyEvent, SlotId } from '../events/envelope.js';
import { DerivedMap } from '../project/derived-map.js';
import { projectsAnything } from '../project/project-event.js';
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

/** So many events are looked at, or slots made, between two stops. */
const EVENTS_PER_SLICE = 512;

/** Every slot that events speak of, in order of slot id: the rows of all of them lie in one list. */
export function* spokenSlots(events: SettledEvents): Slices<Map<SlotId, SlotEvents>> {
  const numbers = new Map<SlotId, number>();
  /** Per slot: how many events, the last of them, and whether one is known to say something. */
  const counts: number[] = [];
  const lastRow: number[] = [];
  const says: boolean[] = [];
  for (let row = 0; row < events.log.length; row++) {
    if (row % EVENTS_PER_SLICE === EVENTS_PER_SLICE - 1) yield;
    const event = events.eventAt(row);
    if (!event) continue;
    for (const { slot: id, act } of event.effects) {
      let slot = numbers.get(id);
      if (slot === undefined) {
        slot = counts.push(0) - 1;
        lastRow.push(-1);
        says.push(false);
        numbers.set(id, slot);
      }
      if (lastRow[slot] !== row) counts[slot] = (counts[slot] as number) + 1;
      lastRow[slot] = row;
      if (!says[slot]) says[slot] = surelySays(event, act);
    }
  }
  const at = new Int32Array(counts.length + 1);
  for (let slot = 0; slot < counts.length; slot++)
    at[slot + 1] = (at[slot] as number) + (counts[slot] as number);
  const starts = at.slice();
  const rows = new Int32Array(at[counts.length] as number);
  lastRow.fill(-1);
  for (let row = 0; row < events.log.length; row++) {
    if (row % EVENTS_PER_SLICE === EVENTS_PER_SLICE - 1) yield;
    for (const { slot: id } of events.eventAt(row)?.effects ?? []) {
      const slot = numbers.get(id) as number;
      if (lastRow[slot] === row) continue;
      lastRow[slot] = row;
      const place = at[slot] as number;
      rows[place] = row;
      at[slot] = place + 1;
    }
  }
  const slots = new Map<SlotId, SlotEvents>();
  for (const id of [...numbers.keys()].sort()) {
    if (slots.size % EVENTS_PER_SLICE === EVENTS_PER_SLICE - 1) yield;
    const slot = numbers.get(id) as number;
    const [start, end] = [starts[slot] as number, starts[slot + 1] as number];
    slots.set(
      id,
      says[slot]
        ? new SlotEvents(id, true, rows, start, end)
        : SlotEvents.of(id, rows.slice(start, end), events),
    );
  }
  return slots;
}

/** Whatever becomes of its target or of other accounts. */
const surelySays = (event: PolicyEvent, act: PolicyEvent['effects'][number]['act']): boolean =>
  act !== 'AMEND' && act !== 'REVOKE' && projectsAnything(event);
