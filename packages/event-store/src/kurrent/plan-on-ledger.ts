import type { Batch } from '../batch.js';
import { type AppendPlan, planAppend } from '../plan-append.js';
import type { LogRow } from '../record.js';
import type { LedgerIndex } from './ledger-index.js';
import type { TrustedRecord } from './records-at.js';

/** Plans an append on what the index knows of the ledger; the few rows that the rules look at are fetched first. */
export async function planOnLedger(
  batch: Batch,
  index: LedgerIndex,
  recordsAt: (positions: readonly number[]) => Promise<readonly TrustedRecord[]>,
  now: Date,
): Promise<AppendPlan> {
  const underKey = batch.idempotencyKey;
  const needed = (): number[] => [
    ...batch.events.flatMap(({ id }) => index.positionOf(id) ?? []),
    ...(underKey === null ? [] : index.positionsUnder(underKey)),
  ];
  // The index may grow while rows are fetched; then there may be more to fetch.
  let rows = new Map<number, LogRow>();
  for (let at = needed(); at.some((position) => !rows.has(position)); at = needed())
    rows = new Map((await recordsAt(at)).map(({ position, row }) => [position, row]));
  return planAppend(
    batch,
    {
      head: index.head,
      lastRecordedAt: index.lastRecordedAt,
      revisionOf: (stream) => {
        const { length } = index.positionsOf(stream);
        return length === 0 ? 'none' : length - 1;
      },
      rowWithId: (id) => rows.get(index.positionOf(id) ?? -1),
      rowsUnderKey: (key) => index.positionsUnder(key).flatMap((position) => rows.get(position) ?? []),
    },
    now,
  );
}
