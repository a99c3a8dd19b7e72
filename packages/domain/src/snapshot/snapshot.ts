import type { BuiltTable } from '../bitemporal/built-table.js';
import type { Reading } from '../bitemporal/lens.js';
import type { RecordSource } from '../bitemporal/record-source.js';
import type { Slices } from '../bitemporal/slices.js';
import { type TableKey, Timeline } from '../bitemporal/timeline.js';
import { readIndex, writeIndex } from './index-sections.js';
import { listsNow, readLists, writeLists } from './list-sections.js';
import {
  type Checksum,
  IS_LITTLE_ENDIAN,
  SectionReader,
  SectionWriter,
  type StoredBytes,
  UnreadableSection,
} from './sections.js';
import { readTable, tableNow, writeTable } from './table-sections.js';

/**
 * Raised with whatever changes what is stored: how, or what it means, down to what a rectangle says. A snapshot of another
 * version is thrown away. A test holds it to the bytes that some logs give, so that a change is not forgotten.
 */
export const SNAPSHOT_VERSION = 6;

/** What a snapshot is of. */
export interface SnapshotHead {
  readonly version: number;
  /** The program that wrote it, in its own words. */
  readonly madeBy: string;
  /** The last record that it knows of, and its hash. */
  readonly position: number;
  readonly hash: string;
}

/** Why a snapshot is of no use; the log is read instead. */
export interface Unfit {
  readonly unfit: string;
}

/** How digests are made: `() => createHash('sha256')`. */
export type NewChecksum = () => Checksum;

/**
 * A timeline as bytes, a quarter of a megabyte or less at a time, so that they can be written between two requests: what was
 * settled, the tables that it has made and what the first readers need of them. Appends to it may go on meanwhile.
 * @param hash of the last record
 * @throws RangeError when positions are not dense, or on a machine that keeps the high byte first
 */
export function* writeSnapshot(
  timeline: Timeline,
  { hash, madeBy }: Pick<SnapshotHead, 'hash' | 'madeBy'>,
  checksum: NewChecksum,
): Generator<Uint8Array, void, undefined> {
  const { position, index, tables } = timeline;
  if (!canBeStored(timeline))
    throw new RangeError('a snapshot is of a whole log, on a little-endian machine');
  const kept = Array.from(tables, ([key, built]) => ({
    key,
    table: tableNow(built),
    lists: listsNow(built),
  }));
  const to = new SectionWriter(checksum);
  yield* to.begin();
  yield* to.json('snapshot', { version: SNAPSHOT_VERSION, madeBy, position, hash } satisfies SnapshotHead);
  yield* writeIndex(to, index);
  yield* to.json(
    'tables',
    kept.map(({ key }) => key),
  );
  for (const { table, lists } of kept) {
    yield* writeTable(to, table, index);
    yield* writeLists(to, lists);
  }
  yield* to.json('end', null);
}

export const canBeStored = ({ position, index }: Timeline): boolean =>
  IS_LITTLE_ENDIAN && index.record.events.log.length === position + 1;

/** What a stored snapshot is of, before all of it is read. */
export function snapshotHead(stored: StoredBytes, checksum: NewChecksum): SnapshotHead | Unfit {
  return refusing(() => headOf(new SectionReader(stored, checksum)));
}

function headOf(from: SectionReader): SnapshotHead | Unfit {
  const slices = from.json<SnapshotHead>('snapshot');
  let step = slices.next();
  while (!step.done) step = slices.next();
  const head = step.value;
  if (!IS_LITTLE_ENDIAN) return { unfit: 'this machine keeps the high byte of a number first' };
  return head.version === SNAPSHOT_VERSION
    ? head
    : { unfit: `it is of version ${head.version}, this program's is ${SNAPSHOT_VERSION}` };
}

/**
 * The timeline that was stored. Whoever calls has held position and hash against the log.
 * @param source gives the records of the log up to the position of the snapshot: but for the last few none is looked at before it is asked for
 * @throws what `stored` throws
 */
export function* readSnapshot(
  stored: StoredBytes,
  source: RecordSource,
  checksum: NewChecksum,
): Slices<Timeline | Unfit> {
  const reading = readWhole(stored, source, checksum);
  for (;;) {
    const step = refusing(() => reading.next());
    if ('unfit' in step) return step;
    if (step.done) return step.value;
    yield;
  }
}

function* readWhole(
  stored: StoredBytes,
  source: RecordSource,
  checksum: NewChecksum,
): Slices<Timeline | Unfit> {
  const from = new SectionReader(stored, checksum);
  const head = headOf(from);
  if ('unfit' in head) return head;
  const index = yield* readIndex(from, source, head.position);
  const keys = yield* from.json<readonly TableKey[]>('tables');
  const tables = new Map<TableKey, BuiltTable>();
  for (const key of keys) {
    const built = yield* readTable(from, index, key.split(' ')[0] as Reading);
    yield* readLists(from, built);
    tables.set(key, built);
  }
  yield* from.json('end');
  from.end();
  return Timeline.restored(index.record.events.log.prefix, index, tables);
}

function refusing<T>(act: () => T): T | Unfit {
  try {
    return act();
  } catch (error) {
    if (error instanceof UnreadableSection) return { unfit: error.message };
    throw error;
  }
}
