import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openSqliteEventStore, SqliteEventStore, type StoredEvent } from '../src/index.js';
import { openLogFile, requireDurability } from '../src/sqlite/log-file.js';
import { scratchFolder } from './scratch-folder.js';
import { patienceMs, report, seeded, trialSeed, trialsOf } from './seeded.js';

const FULL_DISKS = trialsOf(5, 200);
const APPENDS = trialsOf(1_000, 100_000);
const folder = scratchFolder();
const open = (file: string): Promise<SqliteEventStore<StoredEvent>> =>
  openSqliteEventStore<StoredEvent>({ file });
const one = (id: string, text = '') => [{ stream: id, events: [{ id, text }], expected: 'none' as const }];

describe('a log in a file', () => {
  it('is there again after reopening: records, head, and what was acknowledged', async () => {
    const file = join(folder, 'new', 'folders', 'log.db');
    const before = await open(file);
    const writes = [
      { stream: 'a', events: [{ id: '1', text: '関税' }, { id: '2' }], expected: 'none' as const },
    ];
    const receipt = await before.append(writes, { actor: 'editor-7', idempotencyKey: 'form-1' });
    const { events } = await before.read('a');
    await before.close();

    const after = await open(file);
    expect((await after.read('a')).events).toEqual(events);
    expect(await after.append(writes)).toEqual({ ...receipt, repeated: true });
    await expect(after.append(one('other'), { idempotencyKey: 'form-1' })).rejects.toMatchObject({
      reason: 'KEY_REUSED',
    });
    expect(await after.append(one('3'))).toMatchObject({ position: 2 });
    expect(await after.verify()).toMatchObject({ intact: true, records: 3 });
    await after.close();
    expect(readdirSync(join(folder, 'new', 'folders'))).toEqual(['log.db']);
  });

  it('syncs before it acknowledges: WAL and synchronous=FULL on the open database', () => {
    const { database } = openLogFile(join(folder, 'settings.db'), 5_000);
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(database.prepare('PRAGMA busy_timeout').get()).toEqual({ timeout: 5_000 });
    database.close();
  });

  it('refuses a database that cannot keep those settings', () => {
    const database = new DatabaseSync(':memory:');
    expect(() => requireDurability(database, 'log.db')).toThrow('an acknowledgement needs wal and 2 (FULL)');
    database.close();
  });

  it('has strict tables, and guards that keep records as they are', async () => {
    const file = join(folder, 'strict.db');
    const store = await open(file);
    await store.append(one('1'));
    await store.close();
    const database = new DatabaseSync(file);
    expect(
      database
        .prepare("SELECT name, strict FROM pragma_table_list WHERE name IN ('record', 'head') ORDER BY name")
        .all(),
    ).toEqual([
      { name: 'head', strict: 1 },
      { name: 'record', strict: 1 },
    ]);
    expect(() => database.exec("UPDATE record SET actor = 'x'")).toThrow('records are never changed');
    expect(() => database.exec('DELETE FROM record')).toThrow('records are never deleted');
    const copy =
      'INSERT INTO record SELECT position + ?, stream || ?, revision, event_id || ?, body, recorded_at, actor, idempotency_key, previous_hash, hash FROM record';
    expect(() => database.prepare(copy).run(0, 'x', 'x')).toThrow('record.position');
    expect(() => database.prepare(copy).run(1, '', 'x')).toThrow('record.stream, record.revision');
    expect(() => database.prepare(copy).run(1, 'x', '')).toThrow('record.event_id');
    database.close();
  });

  it('refuses the file of a newer program', async () => {
    const file = join(folder, 'newer.db');
    await (await open(file)).close();
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 2');
    database.close();
    await expect(open(file)).rejects.toThrow(
      'has schema version 2; this program knows up to 1. Open it with the newer program',
    );
  });

  it('says what is wrong with a folder that cannot be written to', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const file = join(folder, 'a-file', 'log.db');
    await expect(open(file)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining(`${file} cannot be made or opened`),
    });
    await expect(open(folder)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  it('says so when another process keeps the write lock, and goes on when it lets go', async () => {
    const file = join(folder, 'locked.db');
    const store = await openSqliteEventStore<StoredEvent>({ file, busyTimeoutMs: 20 });
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.append(one('1'))).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('write lock'),
    });
    expect((await store.head()).position).toBe(-1);
    other.exec('ROLLBACK');
    expect(await store.append(one('1'))).toMatchObject({ position: 0, repeated: false });
    other.close();
    await store.close();
  });

  it('acknowledges nothing on a full disk, loses nothing, and recovers when there is room', async () => {
    const logFile = openLogFile(join(folder, 'full.db'), 5_000);
    const store = new SqliteEventStore<StoredEvent>(logFile, null);
    await store.append(one('before'));
    const { page_count } = logFile.database.prepare('PRAGMA page_count').get() as { page_count: number };
    for (let trial = 0; trial < FULL_DISKS; trial += 1) {
      // To SQLite a full disk and a full page budget are one error.
      logFile.database.exec(`PRAGMA max_page_count = ${page_count + (trial % 50)}`);
      await expect(store.append(one(`big-${trial}`, 'x'.repeat(500_000)))).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringContaining('the disk is full'),
      });
      expect((await store.head()).position).toBe(0);
    }
    logFile.database.exec('PRAGMA max_page_count = 1000000');
    expect(await store.append(one('big-0', 'x'.repeat(500_000)))).toMatchObject({
      position: 1,
      repeated: false,
    });
    expect(await store.verify()).toMatchObject({ intact: true, records: 2 });
    report(4, 'full disk', 0, 0, FULL_DISKS);
    await store.close();
  });

  it('of appends that share a sync refuses the one with a known id, and keeps the others', async () => {
    const log = await open(join(folder, 'known-id.db'));
    const first = await log.append(one('known'));
    const elsewhere = [
      { stream: 'elsewhere', events: [{ id: 'new' }, { id: 'known' }], expected: 'none' as const },
    ];
    const together = [one('before'), elsewhere, one('known'), one('after')].map((writes) =>
      log.append(writes),
    );
    expect(await Promise.allSettled(together)).toMatchObject([
      { value: { position: 1 } },
      { reason: { code: 'IDEMPOTENCY_CONFLICT', reason: 'OTHER_BODY' } },
      { value: { ...first, repeated: true } },
      { value: { position: 2 } },
    ]);
    expect(await log.verify()).toMatchObject({ intact: true, records: 3 });
    await log.close();
  });

  it('has no duplicate after many appends of which a third are retries, across restarts', {
    timeout: patienceMs(30_000),
  }, async () => {
    const seed = trialSeed();
    const random = seeded(seed);
    const file = join(folder, 'retries.db');
    let store = await open(file);
    const receipts: Awaited<ReturnType<typeof store.append>>[] = [];
    let failures = 0;
    for (let i = 0; i < APPENDS; i += 1) {
      if (i % (APPENDS / 10) === APPENDS / 10 - 1) {
        await store.close();
        store = await open(file);
      }
      const retry = receipts.length > 0 && random(10) < 3 ? random(receipts.length) : null;
      const receipt = await store.append(one(`n${retry ?? receipts.length}`));
      if (retry === null) receipts.push(receipt);
      else if (JSON.stringify(receipt) !== JSON.stringify({ ...receipts[retry], repeated: true }))
        failures += 1;
      const other = await store
        .append(one(`n${random(receipts.length)}`, 'other body'))
        .catch((e: unknown) => (e as { code: string }).code);
      if (other !== 'IDEMPOTENCY_CONFLICT') failures += 1;
    }
    report(5, 'duplicate appends', seed, failures, APPENDS);
    expect(failures).toBe(0);
    expect((await store.head()).position).toBe(receipts.length - 1);
    await store.close();
  });
});
