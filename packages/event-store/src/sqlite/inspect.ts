import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { Chain } from '../chain.js';
import type { Head, VerifyReport } from '../port.js';
import { logRowOf, ROW } from './schema.js';
import { meansDamage } from './sqlite-error.js';

const ROWS_BETWEEN_PAUSES = 2_000;

/**
 * Walks every record and has SQLite check its pages and indexes.
 * The table is read by position alone, so a hurt index cannot hide a record from the walk.
 */
export async function inspect(database: DatabaseSync): Promise<VerifyReport> {
  const chain = new Chain();
  const damagedHere = (reason: string): VerifyReport =>
    report(chain, { position: chain.head.position + 1, reason });
  try {
    const head = readHeadIfReadable(database);
    const after = database.prepare(
      `SELECT ${ROW} FROM record NOT INDEXED WHERE position > ? ORDER BY position LIMIT ${ROWS_BETWEEN_PAUSES}`,
    );
    for (let more = true; more; await setImmediate()) {
      more = false;
      for (const row of after.iterate(chain.head.position)) {
        more = true;
        const fault = chain.take(logRowOf(row));
        if (fault !== null) return damagedHere(fault);
        if (chain.head.position === head?.position && chain.head.hash !== head.hash)
          return damagedHere('the last record is not the one that the anchor names');
      }
    }
    if (head === undefined)
      return damagedHere('the anchor of the head is gone, so what came after cannot be known');
    // Others may append during the walk: more records than the anchor said are fine, fewer are a loss.
    if (chain.head.position < head.position)
      return damagedHere(
        `records up to ${head.position} were written, the last one found is ${chain.head.position}`,
      );

    const anchorNow = readHead(database)?.position ?? -1;
    if (anchorNow < chain.head.position)
      return report(chain, {
        position: anchorNow + 1,
        reason: 'the anchor of the head stands before the last record',
      });

    const complaint = firstComplaint(database, 'integrity_check');
    return report(chain, complaint === null ? null : { position: null, reason: complaint });
  } catch (error) {
    if (!(error instanceof Error && 'errcode' in error)) throw error;
    return damagedHere(error.message);
  }
}

/** `quick_check` skips the comparison of indexes with their table: for logs too long for the whole walk at start. */
export function firstComplaint(
  database: DatabaseSync,
  check: 'integrity_check' | 'quick_check',
): string | null {
  const answer = database.prepare(`PRAGMA ${check}(1)`).get();
  const text = String(Object.values(answer ?? {})[0] ?? 'no answer').trim();
  return text === 'ok' ? null : text.replaceAll(/\s+/g, ' ');
}

/** What the anchor says; `undefined` when it is gone or holds what no program wrote. */
export function readHead(database: DatabaseSync): Head | undefined {
  return wholeHead(database.prepare(HEAD).get());
}

/** The query of the anchor, whose row goes to `wholeHead`. */
export const HEAD = 'SELECT position, hash FROM head WHERE one = 1';

/** @see readHead */
export function wholeHead(row: unknown): Head | undefined {
  const head = row as Partial<Head> | undefined;
  const whole =
    Number.isSafeInteger(head?.position) && (head?.position ?? -2) >= -1 && typeof head?.hash === 'string';
  return whole ? (head as Head) : undefined;
}

function readHeadIfReadable(database: DatabaseSync): Head | undefined {
  try {
    return readHead(database);
  } catch (error) {
    if (meansDamage(error)) return undefined;
    throw error;
  }
}

function report(chain: Chain, damage: VerifyReport['damage']): VerifyReport {
  return { intact: damage === null, records: chain.head.position + 1, head: chain.head, damage };
}
