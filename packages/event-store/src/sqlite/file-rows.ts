import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { StoreUnavailable } from '../errors.js';
import type { LogRow } from '../record.js';
import type { RowLog } from '../row-log.js';
import { inspect } from './inspect.js';
import { openLogFile } from './log-file.js';
import { RowStatements } from './row-statements.js';
import { fromSqlite } from './sqlite-error.js';

const ROWS_PER_TRANSACTION = 2_000;

/** A log in an SQLite file as rows. @throws StoreUnavailable when it must exist and does not, or cannot be opened; StoreDamaged. */
export function openFileRows(path: string, mustExist: boolean): RowLog {
  if (mustExist && !existsSync(path))
    throw new StoreUnavailable(`${resolve(path)} is not there; name a file that holds a log.`);
  const { file, database } = openLogFile(path, 5_000);
  const rows = new RowStatements(file, database);
  const trying = async <T>(act: () => T | Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      throw fromSqlite(error, file);
    }
  };
  return {
    name: file,
    head: () => trying(() => rows.view().head),
    page: (from, until) => trying(() => pageOf(rows, from, until)),
    insert: (given) => trying(() => insert(database, rows, given)),
    verify: () => trying(() => inspect(database)),
    async close() {
      database.close();
    },
  };
}

/** Up to 2000 rows from `from`, all before `until`. */
function pageOf(statements: RowStatements, from: number, until: number): readonly LogRow[] {
  const rows: LogRow[] = [];
  for (const row of statements.from(from)) {
    if (row.position >= until) break;
    rows.push(row);
    if (rows.length === ROWS_PER_TRANSACTION) break;
  }
  return rows;
}

function insert(
  database: ReturnType<typeof openLogFile>['database'],
  target: RowStatements,
  rows: readonly LogRow[],
): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const { head } = target.view();
    if (head.position + 1 !== rows[0]?.position || head.hash !== rows[0].previousHash)
      throw new StoreUnavailable('Another program writes to the target; copy into a log of its own.');
    target.insert(rows);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
