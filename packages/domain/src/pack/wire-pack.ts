import { NO_DAY } from '../bitemporal/day-codes.js';
import { inOneGo, type Slices } from '../bitemporal/slices.js';
import { at, type EventColumns, eventColumns, type SpokenSlots } from './event-columns.js';
import { PACK_FORMAT, type Pack, type PackEvent, type PackSlot, type PackTrack } from './pack.js';
import type { PackPatch } from './pack-patch.js';
import { type ColumnForm, ColumnReader, ColumnWriter, dayOrNull, lazyList, once } from './wire-columns.js';
import { readDeadlines, writeDeadlines } from './wire-deadlines.js';
import { readSpoken, writeSpoken } from './wire-spoken.js';
import { readTrack, type Said, writeTrack } from './wire-track.js';

/** Every host of JavaScript has them; they are no part of the language. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** Two letters, so that anything else is told from a pack at once, and the form of what follows. */
const MAGIC = [0x50, 0x54];
const HEADER_AT = 6;

/** What stands before the columns. Columns are told apart by the order in which they were written. */
interface Header {
  readonly format: typeof PACK_FORMAT;
  readonly position: number;
  readonly hash: string;
  readonly newestKnown: number;
  readonly parties: readonly string[];
  readonly topics: readonly (readonly [string, number | null])[];
  readonly counts: { readonly slots: number; readonly events: number; readonly deadlines: number };
  /** Whether COLLECTED is here. */
  readonly bothTracks: boolean;
  readonly columns: readonly ColumnForm[];
  readonly patch?: Omit<PackPatch, 'pack'>;
}

/** The bytes of a pack or of a patch, without texts; the same for the same record. */
export const writeWirePack = (pack: Pack, patch?: Omit<PackPatch, 'pack'>): Uint8Array =>
  inOneGo(wirePackInSlices(pack, patch));

