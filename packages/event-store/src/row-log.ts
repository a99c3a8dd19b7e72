import type { Head, VerifyReport } from './port.js';
import type { LogRow } from './record.js';

/**
 * A log seen as rows, with the position, instant and hash they have: what copying and verifying need of an adapter.
 * Every member throws the errors of the port.
 */
export interface RowLog {
  /** For people: a file, or hosts and ledger without secrets. */
  readonly name: string;
  /** The last row as it stands there, unverified. */
  head(): Promise<Head>;
  /** Some rows from position `from` on, all before `until`. */
  page(from: number, until: number): Promise<readonly LogRow[]>;
  /** Puts rows behind the head. @throws StoreUnavailable when they do not fit there, because another program writes. */
  insert(rows: readonly LogRow[]): Promise<void>;
  /** Walks the chain and asks the medium's own checks. */
  verify(): Promise<VerifyReport>;
  close(): Promise<void>;
}
