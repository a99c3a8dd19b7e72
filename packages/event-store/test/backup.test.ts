import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { backUpLog, copyLog, openSqliteEventStore, restoreLog, type StoredEvent } from '../src/index.js';
import { runScript } from './child-process.js';
import { scratchFolder } from './scratch-folder.js';
import { patienceMs, report, trialsOf } from './seeded.js';

const COPIES = trialsOf(10, 200);
const folder = scratchFolder();

async function logOf(name: string, count: number): Promise<string> {
  const file = join(folder, name);
  const store = await openSqliteEventStore<StoredEvent>({ file });
  const events = Array.from({ length: count }, (_, i) => ({ id: `${name}/${i}`, text: 'x'.repeat(i % 200) }));
  await store.append([{ stream: 'a', events, expected: 'none' }], { actor: 'editor', idempotencyKey: name });
  await store.close();
  return file;
}

/** Changes one record behind the guards, as no store would. */
function tamper(file: string, position: number): void {
  const database = new DatabaseSync(file);
  const guards = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of guards) database.exec(`DROP TRIGGER ${String(name)}`);
  database.exec(`UPDATE record SET actor = 'somebody' WHERE position = ${position}`);
  for (const { sql } of guards) database.exec(String(sql));
  database.close();
}

describe('a backup', () => {
  it('taken while another process writes verifies and is the log as it stood', {
    timeout: patienceMs(60_000),
  }, async () => {
    const file = join(folder, 'written.db');
    const writer = runScript('./appending-writer.mjs', file, 'run');
    let acknowledged = -1;
    const lines = createInterface({ input: writer.stdout as NodeJS.ReadableStream });
    const begun = new Promise<void>((resolve) => lines.once('line', () => resolve()));
    lines.on('line', (line) => {
      acknowledged = Number(line.slice(line.lastIndexOf('@') + 1));
    });
    await begun;
    let failures = 0;
    const heads: { position: number; hash: string }[] = [];
    for (let trial = 0; trial < COPIES; trial += 1) {
      const before = acknowledged;
      const { head } = await backUpLog(file, join(folder, 'copy.db'), { replace: true });
      if (head.position < before) failures += 1;
      heads.push(head);
    }
    const exited = new Promise<void>((resolve) => writer.once('close', () => resolve()));
    writer.kill('SIGKILL');
    await exited;
    const store = await openSqliteEventStore<StoredEvent>({ file });
    const hashes: string[] = [];
    for await (const { hash } of store.readAll(0)) hashes.push(hash);
    failures += heads.filter(({ position, hash }) => hashes[position] !== hash).length;
    await store.close();
    report(17, `backups of a log of up to ${hashes.length} records`, 0, failures, COPIES);
    expect(failures).toBe(0);
    expect(heads.at(-1)?.position).toBeGreaterThan(heads[0]?.position ?? 0);
  });

  it('is not made of a damaged log, and leaves nothing half-made', async () => {
    const file = await logOf('hurt.db', 50);
    tamper(file, 20);
    await expect(backUpLog(file, join(folder, 'of-hurt.db'))).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      file,
      position: 20,
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('of-hurt'))).toEqual([]);
  });

  it('takes no name that is in use unless told to', async () => {
    const file = await logOf('named.db', 3);
    const to = join(folder, 'taken.db');
    writeFileSync(to, 'mine');
    await expect(backUpLog(file, to)).rejects.toThrow(
      'is there already; name another file, or say --replace',
    );
    expect(await backUpLog(file, to, { replace: true })).toMatchObject({ intact: true, records: 3 });
    await expect(backUpLog(join(folder, 'nowhere.db'), to)).rejects.toThrow('nowhere.db is not there');
  });
});

describe('a restore', () => {
  it('puts the backup in the place of a damaged log and keeps the damaged one', async () => {
    const file = await logOf('log.db', 50);
    const saved = join(folder, 'saved.db');
    await backUpLog(file, saved);
    tamper(file, 20);
    await expect(restoreLog(saved, file)).rejects.toThrow('say --replace to restore over it');
    const { records, kept } = await restoreLog(saved, file, { replace: true });
    expect(records).toBe(50);
    const store = await openSqliteEventStore<StoredEvent>({ file });
    expect(store.damage).toBeNull();
    await store.close();
    const old = await openSqliteEventStore<StoredEvent>({ file: kept ?? '' });
    expect(old.damage).toMatchObject({ position: 20 });
    await old.close();
  });

  it('changes nothing when the backup is damaged', async () => {
    const file = await logOf('kept.db', 30);
    const saved = join(folder, 'bad-backup.db');
    copyFileSync(file, saved);
    tamper(saved, 7);
    await expect(restoreLog(saved, file, { replace: true })).rejects.toMatchObject({
      file: saved,
      position: 7,
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('kept.db'))).toEqual(['kept.db']);
  });

  it('does not pull a log from under a program that has it open', async () => {
    const file = await logOf('open.db', 5);
    const saved = join(folder, 'open-saved.db');
    await backUpLog(file, saved);
    const store = await openSqliteEventStore<StoredEvent>({ file });
    await store.append([{ stream: 'b', events: [{ id: 'later' }], expected: 'none' }]);
    await expect(restoreLog(saved, file, { replace: true })).rejects.toThrow('stop the API, then restore');
    expect((await store.head()).position).toBe(5);
    await store.close();
  });
});

describe('a copy of a log', () => {
  it('has the same records and goes on where it ended', async () => {
    const from = await logOf('from.db', 5_000);
    const to = join(folder, 'to.db');
    expect(await copyLog(from, to)).toMatchObject({ intact: true, records: 5_000, resumedAt: 0 });
    const store = await openSqliteEventStore<StoredEvent>({ file: from });
    await store.append([{ stream: 'b', events: [{ id: 'later' }], expected: 'none' }]);
    const { hash } = await store.head();
    await store.close();
    expect(await copyLog(from, to)).toMatchObject({ records: 5_001, resumedAt: 5_000, head: { hash } });
  });

  it('is refused into a log that holds something else', async () => {
    const from = await logOf('one.db', 3);
    const other = await logOf('other.db', 2);
    await expect(copyLog(from, other)).rejects.toThrow('they differ at position 0; name an empty target');
    await expect(copyLog(from, from)).rejects.toThrow('cannot be copied onto itself');
    expect(existsSync(join(folder, 'none.db'))).toBe(false);
    await expect(copyLog(join(folder, 'none.db'), other)).rejects.toThrow('none.db is not there');
  });
});
