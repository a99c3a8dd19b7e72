import { StoreDamaged } from '../errors.js';
import type { StoredEvent } from '../port.js';
import { firstComplaint, inspect, readHead } from './inspect.js';
import { type LogFile, openLogFile } from './log-file.js';
import { RowStatements } from './row-statements.js';
import { fromSqlite, meansDamage } from './sqlite-error.js';
import { SqliteEventStore, type SqliteEventStoreOptions } from './sqlite-event-store.js';

/** Up to here the whole chain is walked at start: about half a second. */
const RECORDS_WALKED_AT_START = 100_000;

/**
 * Opens a log in an SQLite file and verifies it: pages, indexes and, up to 100,000 records, the whole chain.
 * Several processes may have one file open.
 *
 * A hurt log opens if its records can be reached at all: `damage` says where, reads serve what lies before, appends are refused.
 * @throws StoreUnavailable, StoreDamaged when nothing can be served; the sentence names the file.
 */
export async function openSqliteEventStore<E extends StoredEvent>(
  options: SqliteEventStoreOptions,
): Promise<SqliteEventStore<E>> {
  const logFile = openLogFile(options.file, options.busyTimeoutMs ?? 5_000);
  const { file, database } = logFile;
  try {
    const damage = await damageAtStart(logFile);
    return new SqliteEventStore<E>(logFile, damage, options);
  } catch (error) {
    database.close();
    throw fromSqlite(error, file, 0);
  }
}

async function damageAtStart({ file, database }: LogFile): Promise<StoreDamaged | null> {
  try {
    if ((readHead(database)?.position ?? -1) >= RECORDS_WALKED_AT_START) {
      const complaint = firstComplaint(database, 'quick_check');
      new RowStatements(file, database).view();
      return complaint === null ? null : new StoreDamaged(file, null, complaint);
    }
  } catch (error) {
    // Only the whole walk can say at which position.
    if (!meansDamage(error) && !(error instanceof StoreDamaged)) throw error;
  }
  const { damage } = await inspect(database);
  return damage === null ? null : new StoreDamaged(file, damage.position, damage.reason);
}
