import { randomUUID } from 'node:crypto';
import { Chain } from '../chain.js';
import { StoreDamaged, StoreUnavailable } from '../errors.js';
import { GENESIS_HASH, type LogRow } from '../record.js';
import type { RowLog } from '../row-log.js';
import { ledgerAddress } from './connection.js';
import type { Ledger } from './ledger.js';
import { openLedger } from './open-ledger.js';
import { Patience, patiently } from './patience.js';
import { readDense } from './read-dense.js';
import { reportOf, walkLedger } from './walk-ledger.js';

const CALL_TIMEOUT_MS = 10_000;
const PATIENCE_MS = 30_000;
const ROWS_READ = 2_000;
/** Well below the mebibyte that a server takes at once unless it is told otherwise; UTF-8 and what stands beside the body come on top. */
const CHARACTERS_PER_APPEND = 250_000;
const ROWS_PER_APPEND = 500;
const TRIES = 5;

/** A ledger in KurrentDB as rows. Waits half a minute for a server that is away. */
export async function openLedgerRows(url: string): Promise<RowLog> {
  const address = ledgerAddress(url);
  const { name } = address;
  const ledger = await openLedger(address, CALL_TIMEOUT_MS);
  const closing = new AbortController();
  const trying = <T>(ask: () => Promise<T>): Promise<T> =>
    patiently(new Patience(PATIENCE_MS), closing.signal, ask);
  return {
    name,
    head: () =>
      trying(async () => {
        const last = await ledger.last();
        if (last === null) return { position: -1, hash: GENESIS_HASH };
        if (last.row === null)
          throw new StoreDamaged(name, last.position, 'it was not written by this program');
        return { position: last.position, hash: last.row.hash };
      }),
    page: (from, until) =>
      trying(async () => {
        const most = Math.min(ROWS_READ, until - from);
        const { records } = await readDense(ledger, name, { from, most, faultOf: () => null });
        return records.map(({ row }) => row);
      }),
    async insert(rows) {
      for (const part of parts(rows))
        if (!(await trying(() => insert(ledger, part))))
          throw new StoreUnavailable(`Another program writes to ${name}; copy into a log of its own.`);
    },
    verify: () =>
      trying(async () => {
        const chain = new Chain();
        return reportOf(chain, await walkLedger(ledger, name, chain));
      }),
    async close() {
      closing.abort();
      await ledger.close();
    },
  };
}

/** Looks before and after, whatever the server answers: rows of an append without an answer may be there, or come late. */
async function insert(ledger: Ledger, rows: readonly LogRow[]): Promise<boolean> {
  const [first] = rows;
  for (let tried = 0; tried <= TRIES; tried += 1) {
    const head = await ledger.last();
    if (first === undefined || head?.row?.hash === rows.at(-1)?.hash) return true;
    if ((head?.row?.hash ?? GENESIS_HASH) !== first.previousHash) return false;
    await ledger.append(rows, randomUUID(), first.position - 1);
  }
  return false;
}

function* parts(rows: readonly LogRow[]): Generator<readonly LogRow[]> {
  let part: LogRow[] = [];
  let characters = 0;
  for (const row of rows) {
    if (
      part.length === ROWS_PER_APPEND ||
      (part.length > 0 && characters + row.body.length > CHARACTERS_PER_APPEND)
    ) {
      yield part;
      part = [];
      characters = 0;
    }
    part.push(row);
    characters += row.body.length;
  }
  if (part.length > 0) yield part;
}
