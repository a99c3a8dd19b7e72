import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type StoredEventForm, viewOf, wholeState } from '@policy-timeline/domain';
import { realisticLog } from '@policy-timeline/domain/testing';
import { backUpLog, openSqliteEventStore, restoreLog } from '@policy-timeline/event-store';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Timelines } from '../timelines.js';
import { snapshotReport } from './snapshot-report.js';
import { Snapshots } from './snapshots.js';

const EVENTS = [...realisticLog({ events: 1_600, slots: 60 })].map(({ event }) => event);
const START = 1_000;

let folder: string;
let file: string;
let snapshot: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policy-snapshot-'));
  file = join(folder, 'log.sqlite');
  snapshot = `${file}.snapshot`;
  await append(0, START);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One stream, so that the log has the events in their order. */
async function append(from: number, until: number, into = file): Promise<void> {
  const store = await openSqliteEventStore<StoredEventForm>({ file: into });
  await store.append([
    { stream: 'all', events: EVENTS.slice(from, until), expected: from === 0 ? 'none' : from - 1 },
  ]);
  await store.close();
}

interface Told {
  readonly lines: readonly string[];
  readonly snapshotAt: number | null;
  readonly state: unknown;
}
/** Starts on the log, tells what it holds, and stops when nothing is being written any more. */
async function started({
  fewestEvents = 500,
  at = snapshot,
  appended = 0,
}: {
  fewestEvents?: number;
  at?: string;
  appended?: number;
} = {}): Promise<Told> {
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const log = await openSqliteEventStore<StoredEventForm>({ file });
  const timelines = Timelines.following(log, {
    say,
    recordsInMemory: 0,
    snapshots: new Snapshots(at, { say, fewestEvents, eventsBetween: 200 }),
  });
  await timelines.ready;
  const start = timelines.current.position + 1;
  for (let next = start; next < start + appended; next += 50) {
    const events = EVENTS.slice(next, next + 50);
    const { position } = await log.append([{ stream: 'all', events, expected: next - 1 }]);
    await timelines.waitFor(position);
  }
  await timelines.settled();
  const found = lines.find((line) => line.startsWith('Started from the snapshot'));
  const told = {
    lines,
    snapshotAt: Number(/position (\d+)/.exec(found ?? '')?.[1] ?? -1),
    state: stateOf(timelines),
  };
  timelines.stop();
  await timelines.settled();
  await log.close();
  return { ...told, snapshotAt: found === undefined ? null : told.snapshotAt };
}

/** What is answered, with what decides it. */
function stateOf({ current: { timeline, position, basis } }: Timelines) {
  const date = timeline.newestKnown;
  const views = [0, 2_000, 6_000].map((ago) => viewOf({ date, knownAt: (date - ago) as typeof date }));
  return {
    position,
    basis,
    readings: views.map((view) => timeline.state(view)),
    rows: views.map((view) => wholeState(timeline, view).length),
    events: [...timeline.record.events.values()].slice(-20),
  };
}

const fromTheLog = async () => (await started({ at: join(folder, 'none', 'x') })).state;

it('is written once a long log has been read, and saves the next start the reading of it', async () => {
  const first = await started();
  expect(first.snapshotAt).toBeNull();
  expect(first.lines.at(-1)).toMatch(/^A snapshot of position 999 is written: 1 MB in/);
  const second = await started();
  expect(second.lines).toEqual([
    expect.stringMatching(/^Started from the snapshot of position 999, then 0 events, in/),
  ]);
  expect(second.state).toEqual(first.state);
  expect(second.state).toEqual(await fromTheLog());
});

it('is followed by what was appended since, and written anew when that is much', async () => {
  await started();
  await append(START, START + 150);
  const few = await started();
  expect(few.lines).toEqual([expect.stringMatching(/position 999, then 150 events/)]);
  expect(few.state).toEqual(await fromTheLog());
  const more = await started({ appended: 200 });
  expect(more.lines.filter((line) => line.startsWith('A snapshot'))).toHaveLength(1);
  const last = await started();
  expect(last.snapshotAt).toBeGreaterThan(1_150);
  expect(last.state).toEqual(more.state);
  expect(last.state).toEqual(await fromTheLog());
});

