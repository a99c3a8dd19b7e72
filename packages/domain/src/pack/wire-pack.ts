import { NO_DAY } from '../bitemporal/reading-table.js';
import { at, type EventColumns, eventColumns, startsOf } from './event-columns.js';
import type { Pack, PackEvent, PackSlot } from './pack.js';
import type { PackPatch } from './pack-patch.js';
import { ColumnReader, ColumnWriter, dayOrNull, lazyList } from './wire-columns.js';
import { readDeadlines, writeDeadlines } from './wire-deadlines.js';
import { readTrack, writeTrack } from './wire-track.js';

/** Every host of JavaScript has them; they are no part of the language. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** Two letters, so that anything else is told from a pack at once, and the form of what follows. */
const MAGIC = [0x50, 0x54];
const HEADER_AT = 6;

/** What stands before the columns. Words are told apart by the order in which they were written. */
interface Header {
  readonly format: 2;
  readonly position: number;
  readonly hash: string;
  readonly newestKnown: number;
  readonly parties: readonly string[];
  readonly topics: readonly (readonly [string, number | null])[];
  readonly slotCount: number;
  readonly eventCount: number;
  readonly statementCounts: readonly [number, number];
  readonly deadlineCount: number;
  /** Slots in COLLECTED; null where the track is left out. */
  readonly collectedCount: number | null;
  readonly words: readonly (readonly unknown[])[];
  readonly patch?: Omit<PackPatch, 'pack'>;
}

