import type { Chain } from '../chain.js';
import { GapInLog, StoreDamaged } from '../errors.js';
import type { VerifyReport } from '../port.js';
import type { Ledger } from './ledger.js';
import { readDense } from './read-dense.js';

const WALK_RECORDS = 2_000;

/** Takes into `chain` what the ledger has behind it, and says what is wrong behind the last record that fits. @throws StoreUnavailable */
export async function walkLedger(ledger: Ledger, place: string, chain: Chain): Promise<string | null> {
  try {
    for (;;) {
      const from = chain.head.position + 1;
      const { records, end } = await readDense(ledger, place, {
        from,
        most: WALK_RECORDS,
        faultOf: () => null,
      });
      for (const { row } of records) {
        const fault = chain.take(row);
        if (fault !== null) return fault;
      }
      if (end) return null;
    }
  } catch (error) {
    if (error instanceof GapInLog) return `the record is missing; ${error.found} comes next`;
    if (error instanceof StoreDamaged) return error.reason;
    throw error;
  }
}

export function reportOf(chain: Chain, reason: string | null): VerifyReport {
  const records = chain.head.position + 1;
  return {
    intact: reason === null,
    records,
    head: chain.head,
    damage: reason === null ? null : { position: records, reason },
  };
}
