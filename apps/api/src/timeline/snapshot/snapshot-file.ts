import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  type RecordSource,
  readSnapshot,
  type SnapshotHead,
  type StoredBytes,
  snapshotHead,
  type Timeline,
  type Unfit,
  writeSnapshot,
} from '@policy-timeline/domain';
import { inTurns, ownTurn, TURN_MILLISECONDS } from '../in-turns.js';

const sha256 = () => createHash('sha256');
const BYTES_PER_WRITE = 1 << 20;
/** An append waits for the disk: what lies before it there is kept short. */
const BYTES_PER_SYNC = 8 << 20;

/** A stored snapshot that is open: what it is of, and all of it. */
export interface OpenSnapshot {
  readonly head: SnapshotHead;
  /** Slices that end with the timeline. */
  read(source: RecordSource): ReturnType<typeof readSnapshot>;
  close(): void;
}

/** Which program writes: another release may mean something else by the same bytes. */
export const programVersion: string = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
).version;

/** Null: there is no such file. @throws what the file system throws for other reasons */
export function openSnapshot(file: string): OpenSnapshot | Unfit | null {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const stored = bytesOf(descriptor);
  const head = snapshotHead(stored, sha256);
  if ('unfit' in head || head.madeBy !== programVersion) {
    closeSync(descriptor);
    return 'unfit' in head ? head : { unfit: `it is of version ${head.madeBy}, this is ${programVersion}` };
  }
  return {
    head,
    read: (source) => readSnapshot(stored, source, sha256),
    close: () => closeSync(descriptor),
  };
}

function bytesOf(descriptor: number): StoredBytes {
  return {
    size: fstatSync(descriptor).size,
    read(at, into) {
      for (let filled = 0; filled < into.length; ) {
        const count = readSync(descriptor, into, filled, into.length - filled, at + filled);
        if (count === 0) throw new Error('the file became shorter while it was read');
        filled += count;
      }
    },
  };
}

/**
 * Writes beside the file and then takes its place, so there is a whole one or none. Between two turns readers are answered.
 * @returns bytes written; null when `signal` ended it
 * @throws what the file system throws; nothing is left then
 */
export async function writeSnapshotFile(
  file: string,
  timeline: Timeline,
  hash: string,
  signal: AbortSignal,
): Promise<number | null> {
  await removeDrafts(file);
  const draft = `${file}${DRAFT}${randomUUID()}`;
  try {
    const handle = await open(draft, 'wx');
    let size = 0;
    try {
      const slices = writeSnapshot(timeline, { hash, madeBy: programVersion }, sha256);
      let unsynced = 0;
      for (;;) {
        await ownTurn();
        const { bytes, isLast } = turnOf(slices);
        if (signal.aborted) return null;
        await handle.writeFile(bytes);
        size += bytes.length;
        unsynced += bytes.length;
        if (unsynced < BYTES_PER_SYNC && !isLast) continue;
        await handle.datasync();
        unsynced = 0;
        if (isLast) break;
      }
    } finally {
      await handle.close();
    }
    await rename(draft, file);
    return size;
  } finally {
    await rm(draft, { force: true });
  }
}

/** What one turn makes. */
function turnOf(slices: Iterator<Uint8Array>): { readonly bytes: Uint8Array; readonly isLast: boolean } {
  const until = performance.now() + TURN_MILLISECONDS;
  const parts: Uint8Array[] = [];
  for (let size = 0; size < BYTES_PER_WRITE && performance.now() < until; ) {
    const step = slices.next();
    if (step.done) return { bytes: Buffer.concat(parts), isLast: true };
    parts.push(step.value);
    size += step.value.length;
  }
  return { bytes: Buffer.concat(parts), isLast: false };
}

const DRAFT = '.new-';

/** A program that was killed while it wrote has left its draft; what another is writing just now it writes again. */
async function removeDrafts(file: string): Promise<void> {
  const folder = dirname(file);
  for (const name of await readdir(folder))
    if (name.startsWith(`${basename(file)}${DRAFT}`)) await rm(join(folder, name), { force: true });
}

/** The timeline of an open snapshot, a slice a turn. Null when `signal` ended it. */
export const readInTurns = (
  { read }: OpenSnapshot,
  source: RecordSource,
  milliseconds: number,
  signal: AbortSignal,
): Promise<Timeline | Unfit | null> => inTurns(read(source), milliseconds, signal);
