import { randomUUID } from 'node:crypto';
import { constants, copyFileSync, existsSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreDamaged, StoreUnavailable } from '../errors.js';
import { GENESIS_HASH } from '../record.js';
import { syncFolder } from './file-names.js';
import { SCHEMA, SCHEMA_VERSION } from './schema.js';
import { fromSqlite } from './sqlite-error.js';

/**
 * What does not touch durability. Ids are random, so each append lands on other pages of their index: a cache that holds
 * the busy ones, and a write-ahead log of up to 16 MB before it is folded in, write each page once where the defaults
 * (2 MB, 4 MB) write it several times.
 */
const WORKING_SETTINGS = 'PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000';

export interface LogFile {
  /** Absolute path. */
  readonly file: string;
  readonly database: DatabaseSync;
}

/**
 * Opens the file, making it and its folder when there is none, and checks that an acknowledgement will mean "on the disk".
 * @throws StoreUnavailable when it cannot be opened, is no event log, is of a newer program, or refuses the durable settings.
 * @throws StoreDamaged when it is no database, empty, without the table of records, or gone while its write-ahead log is still there.
 */
export function openLogFile(path: string, busyTimeoutMs: number): LogFile {
  const file = resolve(path);
  let database: DatabaseSync | undefined;
  try {
    if (!existsSync(file)) create(file);
    // A new log is moved into place complete, so an empty file is never one that was just begun.
    if (statSync(file).size === 0) throw new StoreDamaged(file, 0, 'the file is empty');
    database = new DatabaseSync(file, { timeout: busyTimeoutMs });
    requireDurability(database, file);
    database.exec(WORKING_SETTINGS);
    requireSchema(database, file);
    return { file, database };
  } catch (error) {
    database?.close();
    throw asStoreError(error, file);
  }
}

/** @throws StoreUnavailable unless the open database syncs its log before each commit returns. */
export function requireDurability(database: DatabaseSync, file: string): void {
  // fullfsync: on macOS a plain fsync stops at the drive's cache. Elsewhere it changes nothing.
  database.exec(
    'PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON',
  );
  const { journal_mode } = database.prepare('PRAGMA journal_mode = WAL').get() as { journal_mode: string };
  const { synchronous } = database.prepare('PRAGMA synchronous').get() as { synchronous: number };
  if (journal_mode === 'wal' && synchronous === 2) return;
  throw new StoreUnavailable(
    `${file}: the database keeps journal_mode=${journal_mode}, synchronous=${synchronous}, but an acknowledgement needs wal and 2 (FULL). ` +
      'Put the file on a local disk that supports shared memory files.',
  );
}

function requireSchema(database: DatabaseSync, file: string): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  const found = database
    .prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL')
    .all()
    .map(({ sql }) => sql);
  if (version > SCHEMA_VERSION) {
    throw new StoreUnavailable(
      `${file} has schema version ${version}; this program knows up to ${SCHEMA_VERSION}. Open it with the newer program that wrote it.`,
    );
  }
  if (!found.includes(SCHEMA[0] ?? '') && version !== SCHEMA_VERSION) {
    throw new StoreUnavailable(`${file} is an SQLite database but not an event log; name another file.`);
  }
  if (
    version !== SCHEMA_VERSION ||
    found.length !== SCHEMA.length ||
    !SCHEMA.every((sql) => found.includes(sql))
  ) {
    throw new StoreDamaged(file, 0, `its schema (version ${version}) is not the one that was written`);
  }
}

/** Makes the new log beside its place and moves it there whole: whoever sees the file sees a complete one, whatever kills us in between. */
function create(file: string): void {
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0) {
    throw new StoreDamaged(file, 0, 'the file is gone but its write-ahead log (-wal) is still there');
  }
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.new-${randomUUID()}`;
  try {
    const database = new DatabaseSync(draft);
    try {
      requireDurability(database, draft);
      database.exec(
        `BEGIN; ${SCHEMA.join(';\n')}; INSERT INTO head VALUES (1, -1, '${GENESIS_HASH}'); PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`,
      );
    } finally {
      database.close();
    }
    moveUnlessThere(draft, file);
    syncFolder(folder);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Another process may have made the log meanwhile; then theirs stands. */
function moveUnlessThere(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    // Some file systems have no hard links.
    if (!existsSync(file)) copyFileSync(draft, file, constants.COPYFILE_EXCL);
  }
}

function asStoreError(error: unknown, file: string): unknown {
  const code = codeOf(error);
  const fromFileSystem = error instanceof Error && 'syscall' in error;
  if (!fromFileSystem) return fromSqlite(error, file, 0);
  return new StoreUnavailable(
    `${file} cannot be made or opened (${code}); name a file in a folder that this user may write to.`,
    { cause: error },
  );
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;
