export { isLedgerUrl, type LedgerAddress, ledgerAddress, USUAL_LEDGER } from './connection.js';
export {
  KurrentEventStore,
  type KurrentEventStoreOptions,
  openKurrentEventStore,
} from './kurrent-event-store.js';
