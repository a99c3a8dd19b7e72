import { NO_DAY } from '../bitemporal/day-codes.js';
import { inOneGo, PER_SLICE, type Slices } from '../bitemporal/slices.js';
import type { Day } from '../calendar/civil-day.js';
import type { Source } from '../events/envelope.js';
import { assembleTrack, type TrackPart } from './assemble-track.js';
import type { Pack, PackDeadline, PackEvent, PackSlot, PackTrack } from './pack.js';

/**
 * What makes the pack of a later position out of an earlier one. `pack` holds what changed and what that speaks of, numbered
 * on its own; things are told apart by their ids.
 */
export interface PackPatch {
  /** Position and hash of the pack that it belongs on. */
  readonly after: number;
  readonly afterHash: string;
  /** So many slots of `pack`, the first, are new or described anew; the others are only spoken of. */
  readonly slotsChanged: number;
  /** So many slots have their rows in `pack.tracks.LEGAL`, and in COLLECTED where they read otherwise there. */
  readonly slotsWritten: number;
  /** So many events, the first, are new or told anew. */
  readonly eventsChanged: number;
  /** Indexes of events whose deadlines are in `pack`, all of them. */
  readonly deadlinesOf: readonly number[];
  readonly pack: Pack;
}

export const isPatch = (read: Pack | PackPatch): read is PackPatch => 'afterHash' in read;