it('is told of by whoever verifies the log: absent, fitting, hurt, or of another log', async () => {
  const report = () => snapshotReport(file, snapshot);
  expect(await report()).toMatch(/^There is no snapshot beside it/);
  await started();
  const backup = join(folder, 'backup.sqlite');
  await backUpLog(file, backup);
  await append(START, START + 100);
  expect(await report()).toBe(
    `The snapshot ${snapshot} fits: it is of position 999, and a start reads the 100 events behind it.`,
  );
  await started({ appended: 200 });
  await restoreLog(backup, file, { replace: true });
  expect(await report()).toMatch(/does not fit: it is of position \d{4}, and the log ends at 999/);

  await started();
  expect(await report()).toMatch(/fits: it is of position 999, and a start reads the 0 events/);
  const bytes = readFileSync(snapshot);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
  writeFileSync(snapshot, bytes);
  expect(await report()).toMatch(/does not fit: /);
  // It was looked at, and is as it was.
  expect(readFileSync(snapshot).equals(bytes)).toBe(true);
});

it('of a log that was put back to an older state is not used, and neither is that of another log', async () => {
  const backup = join(folder, 'backup.sqlite');
  await backUpLog(file, backup);
  await append(START, START + 100);
  await started();
  await restoreLog(backup, file, { replace: true });
  const older = await started();
  expect(older.lines[0]).toContain('it is of position 1099, and the log ends at 999');
  expect(older.state).toEqual(await fromTheLog());
  // Written anew for the log that there is now.
  expect((await started()).snapshotAt).toBe(999);

  // As many events as before, other ones.
  rmSync(file);
  for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
  const store = await openSqliteEventStore<StoredEventForm>({ file });
  await store.append([{ stream: 'all', events: EVENTS.slice(0, START + 50).toReversed(), expected: 'none' }]);
  await store.close();
  const other = await started();
  expect(other.lines[0]).toContain('the log has another record at position 999');
  expect(other.state).toEqual(await fromTheLog());
});

it('that is hurt, cut off or of another version is passed over with a word and written anew', async () => {
  await started();
  const whole = readFileSync(snapshot);
  const hurt = Buffer.from(whole);
  hurt[whole.length >> 1] = (hurt[whole.length >> 1] as number) ^ 4;
  const expected = await fromTheLog();
  for (const [bytes, reason] of [
    [hurt, 'does not match its checksums'],
    [whole.subarray(0, whole.length - 40), 'it ends too soon'],
    [Buffer.alloc(0), 'it ends too soon'],
    [Buffer.from('SQLite format 3'), 'it does not begin as a snapshot does'],
  ] as const) {
    writeFileSync(snapshot, bytes);
    const told = await started();
    expect(told.lines[0]).toContain(reason);
    expect(told.state).toEqual(expected);
    expect(readFileSync(snapshot).equals(whole)).toBe(true);
  }
});

it('is not needed: a folder that cannot be written to costs one line', async () => {
  mkdirSync(snapshot);
  const told = await started();
  expect(told.lines).toEqual([
    expect.stringContaining('is not used: EISDIR'),
    expect.stringMatching(/^No snapshot is written \(/),
  ]);
  expect(told.state).toEqual(await fromTheLog());
});

it('is not there for a short log', async () => {
  expect((await started({ fewestEvents: 5_000 })).lines).toEqual([]);
  expect(existsSync(snapshot)).toBe(false);
});

it('is not used for a damaged log, which is served up to the damage as ever', async () => {
  await started();
  const database = new DatabaseSync(file);
  database.exec('DROP TRIGGER record_is_never_changed');
  database.exec(`UPDATE record SET body = replace(body, '"en"', '"fr"') WHERE position = 700`);
  database.exec(
    "CREATE TRIGGER record_is_never_changed BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'records are never changed'); END",
  );
  database.close();
  const told = await started();
  expect(told.lines[0]).toContain('the log is damaged');
  expect(told.state).toMatchObject({ position: 699 });
});

it('leaves no draft behind when the server stops while it is written, nor one of a server that was killed', async () => {
  writeFileSync(`${snapshot}.new-killed`, 'half');
  const log = await openSqliteEventStore<StoredEventForm>({ file });
  const timelines = Timelines.following(log, {
    snapshots: new Snapshots(snapshot, { say: () => undefined, fewestEvents: 10, eventsBetween: 10 }),
  });
  await timelines.ready;
  timelines.stop();
  await timelines.settled();
  await log.close();
  expect(readdirSync(folder).filter((name) => name.includes('snapshot'))).toEqual([]);
  await started();
  expect(readdirSync(folder).filter((name) => name.includes('snapshot'))).toEqual(['log.sqlite.snapshot']);
});