/** The bytes of a pack or of a patch, without texts; the same for the same record. */
export function writeWirePack(pack: Pack, patch?: Omit<PackPatch, 'pack'>): Uint8Array {
  const columns = new ColumnWriter();
  const { LEGAL, COLLECTED } = pack.tracks;
  writeSlots(columns, pack.slots);
  writeEvents(columns, pack.events, pack.slots);
  // A patch brings rows of some of its slots only.
  columns.ints.steps(patch ? LEGAL.slots : []);
  const beside = eventColumns(pack.events);
  writeTrack(columns, LEGAL, pack.events, beside);
  if (COLLECTED) {
    columns.ints.steps(COLLECTED.slots);
    writeTrack(columns, COLLECTED, pack.events, beside);
  }
  writeDeadlines(columns, pack.deadlines, beside);
  const header: Header = {
    format: 2,
    position: pack.position,
    hash: pack.hash,
    newestKnown: pack.newestKnown,
    parties: Object.keys(pack.parties),
    topics: Object.entries(pack.topics).map(([topic, { through }]) => [topic, through]),
    slotCount: pack.slots.length,
    eventCount: pack.events.length,
    statementCounts: [LEGAL.statements.length, COLLECTED?.statements.length ?? 0],
    deadlineCount: pack.deadlines.length,
    collectedCount: COLLECTED?.slots.length ?? null,
    words: columns.words,
    ...(patch && { patch: { ...patch } }),
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const { bytes } = columns.ints;
  const wire = new Uint8Array(HEADER_AT + head.length + bytes.length);
  wire.set(MAGIC);
  new DataView(wire.buffer).setUint32(2, head.length, true);
  wire.set(head, HEADER_AT);
  wire.set(bytes, HEADER_AT + head.length);
  return wire;
}

/**
 * A whole pack, or what changes an earlier one into it. All its numbers are read, so that what is cut off is refused here;
 * lists of events, statements and deadlines are made when first asked for. @throws RangeError for bytes that are no pack of this form. */
export function readWirePack(wire: Uint8Array): Pack | PackPatch {
  const end = HEADER_AT + (wire.length < HEADER_AT ? 0 : viewOf(wire).getUint32(2, true));
  if (wire[0] !== MAGIC[0] || wire[1] !== MAGIC[1] || end > wire.length)
    throw new RangeError('These bytes are no pack.');
  const header = JSON.parse(new TextDecoder().decode(wire.subarray(HEADER_AT, end))) as Header;
  if (header.format !== 2) throw new RangeError(`A pack of the unknown form ${header.format}.`);
  const columns = new ColumnReader(wire.subarray(end), header.words);
  const topics = Object.fromEntries(
    header.topics.map(([topic, through]) => [topic, { title: { en: topic, ja: topic }, through }]),
  );
  const slots = readSlots(columns, header.slotCount);
  const [beside, events] = readEvents(columns, header.eventCount, slots);
  const legalSlots = columns.ints.steps(header.patch?.slotsWritten ?? 0);
  const through = (slot: number): number => {
    const topic = slots[slot]?.topic;
    return (topic == null ? null : topics[topic]?.through) ?? NO_DAY;
  };
  const LEGAL = readTrack(
    columns,
    header.patch ? legalSlots : Int32Array.from(slots, (_, slot) => slot),
    header.statementCounts[0],
    beside,
    events,
    through,
  );
  const { collectedCount } = header;
  const COLLECTED =
    collectedCount === null
      ? null
      : readTrack(
          columns,
          columns.ints.steps(collectedCount),
          header.statementCounts[1],
          beside,
          events,
          through,
        );
  const deadlines = readDeadlines(columns, header.deadlineCount, beside, (event) => {
    const topic = events()[event]?.topic ?? '';
    return (topics[topic]?.through ?? header.newestKnown) + 1;
  });
  const pack: Pack = {
    format: 2,
    languages: [],
    position: header.position,
    hash: header.hash,
    newestKnown: header.newestKnown,
    parties: Object.fromEntries(header.parties.map((id) => [id, { en: id, ja: id }])),
    topics,
    slots,
    get events() {
      return events();
    },
    sources: [],
    tracks: { LEGAL, COLLECTED },
    get deadlines() {
      return deadlines();
    },
  };
  return header.patch ? { ...header.patch, pack } : pack;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function writeSlots(columns: ColumnWriter, slots: readonly PackSlot[]): void {
  columns.ids(slots.map(({ id }) => id));
  // Told by the id but for few.
  columns.coded(slots.map(({ id, subject }) => (subject === subjectIn(id) ? 0 : subject)));
  columns.coded(slots.map(({ family }) => family));
  columns.coded(slots.map(({ topic }) => topic));
  columns.coded(slots.map(({ partners }) => partners));
  columns.coded(slots.map(({ authorities }) => authorities));
}

function readSlots(columns: ColumnReader, length: number): readonly PackSlot[] {
  const ids = columns.ids(length);
  const subjects = columns.coded<string | 0>(length);
  const families = columns.coded<PackSlot['family']>(length);
  const topics = columns.coded<string | null>(length);
  const partners = columns.coded<readonly string[]>(length);
  const authorities = columns.coded<readonly string[]>(length);
  return Array.from({ length }, (_, i) => {
    const id = ids(i);
    return {
      id,
      subject: subjects(i) || subjectIn(id),
      title: placeholder(id),
      family: families(i),
      topic: topics(i),
      partners: partners(i),
      authorities: authorities(i),
    };
  });
}

/** What is told of one slot is mostly told alike, so most columns say only where an event differs from the last one there. */
function writeEvents(columns: ColumnWriter, events: readonly PackEvent[], slots: readonly PackSlot[]): void {
  const { ints } = columns;
  const known = events.map((event) => event.known);
  const days = events.map(({ day }) => day ?? NO_DAY);
  columns.ids(events.map(({ id }) => id));
  ints.days(known);
  ints.days(days, known);
  columns.dateTexts(
    events.map(({ from }) => from),
    days,
  );
  columns.dateTexts(
    events.map(({ until }) => until),
    days,
  );
  ints.counts(events.map((event) => event.slots.length));
  ints.counts(events.flatMap((event) => event.slots));
  const about = events.map((event) => event.slots[0] ?? -1);
  columns.codedAfter(
    events.map(({ stream, topic, family, direction }) => [stream, topic, family, direction]),
    about,
  );
  columns.coded(events.map(({ type, modality, knownBasis }) => [type, modality, knownBasis]));
  columns.codedAfter(
    events.map(({ actors }) => actors),
    about,
  );
  columns.codedAfter(
    events.map(({ targets }) => targets),
    about,
  );
  columns.coded(
    events.map((event) => (event.partners.join() === partnersOf(event, slots).join() ? 0 : event.partners)),
  );
}

/** Numbers at once, for the tracks are told beside them; the events themselves when they are asked for. */
function readEvents(
  columns: ColumnReader,
  length: number,
  slots: readonly PackSlot[],
): readonly [EventColumns, () => readonly PackEvent[]] {
  const ids = columns.ids(length);
  const known = columns.ints.days(length);
  const days = columns.ints.days(length, known);
  const from = columns.dateTexts(days);
  const until = columns.dateTexts(days);
  const slotStart = startsOf(columns.ints.counts(length));
  const spoken = columns.ints.counts(slotStart[length] as number);
  const about = new Int32Array(length).fill(-1);
  for (let i = 0; i < length; i++)
    if (at(slotStart, i) < at(slotStart, i + 1)) about[i] = at(spoken, at(slotStart, i));
  const places =
    columns.codedAfter<readonly [string, string, PackEvent['family'], PackEvent['direction']]>(about);
  const manners = columns.coded<readonly [string, PackEvent['modality'], PackEvent['knownBasis']]>(length);
  const actors = columns.codedAfter<readonly string[]>(about);
  const targets = columns.codedAfter<readonly string[]>(about);
  const partners = columns.coded<readonly string[] | 0>(length);
  const list = lazyList(length, (i): PackEvent => {
    const id = ids(i);
    const [stream, topic, family, direction] = places(i);
    const [type, modality, knownBasis] = manners(i);
    const said = { targets: targets(i), slots: Array.from(spoken.subarray(slotStart[i], slotStart[i + 1])) };
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
  });
  return [{ known, days, slotStart, slots: spoken }, list];
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

const NO_SOURCES: readonly number[] = [];
const subjectIn = (slot: string): string => slot.split('#', 1)[0] as string;
/** Until texts arrive a thing is called by the end of its id. */
const placeholder = (id: string) => {
  const name = id.slice(id.lastIndexOf('/') + 1);
  return { en: name, ja: name };
};
