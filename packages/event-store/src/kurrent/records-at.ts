import { StoreDamaged } from '../errors.js';
import { faultIn, type LogRow } from '../record.js';
import type { Ledger } from './ledger.js';
import type { LedgerIndex } from './ledger-index.js';
import type { LedgerRecord } from './ledger-record.js';
import { readDense } from './read-dense.js';

/** Records this near to each other are read in one call, with what lies between them. */
const NEAR = 64;
const MOST_IN_A_CALL = 1_000;

export type TrustedRecord = LedgerRecord & { readonly row: LogRow };

/** The records at some positions, in order of position, each held against its hash. @throws StoreDamaged, GapInLog, StoreUnavailable */
export async function recordsAt(
  ledger: Ledger,
  index: LedgerIndex,
  place: string,
  positions: readonly number[],
): Promise<readonly TrustedRecord[]> {
  const found = new Map<number, TrustedRecord>();
  const missing: number[] = [];
  for (const position of [...new Set(positions)].sort((a, b) => a - b)) {
    const record = index.recent(position);
    if (record === undefined || record.row === null) missing.push(position);
    else found.set(position, { ...record, row: record.row });
  }
  for (const { from, until } of stretches(missing)) {
    for (let next = from; next < until; ) {
      const { records } = await readDense(ledger, place, {
        from: next,
        most: until - next,
        faultOf: (row) => faultIn(row),
      });
      if (records.length === 0) throw new StoreDamaged(place, next, 'the record was there and is gone');
      for (const record of records) found.set(record.position, record);
      next += records.length;
    }
  }
  return Array.from(new Set(positions), (position) => found.get(position))
    .filter((record) => record !== undefined)
    .sort((a, b) => a.position - b.position);
}

/** Half-open stretches of positions that hold all of `sorted`. */
function stretches(sorted: readonly number[]): readonly { readonly from: number; readonly until: number }[] {
  const found: { from: number; until: number }[] = [];
  for (const position of sorted) {
    const last = found.at(-1);
    if (last !== undefined && position < last.until + NEAR && position - last.from < MOST_IN_A_CALL)
      last.until = position + 1;
    else found.push({ from: position, until: position + 1 });
  }
  return found;
}