/** The same, so that readers of a large record get their turn while it is written. */
export function* wirePackInSlices(pack: Pack, patch?: Omit<PackPatch, 'pack'>): Slices<Uint8Array> {
  const columns = new ColumnWriter();
  const { LEGAL, COLLECTED } = pack.tracks;
  const beside = yield* eventColumns(pack.events);
  yield* writeSlots(columns, pack.slots);
  yield* writeEvents(columns, pack.events, pack.slots, beside);
  // A patch brings rows of some of its slots only.
  yield* columns.steps(patch ? LEGAL.slots.length : 0, (i) => at(LEGAL.slots, i));
  yield* writeTrack(columns, LEGAL, pack.events, beside);
  yield* writeSpoken(columns, LEGAL, beside);
  yield* writeDeadlines(columns, pack.deadlines, beside);
  if (COLLECTED) {
    yield* columns.steps(COLLECTED.slots.length, (i) => at(COLLECTED.slots, i));
    yield* writeTrack(columns, COLLECTED, pack.events, beside);
  }
  const header: Header = {
    format: PACK_FORMAT,
    position: pack.position,
    hash: pack.hash,
    newestKnown: pack.newestKnown,
    parties: Object.keys(pack.parties),
    topics: Object.entries(pack.topics).map(([topic, { through }]) => [topic, through]),
    counts: { slots: pack.slots.length, events: pack.events.length, deadlines: pack.deadlines.length },
    bothTracks: COLLECTED !== null,
    columns: columns.forms,
    ...(patch && { patch: { ...patch } }),
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const { bytes } = columns;
  const wire = new Uint8Array(HEADER_AT + head.length + bytes.length);
  wire.set(MAGIC);
  new DataView(wire.buffer).setUint32(2, head.length, true);
  wire.set(head, HEADER_AT);
  wire.set(bytes, HEADER_AT + head.length);
  return wire;
}

/**
 * A whole pack, or what changes an earlier one into it. Slots and the rows of the legal track are read at once, for the first
 * picture is folded out of them; lists of events, statements and deadlines, and the other clock's track, when first asked for.
 * @throws RangeError for bytes that are no pack of this form, or not all of one.
 */
export function readWirePack(wire: Uint8Array): Pack | PackPatch {
  const end = HEADER_AT + (wire.length < HEADER_AT ? 0 : viewOf(wire).getUint32(2, true));
  if (wire[0] !== MAGIC[0] || wire[1] !== MAGIC[1] || end > wire.length)
    throw new RangeError('These bytes are no pack.');
  const header = JSON.parse(new TextDecoder().decode(wire.subarray(HEADER_AT, end))) as Header;
  if (header.format !== PACK_FORMAT)
    throw new RangeError(`A pack of the form ${header.format}; ${PACK_FORMAT} is read here.`);
  const columns = new ColumnReader(wire.subarray(end), header.columns);
  const topics = Object.fromEntries(
    header.topics.map(([topic, through]) => [topic, { title: { en: topic, ja: topic }, through }]),
  );
  const slots = readSlots(columns, header.counts.slots);
  const [beside, list] = readEvents(columns, header.counts.events, slots, () => spoken());
  const events = { columns: beside, list };
  const track = (of: Int32Array): readonly [PackTrack, Said] => {
    const coveredThrough = new Int32Array(of.length);
    for (let i = 0; i < of.length; i++) {
      const topic = slots[of[i] as number]?.topic;
      coveredThrough[i] = (topic == null ? null : topics[topic]?.through) ?? NO_DAY;
    }
    return readTrack(columns, of, events, coveredThrough);
  };
  const some = columns.ints().steps();
  const [LEGAL, said] = track(header.patch ? some : inOrder(slots.length));
  const spoken = readSpoken(columns, LEGAL, said, header.counts.events);
  const deadlines = readDeadlines(columns, header.counts.deadlines, beside, (event) => {
    const topic = list()[event]?.topic ?? '';
    return (topics[topic]?.through ?? header.newestKnown) + 1;
  });
  const collected = once(() => (header.bothTracks ? track(columns.ints().steps())[0] : null));
  const pack: Pack = {
    format: PACK_FORMAT,
    languages: [],
    position: header.position,
    hash: header.hash,
    newestKnown: header.newestKnown,
    parties: Object.fromEntries(header.parties.map((id) => [id, { en: id, ja: id }])),
    topics,
    slots,
    get events() {
      return list();
    },
    sources: [],
    tracks: {
      LEGAL,
      get COLLECTED() {
        return collected();
      },
    },
    get deadlines() {
      return deadlines();
    },
  };
  return header.patch ? { ...header.patch, pack } : pack;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function* writeSlots(columns: ColumnWriter, slots: readonly PackSlot[]): Slices<void> {
  const { length } = slots;
  const slot = (i: number) => slots[i] as PackSlot;
  yield* columns.ids(length, (i) => slot(i).id);
  // Told by the id but for few.
  yield* columns.coded(length, (i) => (slot(i).subject === subjectIn(slot(i).id) ? 0 : slot(i).subject));
  yield* columns.coded(length, (i) => slot(i).family);
  yield* columns.coded(length, (i) => slot(i).topic);
  yield* columns.coded(length, (i) => slot(i).partners);
  yield* columns.coded(length, (i) => slot(i).authorities);
}

function readSlots(columns: ColumnReader, length: number): readonly PackSlot[] {
  const ids = columns.ids()();
  const subjects = columns.coded<string | 0>()();
  const families = columns.coded<PackSlot['family']>()();
  const topics = columns.coded<string | null>()();
  const partners = columns.coded<readonly string[]>()();
  const authorities = columns.coded<readonly string[]>()();
  const slots: PackSlot[] = [];
  for (let i = 0; i < length; i++) {
    const id = ids(i);
    slots.push({
      id,
      subject: subjects(i) || subjectIn(id),
      title: placeholder(id),
      family: families(i),
      topic: topics(i),
      partners: partners(i),
      authorities: authorities(i),
    });
  }
  return slots;
}

/** What is told of one slot is mostly told alike, so most columns say only where an event differs from the last one there. */
function* writeEvents(
  columns: ColumnWriter,
  events: readonly PackEvent[],
  slots: readonly PackSlot[],
  { known, days }: EventColumns,
): Slices<void> {
  const { length } = events;
  const event = (i: number) => events[i] as PackEvent;
  const dayAt = (i: number): number => at(days, i);
  yield* columns.steps(length, (i) => at(known, i));
  yield* columns.days(length, dayAt, (i) => at(known, i));
  yield* columns.ids(length, (i) => event(i).id);
  yield* columns.dateTexts(length, (i) => event(i).from, dayAt);
  yield* columns.dateTexts(length, (i) => event(i).until, dayAt);
  const about = (i: number): number => event(i).slots[0] ?? -1;
  yield* columns.codedAfter(
    length,
    (i) => {
      const { stream, topic, family, direction } = event(i);
      return [stream, topic, family, direction];
    },
    about,
  );
  yield* columns.coded(length, (i) => {
    const { type, modality, knownBasis } = event(i);
    return [type, modality, knownBasis];
  });
  yield* columns.codedAfter(length, (i) => event(i).actors, about);
  yield* columns.codedAfter(length, (i) => event(i).targets, about);
  yield* columns.coded(length, (i) => {
    const { partners } = event(i);
    return partners.join() === partnersOf(event(i), slots).join() ? 0 : partners;
  });
}

/** Numbers at once, for the tracks are told beside them; the events themselves when they are asked for. */
function readEvents(
  columns: ColumnReader,
  length: number,
  slots: readonly PackSlot[],
  spokenSlots: () => SpokenSlots,
): readonly [EventColumns, () => readonly PackEvent[]] {
  const known = columns.ints().steps();
  const days = columns.ints().days(known);
  const named = columns.ids();
  const [begins, ends] = [columns.dateTexts(), columns.dateTexts()];
  const placed = columns.codedAfter<readonly [string, string, PackEvent['family'], PackEvent['direction']]>();
  const manner = columns.coded<readonly [string, PackEvent['modality'], PackEvent['knownBasis']]>();
  const [acting, aimedAt] = [
    columns.codedAfter<readonly string[]>(),
    columns.codedAfter<readonly string[]>(),
  ];
  const others = columns.coded<readonly string[] | 0>();
  const list = lazyList(length, () => {
    const { slotStart, slots: spoken } = spokenSlots();
    const about = new Int32Array(length).fill(-1);
    for (let i = 0; i < length; i++)
      if (at(slotStart, i) < at(slotStart, i + 1)) about[i] = at(spoken, at(slotStart, i));
    const [ids, from, until] = [named(), begins(days), ends(days)];
    const [places, manners, actors, targets] = [placed(about), manner(), acting(about), aimedAt(about)];
    const partners = others();
    return (i): PackEvent => {
      const id = ids(i);
      const [stream, topic, family, direction] = places(i);
      const [type, modality, knownBasis] = manners(i);
      const said = { targets: targets(i), slots: [] as number[] };
      for (let k = at(slotStart, i); k < at(slotStart, i + 1); k++) said.slots.push(at(spoken, k));
      return {
        id,
        title: placeholder(id),
        stream,
        topic,
        family,
        type,
        modality,
        direction,
        day: dayOrNull(days[i]),
        from: from(i),
        until: until(i),
        known: known[i] as number,
        knownBasis,
        actors: actors(i),
        targets: said.targets,
        slots: said.slots,
        partners: partners(i) || partnersOf(said, slots),
        sources: NO_SOURCES,
      };
    };
  });
  return [{ known, days }, list];
}

/** Partners as they mostly are: those aimed at, then those of the slots. */
function partnersOf(
  { targets, slots }: Pick<PackEvent, 'targets' | 'slots'>,
  all: readonly PackSlot[],
): readonly string[] {
  const [only] = slots;
  const own = only === undefined ? [] : (all[only]?.partners ?? []);
  // The usual case without a copy: a measure on those it names.
  if (slots.length <= 1 && targets.length === own.length && targets.every((id, i) => id === own[i]))
    return targets;
  return [...new Set([...targets, ...slots.flatMap((slot) => all[slot]?.partners ?? [])])];
}

function inOrder(length: number): Int32Array {
  const all = new Int32Array(length);
  for (let i = 0; i < length; i++) all[i] = i;
  return all;
}

const NO_SOURCES: readonly number[] = [];
const subjectIn = (slot: string): string => {
  const end = slot.indexOf('#');
  return end < 0 ? slot : slot.slice(0, end);
};
/** Until texts arrive a thing is called by the end of its id. */
const placeholder = (id: string) => {
  const name = id.slice(id.lastIndexOf('/') + 1);
  return { en: name, ja: name };
};
