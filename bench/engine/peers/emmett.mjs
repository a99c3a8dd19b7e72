// @event-driven-io/emmett, in memory: one stream a slot, aggregated from its first event for each question.
import { getInMemoryEventStore } from '@event-driven-io/emmett';
import { ignoredAt, SlotFold } from './naive.mjs';

export class EmmettPeer {
  #store = getInMemoryEventStore();

  /** Loads the streams of these slots. Its append counts every stream for every event, so the largest come first. */
  async load(bySlot) {
    const streams = [...bySlot].sort((a, b) => b[1].length - a[1].length);
    for (const [slot, said] of streams) {
      await this.#store.appendToStream(
        `slot-${slot}`,
        said.map((data) => ({
          type: data.revokes ? 'Revoked' : 'Said',
          data,
        })),
      );
    }
  }

  /** The deciding statement of one slot. */
  async slot(slot, date, knownAt) {
    const { state } = await this.#store.aggregateStream(`slot-${slot}`, {
      initialState: () => ({ said: [], revoked: [] }),
      evolve: (state, { type, data }) => {
        if (data.known <= knownAt && data.from <= date && date < data.until)
          (type === 'Revoked' ? state.revoked : state.said).push(data);
        return state;
      },
    });
    const ignored = ignoredAt(state.revoked, date, knownAt);
    const fold = new SlotFold();
    for (const s of state.said) if (!ignored.has(s.fact)) fold.take(s, date);
    return fold.winner();
  }
}

/** Statements and revocations of each slot in log order. */
export function streamsOf({ statements, revocations }, slots) {
  const bySlot = new Map();
  for (const said of [...statements, ...revocations]) {
    if (slots && !slots.has(said.slot)) continue;
    const list = bySlot.get(said.slot);
    if (list) list.push(said);
    else bySlot.set(said.slot, [said]);
  }
  return bySlot;
}
