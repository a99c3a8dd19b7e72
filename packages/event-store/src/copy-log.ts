import { setImmediate } from 'node:timers/promises';
import { Chain } from './chain.js';
import { StoreDamaged, StoreUnavailable } from './errors.js';
import { isLedgerUrl } from './kurrent/connection.js';
import { openLedgerRows } from './kurrent/ledger-rows.js';
import type { VerifyReport } from './port.js';
import type { LogRow } from './record.js';
import type { RowLog } from './row-log.js';
import { openFileRows } from './sqlite/file-rows.js';

/** How far a copy is. */
export interface CopyProgress {
  /** Records in the target so far. */
  readonly done: number;
  /** Records in the source. */
  readonly of: number;
}

/** The verified target of a copy. */
export interface CopyReport extends VerifyReport {
  /** Records that an earlier copy had brought. */
  readonly resumedAt: number;
  /** The two logs for people, without secrets. */
  readonly name: { readonly from: string; readonly to: string };
}

/**
 * Opens the log at an address: `kurrentdb://…`, or else the path of an SQLite file.
 * @throws StoreUnavailable, StoreDamaged, InvalidInput for an address that is none.
 */
export async function openRowLog(address: string, { mustExist }: { mustExist: boolean }): Promise<RowLog> {
  return isLedgerUrl(address) ? openLedgerRows(address) : openFileRows(address, mustExist);
}

/**
 * Copies every record of the log at `from` into the one at `to`, with its position, instant, actor, key and hash.
 * Begins where an earlier copy ended, after holding what is there against the source; verifies the whole target at the end.
 *
 * @throws StoreUnavailable when there is no source or the target holds another log; StoreDamaged when either is hurt.
 */
export async function copyLog(
  from: string,
  to: string,
  onProgress: (progress: CopyProgress) => void = () => undefined,
): Promise<CopyReport> {
  const source = await openRowLog(from, { mustExist: true });
  try {
    const target = await openRowLog(to, { mustExist: false });
    try {
      if (source.name === target.name)
        throw new StoreUnavailable(`${source.name} cannot be copied onto itself; name another log.`);
      return await copyRows(source, target, onProgress);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyRows(
  source: RowLog,
  target: RowLog,
  onProgress: (progress: CopyProgress) => void,
): Promise<CopyReport> {
  const of = (await source.head()).position + 1;
  const resumedAt = (await target.head()).position + 1;
  if (resumedAt > of)
    throw new StoreUnavailable(
      `${target.name} holds ${resumedAt} records, ${source.name} only ${of}; name an empty target, or the other way round.`,
    );
  const chain = new Chain();
  for (let next = 0; next < of; await setImmediate()) {
    const rows = await source.page(next, next < resumedAt ? resumedAt : of);
    for (const row of rows) {
      const fault = chain.take(row);
      if (fault !== null) throw new StoreDamaged(source.name, chain.head.position + 1, fault);
    }
    if (rows.length === 0)
      throw new StoreDamaged(source.name, next, 'the record is missing, though there are later ones');
    if (next < resumedAt) await requireSame(rows, source, target);
    else await target.insert(rows);
    next += rows.length;
    onProgress({ done: next, of });
  }
  const report = await target.verify();
  if (report.damage !== null)
    throw new StoreDamaged(target.name, report.damage.position, report.damage.reason);
  if (report.head.hash !== chain.head.hash)
    throw new StoreUnavailable(`${target.name} was written to by another program during the copy.`);
  return { ...report, resumedAt, name: { from: source.name, to: target.name } };
}

async function requireSame(given: readonly LogRow[], source: RowLog, target: RowLog): Promise<void> {
  let there: LogRow[] = [];
  for (const row of given) {
    if (there.length === 0) there = [...(await target.page(row.position, row.position + given.length))];
    const same = there.shift();
    if (same?.hash === row.hash && same.idempotencyKey === row.idempotencyKey) continue;
    throw new StoreUnavailable(
      `${target.name} is not a copy of ${source.name}: they differ at position ${row.position}; name an empty target.`,
    );
  }
}
