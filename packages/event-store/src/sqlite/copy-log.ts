import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Chain } from '../chain.js';
import { StoreDamaged, StoreUnavailable } from '../errors.js';
import type { VerifyReport } from '../port.js';
import type { LogRow } from '../record.js';
import { inspect } from './inspect.js';
import { openLogFile } from './log-file.js';
import { RowStatements } from './row-statements.js';
import { fromSqlite } from './sqlite-error.js';

const ROWS_PER_TRANSACTION = 2_000;

export interface CopyProgress {
  /** Records in the target so far. */
  readonly done: number;
  /** Records in the source. */
  readonly of: number;
}

/**
 * Copies every record of the log in `from` into the one in `to`, with its position, instant, actor, key and hash.
 * Begins where an earlier copy ended, after holding what is there against the source; verifies the whole target at the end.
 *
 * @throws StoreUnavailable when there is no source or the target holds another log; StoreDamaged when either is hurt.
 */
export async function copyLog(
  from: string,
  to: string,
  onProgress: (progress: CopyProgress) => void = () => undefined,
): Promise<VerifyReport & { readonly resumedAt: number }> {
  if (!existsSync(from))
    throw new StoreUnavailable(`${resolve(from)} is not there; name a file that holds a log.`);
  if (resolve(from) === resolve(to))
    throw new StoreUnavailable(`${resolve(from)} cannot be copied onto itself; name another file.`);
  const source = openLogFile(from, 5_000);
  try {
    const target = openLogFile(to, 5_000);
    try {
      const given = new RowStatements(source.file, source.database);
      const taken = new RowStatements(target.file, target.database);
      const of = given.view().head.position + 1;
      const resumedAt = taken.view().head.position + 1;
      if (resumedAt > of)
        throw new StoreUnavailable(
          `${target.file} holds ${resumedAt} records, ${source.file} only ${of}; name an empty target, or the other way round.`,
        );
      const chain = new Chain();
      for (let next = 0; next < of; await setImmediate()) {
        const rows = next < resumedAt ? pageOf(given, next, resumedAt) : pageOf(given, next, of);
        for (const row of rows) {
          const fault = chain.take(row);
          if (fault !== null) throw new StoreDamaged(source.file, chain.head.position + 1, fault);
        }
        if (rows.length === 0)
          throw new StoreDamaged(
            source.file,
            next,
            'the record is missing, though the anchor names later ones',
          );
        if (next < resumedAt) requireSame(rows, pageOf(taken, next, resumedAt), source.file, target.file);
        else insert(target.database, taken, rows);
        next += rows.length;
        onProgress({ done: next, of });
      }
      const report = await inspect(target.database);
      if (report.damage !== null)
        throw new StoreDamaged(target.file, report.damage.position, report.damage.reason);
      if (report.head.hash !== chain.head.hash)
        throw new StoreUnavailable(`${target.file} was written to by another program during the copy.`);
      return { ...report, resumedAt };
    } catch (error) {
      throw fromSqlite(error, target.file);
    } finally {
      target.database.close();
    }
  } finally {
    source.database.close();
  }
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

function requireSame(
  given: readonly LogRow[],
  taken: readonly LogRow[],
  source: string,
  target: string,
): void {
  given.forEach((row, i) => {
    const there = taken[i];
    if (there?.hash === row.hash && there.idempotencyKey === row.idempotencyKey) return;
    throw new StoreUnavailable(
      `${target} is not a copy of ${source}: they differ at position ${row.position}; name an empty target.`,
    );
  });
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
