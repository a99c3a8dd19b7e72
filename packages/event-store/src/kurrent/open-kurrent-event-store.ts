import type { StoredEvent } from '../port.js';
import { ledgerAddress } from './connection.js';
import { KurrentEventStore, type KurrentEventStoreOptions } from './kurrent-event-store.js';
import { openLedger } from './open-ledger.js';

/**
 * Opens a log in a KurrentDB server or cluster and walks it once from end to end: that verifies the chain and finds
 * where ids, keys and streams are. Any number of processes may have one ledger open.
 *
 * A hurt ledger opens: `damage` says where, reads serve what lies before, appends are refused.
 * @throws InvalidInput for an address that is none; StoreUnavailable when the server cannot be reached for `patienceMs`,
 * does not let the user in, or the client is not installed.
 */
export async function openKurrentEventStore<E extends StoredEvent>(
  options: KurrentEventStoreOptions,
): Promise<KurrentEventStore<E>> {
  const address = ledgerAddress(options.url);
  const ledger = await openLedger(address, options.callTimeoutMs ?? 5_000);
  const store = new KurrentEventStore<E>(ledger, address.name, options);
  try {
    await store.start(options.pollMs ?? 5_000);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}
