import { LogPrefix, RECORDS_PER_CHUNK } from '../bitemporal/log-prefix.js';
import type { RecordIndex } from '../bitemporal/record-index.js';
import type { NameColumns } from '../bitemporal/record-names.js';
import type { RecordSource } from '../bitemporal/record-source.js';
import { SlotEvents } from '../bitemporal/slot-events.js';
import { SaidSlots } from '../bitemporal/spoken-slots.js';
import type { Day } from '../calendar/civil-day.js';
import type { PartyId, SlotId } from '../events/envelope.js';
import type { LogRecord, SubjectDescription } from '../events/record-event.js';
import type { Text } from '../events/text.js';
import { IdRows } from '../project/id-rows.js';
import { LogRows } from '../project/log-rows.js';
import type { SettledRecord, TopicCoverage } from '../project/settle-record.js';
import { type CorrectedEvent, type FactAccounts, SettledEvents } from '../project/settled-events.js';
import { StoredMap } from '../project/stored-map.js';
import { readNames, writeNames } from './name-sections.js';
import { madeOf, NO_BYTES, type SectionReader, type SectionWriter } from './sections.js';

/** So many records are read between two stops. */
const RECORDS_PER_SLICE = 64;

interface Scalars {
  readonly idCount: number;
  readonly newestKnown: Day;
  readonly awaited: readonly string[];
}
/** Id of an event, and its correction as JSON: few of them are ever asked for. */
type CorrectionText = readonly [id: string, text: string];
type RowsOf = readonly [id: string, rows: readonly number[]];

/** What has been settled: the ids, what was corrected and told again, descriptions, and which rows speak of which slot. */
export function* writeIndex(to: SectionWriter, index: RecordIndex): Iterable<Uint8Array> {
  const { record, spoken, newestKnown, awaited, corrections } = index;
  const { log, corrected, facts } = record.events;
  const joining = log.idsInOneTable();
  let joined = joining.next();
  for (; !joined.done; joined = joining.next()) yield NO_BYTES;
  const ids = joined.value.columns;
  yield* to.json('index', { idCount: ids.count, newestKnown, awaited: [...awaited] } satisfies Scalars);
  yield* writeNames(to, log.prefix);
  yield* to.numbers('ids.rows', ids.rows);
  yield* to.numbers('ids.tags', ids.tags);
  yield* to.list(
    'corrected',
    mapped(corrected, ([id, value]): CorrectionText => [id, JSON.stringify(value)]),
  );
  yield* to.list('facts', facts);
  yield* to.list('subjects', record.subjects.values());
  yield* to.list('parties', record.parties);
  yield* to.list('coverage', record.coverage);
  yield* to.list('recordEvents', record.recordEvents);
  yield* to.list('corrections', corrections);
  const slots = yield* madeOf(spoken.values(), (slot) => slot);
  yield* to.list(
    'spoken.ids',
    mapped(slots, ({ id }) => id),
  );
  yield* to.numbers(
    'spoken.says',
    Uint8Array.from(slots, ({ says }) => (says ? 1 : 0)),
  );
  yield* to.numbers(
    'spoken.lengths',
    Int32Array.from(slots, ({ length }) => length),
  );
  const rows = yield* madeOf(slots, (slot) => slot.toArray());
  yield* to.numbers('spoken.rows', [new Int32Array(0), ...rows]);
}

/** The index of the records up to `position`. @param source gives these records: only the last few are looked at here */
export function* readIndex(
  from: SectionReader,
  source: RecordSource,
  position: number,
): Generator<undefined, RecordIndex> {
  const { idCount, newestKnown, awaited } = yield* from.json<Scalars>('index');
  const prefix = yield* prefixOver(source, position + 1, yield* readNames(from));
  const ids = IdRows.restored({
    rows: yield* from.numbers('ids.rows', Int32Array),
    tags: yield* from.numbers('ids.tags', Uint8Array),
    count: idCount,
  });
  const log = LogRows.restored(prefix, ids);
  const corrected = yield* mapOf<CorrectionText>(from, 'corrected');
  const facts = yield* mapOf<readonly [string, FactAccounts]>(from, 'facts');
  const events = new SettledEvents(log, new StoredMap<CorrectedEvent>(corrected), facts);
  const subjects = new Map<string, SubjectDescription>();
  yield* from.list<SubjectDescription>('subjects', (subject) => subjects.set(subject.id, subject));
  const parties = yield* mapOf<readonly [PartyId, Text]>(from, 'parties');
  const coverage = yield* mapOf<readonly [string, TopicCoverage]>(from, 'coverage');
  const recordEvents: SettledRecord['recordEvents'][number][] = [];
  yield* from.list<(typeof recordEvents)[number]>('recordEvents', (told) => recordEvents.push(told));
  const corrections = yield* mapOf<RowsOf>(from, 'corrections');
  const spoken = yield* readSpoken(from);
  return {
    position,
    record: {
      events,
      knownWindows: events.knownWindows,
      accounts: events.accounts,
      subjects,
      parties,
      coverage,
      recordEvents,
    },
    slots: new SaidSlots(spoken, events),
    spoken,
    newestKnown,
    awaited: new Set(awaited),
    corrections,
  };
}

/** The last records, which do not fill a chunk yet, are held: the first append would have to read all of them at once. */
function* prefixOver(
  source: RecordSource,
  length: number,
  names: NameColumns,
): Generator<undefined, LogPrefix> {
  const full = length - (length % RECORDS_PER_CHUNK);
  const last: LogRecord[] = [];
  for (let position = full; position < length; position++) {
    last.push(source.at(position));
    if (last.length % RECORDS_PER_SLICE === 0) yield;
  }
  return LogPrefix.over(source, full, names).with(last);
}

function* readSpoken(from: SectionReader): Generator<undefined, ReadonlyMap<SlotId, SlotEvents>> {
  const names: SlotId[] = [];
  yield* from.list<SlotId>('spoken.ids', (id) => names.push(id));
  const says = yield* from.numbers('spoken.says', Uint8Array);
  const lengths = yield* from.numbers('spoken.lengths', Int32Array);
  const rows = yield* from.numbers('spoken.rows', Int32Array);
  const spoken = new Map<SlotId, SlotEvents>();
  let start = 0;
  for (const [slot, id] of names.entries()) {
    const end = start + (lengths[slot] as number);
    spoken.set(id, new SlotEvents(id, says[slot] === 1, rows, start, end));
    start = end;
  }
  return spoken;
}

function* mapOf<E extends readonly [string, unknown]>(
  from: SectionReader,
  name: string,
): Generator<undefined, Map<E[0], E[1]>> {
  const map = new Map<E[0], E[1]>();
  yield* from.list<E>(name, ([key, value]) => map.set(key, value));
  return map;
}

function* mapped<A, B>(entries: Iterable<A>, make: (entry: A) => B): Iterable<B> {
  for (const entry of entries) yield make(entry);
}