/** The earlier pack brought to the patch's position. @throws RangeError when the patch belongs on another pack. */
export function applyPatch(base: Pack, patch: PackPatch): Pack {
  if (patch.after !== base.position || patch.afterHash !== base.hash)
    throw new RangeError(
      `A patch on position ${patch.after} does not belong on a pack of position ${base.position}.`,
    );
  const { pack } = patch;
  const eventIndex = new Map(base.events.map(({ id }, i) => [id, i]));
  for (const { id } of pack.events.slice(0, patch.eventsChanged))
    if (!eventIndex.has(id)) eventIndex.set(id, eventIndex.size);
  const described = new Map<string, PackSlot>(
    [...base.slots, ...pack.slots.slice(0, patch.slotsChanged)].map((slot) => [slot.id, slot]),
  );
  const slots = [...described.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const slotIndex = new Map(slots.map(({ id }, i) => [id, i]));
  const renumbered = (of: readonly PackSlot[]): number[] => of.map(({ id }) => slotIndex.get(id) as number);
  const [baseSlots, patchSlots] = [renumbered(base.slots), renumbered(pack.slots)];
  const eventOf = (event: number): number => eventIndex.get((pack.events[event] as PackEvent).id) as number;

  const events = base.events.slice();
  if (slots.length !== base.slots.length)
    events.forEach((event, i) => {
      events[i] = { ...event, slots: event.slots.map((slot) => baseSlots[slot] as number) };
    });
  const cited = new Cited(base.sources);
  const quoted = events.map((event) => event.sources.map((i) => base.sources[i] as Source));
  pack.events.slice(0, patch.eventsChanged).forEach((event, i) => {
    const place = eventOf(i);
    events[place] = { ...event, slots: event.slots.map((slot) => patchSlots[slot] as number) };
    quoted[place] = event.sources.map((source) => pack.sources[source] as Source);
  });
  if (base.languages.length > 0) cited.renumber(events, quoted);

  const topics = { ...base.topics, ...pack.topics };
  const written = new Set(Array.from(pack.tracks.LEGAL.slots, (slot) => patchSlots[slot] as number));
  const joined = (then: PackTrack, brought: PackTrack): PackTrack => {
    const parts = new Map<number, TrackPart>();
    Array.from(then.slots).forEach((slot, at) => {
      const now = baseSlots[slot] as number;
      if (!written.has(now)) parts.set(now, { of: then, at });
    });
    Array.from(brought.slots).forEach((slot, at) => {
      parts.set(patchSlots[slot] as number, { of: brought, at, eventOf });
    });
    const order = Int32Array.from(parts.keys()).sort();
    const track = assembleTrack(
      Array.from(order, (slot) => parts.get(slot) as TrackPart),
      order,
    );
    return { ...track, coveredThrough: order.map((slot) => coverageOf(slots[slot], topics)) };
  };
  const { LEGAL, COLLECTED } = pack.tracks;
  const tracks = {
    LEGAL: joined(base.tracks.LEGAL, LEGAL),
    COLLECTED: base.tracks.COLLECTED && COLLECTED && joined(base.tracks.COLLECTED, COLLECTED),
  };
  const replaced = new Set(patch.deadlinesOf.map(eventOf));
  const deadlines = [
    ...base.deadlines.filter(({ event }) => !replaced.has(event)),
    ...pack.deadlines.map((row) => ({
      ...row,
      event: eventOf(row.event),
      outcomeBy: row.outcomeBy === null ? null : eventOf(row.outcomeBy),
    })),
  ]
    .sort((a, b) => a.event - b.event)
    .map((row) => {
      if (row.firmness !== 'NO_DATE') return row;
      const through = topics[events[row.event]?.topic ?? '']?.through ?? pack.newestKnown;
      return { ...row, awaitedUntil: (through + 1) as Day };
    });
  return {
    ...base,
    position: pack.position,
    hash: pack.hash,
    newestKnown: pack.newestKnown,
    parties: { ...base.parties, ...pack.parties },
    topics,
    slots,
    events,
    sources: cited.sources,
    tracks,
    deadlines,
  };
}

/** The sources of all events, numbered in the order in which they are cited. */
class Cited {
  constructor(public sources: readonly Source[]) {}

  renumber(events: PackEvent[], quoted: readonly (readonly Source[])[]): void {
    const sources: Source[] = [];
    const codes = new Map<string, number>();
    const keys = new Map<Source, string>();
    const codeOf = (source: Source): number => {
      const key = keys.get(source) ?? JSON.stringify(source);
      keys.set(source, key);
      const code = codes.get(key) ?? sources.push(source) - 1;
      codes.set(key, code);
      return code;
    };
    quoted.forEach((list, i) => {
      const event = events[i] as PackEvent;
      const now = list.map(codeOf);
      if (now.some((code, place) => code !== event.sources[place])) events[i] = { ...event, sources: now };
    });
    this.sources = sources;
  }
}

const coverageOf = (slot: PackSlot | undefined, topics: Pack['topics']): number =>
  (slot?.topic == null ? null : topics[slot.topic]?.through) ?? NO_DAY;

/** What leads from one pack to a later one of the same log; null where that is no smaller matter than the later one itself. */
export const patchOf = (before: Pack, after: Pack): PackPatch | null => inOneGo(patchInSlices(before, after));

/** The same, so that readers of a large record get their turn while two packs are compared. */
export function* patchInSlices(before: Pack, after: Pack): Slices<PackPatch | null> {
  if (!isPrefix(before.events, after.events) || !isPrefix(entries(before.parties), entries(after.parties)))
    return null;
  if (!isPrefix(entries(before.topics), entries(after.topics))) return null;
  const slotIndex = new Map(after.slots.map(({ id }, i) => [id, i]));
  if (before.slots.some(({ id }) => !slotIndex.has(id))) return null;
  const moved = before.slots.map(({ id }) => slotIndex.get(id) as number);
  const earlier = new Map(moved.map((now, then) => [now, then]));
  yield;

  const eventsChanged = yield* whichOf(
    after.events,
    (event, i) => !sameEvent(before, after, before.events[i], event, moved),
  );
  const slotsChanged = yield* whichOf(
    after.slots,
    (slot, i) => !same(before.slots[earlier.get(i) ?? -1], slot),
  );
  const bothTracks = before.tracks.COLLECTED !== null && after.tracks.COLLECTED !== null;
  const [thenRows, nowRows] = [placesOf(before), placesOf(after)];
  const written = yield* whichOf(after.slots, (_, slot) => {
    const then = earlier.get(slot);
    return !(
      then !== undefined &&
      sameRows(before.tracks.LEGAL, thenRows.LEGAL.get(then), after.tracks.LEGAL, nowRows.LEGAL.get(slot)) &&
      (!bothTracks ||
        sameRows(
          before.tracks.COLLECTED as PackTrack,
          thenRows.COLLECTED.get(then),
          after.tracks.COLLECTED as PackTrack,
          nowRows.COLLECTED.get(slot),
        ))
    );
  });
  const [thenDue, nowDue] = [yield* dueOf(before), yield* dueOf(after)];
  const deadlinesOf = yield* whichOf(after.events, (_, i) => !same(thenDue.get(i), nowDue.get(i)));

  const slots = new Numbering([...slotsChanged, ...written]);
  const events = new Numbering([...eventsChanged, ...deadlinesOf]);
  for (const i of eventsChanged) for (const slot of after.events[i]?.slots ?? []) slots.of(slot);
  const anew = new Set(deadlinesOf);
  const due = after.deadlines.filter(({ event }) => anew.has(event));
  const deadlines = due
    .map((row) => ({
      ...row,
      event: events.of(row.event),
      outcomeBy: row.outcomeBy === null ? null : events.of(row.outcomeBy),
    }))
    .sort((a, b) => a.event - b.event);
  const chosenRows = (name: keyof Pack['tracks'], of: PackTrack): PackTrack => {
    const there = written.filter((slot) => nowRows[name].has(slot));
    return assembleTrack(
      there.map((slot) => ({ of, at: nowRows[name].get(slot) as number, eventOf: (e) => events.of(e) })),
      Int32Array.from(there, (slot) => slots.of(slot)),
    );
  };
  const { LEGAL, COLLECTED } = after.tracks;
  const tracks = {
    LEGAL: chosenRows('LEGAL', LEGAL),
    COLLECTED: COLLECTED && chosenRows('COLLECTED', COLLECTED),
  };
  const sources = new Numbering([]);
  const chosen = events.all.map((i, place) => {
    const event = after.events[i] as PackEvent;
    return place < eventsChanged.length
      ? {
          ...event,
          slots: event.slots.map((slot) => slots.of(slot)),
          sources: event.sources.map((source) => sources.of(source)),
        }
      : // Only spoken of: the id is enough.
        { ...event, title: NO_TEXT, slots: [], sources: [] };
  });
  return {
    after: before.position,
    afterHash: before.hash,
    slotsChanged: slotsChanged.length,
    slotsWritten: written.length,
    eventsChanged: eventsChanged.length,
    deadlinesOf: deadlinesOf.map((event) => events.of(event)),
    pack: {
      ...after,
      parties: changedOf(before.parties, after.parties),
      topics: changedOf(before.topics, after.topics),
      slots: slots.all.map((i, place) => {
        const slot = after.slots[i] as PackSlot;
        return place < slotsChanged.length ? slot : { ...slot, title: NO_TEXT };
      }),
      events: chosen,
      sources: sources.all.map((i) => after.sources[i] as Source),
      tracks,
      deadlines,
    },
  };
}

const NO_TEXT = { en: '', ja: '' };

/** Numbers given in the order in which they are first asked for. */
class Numbering {
  readonly all: number[] = [];
  readonly #codes = new Map<number, number>();
  constructor(first: readonly number[]) {
    for (const one of first) this.of(one);
  }
  of(one: number): number {
    const known = this.#codes.get(one);
    if (known !== undefined) return known;
    this.#codes.set(one, this.all.length);
    return this.all.push(one) - 1;
  }
}

const entries = (of: Readonly<Record<string, unknown>>): readonly { readonly id: string }[] =>
  Object.keys(of).map((id) => ({ id }));
const isPrefix = (a: readonly { readonly id: string }[], b: readonly { readonly id: string }[]): boolean =>
  a.every(({ id }, i) => b[i]?.id === id);
const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function sameEvent(
  before: Pack,
  after: Pack,
  a: PackEvent | undefined,
  b: PackEvent,
  moved: readonly number[],
): boolean {
  if (a === undefined) return false;
  const { slots: slotsThen, sources: sourcesThen, ...then } = a;
  const { slots: slotsNow, sources: sourcesNow, ...now } = b;
  return (
    same(then, now) &&
    slotsThen.length === slotsNow.length &&
    slotsThen.every((slot, i) => moved[slot] === slotsNow[i]) &&
    same(
      sourcesThen.map((i) => before.sources[i]),
      sourcesNow.map((i) => after.sources[i]),
    )
  );
}

/** Where each slot stands in the tracks that have it. */
function placesOf({ tracks }: Pack): Readonly<Record<keyof Pack['tracks'], ReadonlyMap<number, number>>> {
  const of = (track: PackTrack | null) =>
    new Map(Array.from(track?.slots ?? [], (slot, at) => [slot, at] as const));
  return { LEGAL: of(tracks.LEGAL), COLLECTED: of(tracks.COLLECTED) };
}

const PLAIN = ['dateFrom', 'dateUntil', 'knownFrom', 'knownUntil', 'dueOn', 'traits', 'event'] as const;

function sameRows(a: PackTrack, i: number | undefined, b: PackTrack, j: number | undefined): boolean {
  if (i === undefined || j === undefined) return i === j;
  const start = a.slotStart[i] as number;
  const shift = (b.slotStart[j] as number) - start;
  const end = a.slotStart[i + 1] as number;
  if ((b.slotStart[j + 1] as number) - end !== shift) return false;
  for (let row = start; row < end; row++) {
    for (const column of PLAIN) if (a[column][row] !== b[column][row + shift]) return false;
    if (!same(a.statements[a.statement[row] as number], b.statements[b.statement[row + shift] as number]))
      return false;
  }
  return true;
}

/** The indexes of those that differ. */
function* whichOf<One>(list: readonly One[], differs: (one: One, i: number) => boolean): Slices<number[]> {
  const found: number[] = [];
  for (const [i, one] of list.entries()) {
    if (differs(one, i)) found.push(i);
    if (i % COMPARED_PER_SLICE === 0) yield;
  }
  return found;
}

/** Each is a few microseconds; of a slot with many rows it is more. */
const COMPARED_PER_SLICE = 32;

/** Deadlines by event; until when an open one is awaited follows from the coverage, which is told once. */
function* dueOf({ deadlines }: Pack): Slices<ReadonlyMap<number, readonly PackDeadline[]>> {
  const found = new Map<number, PackDeadline[]>();
  for (const row of deadlines) {
    const list = found.get(row.event) ?? [];
    list.push(row.firmness === 'NO_DATE' ? { ...row, awaitedUntil: 0 as Day } : row);
    found.set(row.event, list);
    if (found.size % PER_SLICE === 0) yield;
  }
  return found;
}

function changedOf<One>(
  before: Readonly<Record<string, One>>,
  after: Readonly<Record<string, One>>,
): Readonly<Record<string, One>> {
  return Object.fromEntries(Object.entries(after).filter(([id, one]) => !same(before[id], one)));
}
