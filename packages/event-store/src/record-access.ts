import type { Recorded, Revision, StoredEvent } from './port.js';

/**
 * What adapters offer beside the port when a single record is at hand at once, without another machine to be waited for:
 * whoever follows the log then need not keep its records.
 */
export interface RecordAccess<E extends StoredEvent> {
  /**
   * The record of a position, read anew and held against its hash.
   * @throws StoreDamaged when it is hurt or gone, GapInLog when the log ends before it, InvalidInput for a negative or fractional position.
   * @throws StoreUnavailable once closed or when the medium fails.
   */
  recordAt(position: number): Recorded<E>;

  /** Revision of the newest record of a stream at or before a position; `'none'` when there is none. @throws as `recordAt` */
  revisionAt(stream: string, position: number): Revision;
}
