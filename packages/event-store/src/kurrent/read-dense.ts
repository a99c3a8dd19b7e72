import { GapInLog, StoreDamaged } from '../errors.js';
import type { LogRow } from '../record.js';
import type { Ledger } from './ledger.js';
import type { LedgerRecord } from './ledger-record.js';

/** What does not fit is asked for again before it is called a fault: a server that has just changed its leader deserves it. */
export const ATTEMPTS = 5;

export interface DenseRecords {
  /** Positions `from`, `from` + 1 … without a hole. */
  readonly records: readonly (LedgerRecord & { readonly row: LogRow })[];
  /** True when the server had no more than it sent. */
  readonly end: boolean;
}

/**
 * Reads at most `most` records from `from` on and passes on those that fit: what comes twice is dropped, and before what is
 * missing or wrong it stops. `faultOf` says why a row cannot be trusted.
 *
 * @throws GapInLog, StoreDamaged when nothing fits at `from`, five times over. StoreUnavailable.
 */
export async function readDense(
  ledger: Ledger,
  place: string,
  { from, most, faultOf }: { from: number; most: number; faultOf: (row: LogRow) => string | null },
): Promise<DenseRecords> {
  for (let attempt = 1; ; attempt += 1) {
    const records: (LedgerRecord & { readonly row: LogRow })[] = [];
    let received = 0;
    let fault: GapInLog | StoreDamaged | null = null;
    for await (const record of ledger.read(from, most)) {
      received += 1;
      const { position, row } = record;
      const next = from + records.length;
      if (position < next) continue;
      const reason = row === null ? 'it was not written by this program' : faultOf(row);
      if (position > next) fault = new GapInLog(next, position);
      else if (row === null || reason !== null)
        fault = new StoreDamaged(place, position, reason ?? 'it cannot be read');
      else records.push({ ...record, row });
      if (fault !== null) break;
    }
    if (fault === null) return { records, end: received < most };
    if (records.length > 0) return { records, end: false };
    if (attempt === ATTEMPTS) throw fault;
  }
}
