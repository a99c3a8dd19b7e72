import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { StoreDamaged, StoreUnavailable } from '../errors.js';
import type { VerifyReport } from '../port.js';
import { COMPANIONS, syncFolder } from './file-names.js';
import { inspect } from './inspect.js';
import { openLogFile } from './log-file.js';
import { fromSqlite } from './sqlite-error.js';

const PAGES_BETWEEN_PAUSES = 2_000;

/** How a log is copied to a file. */
export interface BackupOptions {
  /** Take the place of a file that is there. Default: refuse. */
  readonly replace?: boolean;
  readonly onProgress?: (donePages: number, ofPages: number) => void;
}

/**
 * Copies a log as it stands at one moment while others go on writing, verifies the copy, and only then gives it its name.
 * @throws StoreUnavailable when there is no log, the copy's name is taken, or the disk refuses; StoreDamaged when the copy does not verify.
 */
export async function backUpLog(
  from: string,
  to: string,
  { replace = false, onProgress }: BackupOptions = {},
): Promise<VerifyReport> {
  const source = requireLog(from);
  const target = resolve(to);
  if (source === target)
    throw new StoreUnavailable(`${target} is the log itself; name another file for the backup.`);
  if (existsSync(target) && !replace)
    throw new StoreUnavailable(
      `${target} is there already; name another file, or say --replace to give it up.`,
    );
  return throughDraft(target, async (draft) => {
    const { database } = openLogFile(source, 5_000);
    try {
      // A read transaction held over the copy: appends of others neither wait for it nor make it begin anew.
      database.exec('BEGIN');
      database.prepare('SELECT position FROM head').get();
      await backup(database, draft, {
        rate: PAGES_BETWEEN_PAUSES,
        progress: ({ totalPages, remainingPages }) => onProgress?.(totalPages - remainingPages, totalPages),
      });
    } catch (error) {
      throw fromSqlite(error, source);
    } finally {
      database.close();
    }
    const report = await verified(draft, source);
    moveOver(draft, target);
    return report;
  });
}

/**
 * Puts a verified copy of `backupFile` in the place of a log. The log that was there is kept beside it under `kept`.
 * @throws StoreUnavailable when the backup is missing, a log is there and `replace` is not set, or a program has it open.
 * @throws StoreDamaged when the backup does not verify; then nothing was changed.
 */
export async function restoreLog(
  backupFile: string,
  to: string,
  { replace = false }: { readonly replace?: boolean } = {},
): Promise<VerifyReport & { readonly kept: string | null }> {
  const source = requireLog(backupFile);
  const target = resolve(to);
  if (source === target)
    throw new StoreUnavailable(`${target} is the log itself; name the backup to restore from.`);
  const there = [target, ...COMPANIONS.map((end) => target + end)].some((file) => existsSync(file));
  if (there && !replace)
    throw new StoreUnavailable(
      `${target} is there already; say --replace to restore over it. It is kept beside the restored one.`,
    );
  return throughDraft(target, async (draft) => {
    await backUpLog(source, draft);
    const report = await verified(draft, source);
    const kept = there ? setAside(target) : null;
    moveOver(draft, target);
    return { ...report, kept };
  });
}

function requireLog(path: string): string {
  const file = resolve(path);
  if (!existsSync(file)) throw new StoreUnavailable(`${file} is not there; name a file that holds a log.`);
  return file;
}

/** Works on a file of its own beside the target, so that a half-made one is never taken for whole. */
async function throughDraft<T>(target: string, act: (draft: string) => Promise<T>): Promise<T> {
  const draft = `${target}.new-${randomUUID()}`;
  mkdirSync(dirname(target), { recursive: true });
  try {
    return await act(draft);
  } finally {
    for (const end of ['', ...COMPANIONS]) rmSync(draft + end, { force: true });
  }
}

async function verified(copy: string, source: string): Promise<VerifyReport> {
  const { database } = openLogFile(copy, 5_000);
  try {
    const report = await inspect(database);
    if (report.damage === null) return report;
    throw new StoreDamaged(source, report.damage.position, report.damage.reason);
  } finally {
    database.close();
  }
}

function moveOver(draft: string, target: string): void {
  renameSync(draft, target);
  syncFolder(dirname(target));
}

/** The old file stays in place too until the new one is moved over it: a stop in between leaves a log there. */
function setAside(target: string): string {
  if (existsSync(target)) requireAlone(target);
  const kept = `${target}.before-restore-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  for (const end of COMPANIONS) if (existsSync(target + end)) renameSync(target + end, kept + end);
  if (!existsSync(target)) return kept;
  try {
    linkSync(target, kept);
  } catch {
    // Some file systems have no hard links.
    copyFileSync(target, kept);
  }
  return kept;
}

/** Only a database that nobody else has open can leave the write-ahead mode; what waits there is then in the file itself. */
function requireAlone(file: string): void {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: 1_000 });
    database.prepare('PRAGMA journal_mode = DELETE').get();
  } catch (error) {
    const fault = fromSqlite(error, file);
    if (fault instanceof StoreUnavailable)
      throw new StoreUnavailable(
        `${file} is open in another program, or cannot be written; stop the API, then restore.`,
        { cause: error },
      );
    // Damage is why it is replaced.
    if (!(fault instanceof StoreDamaged)) throw fault;
  } finally {
    database?.close();
  }
}
