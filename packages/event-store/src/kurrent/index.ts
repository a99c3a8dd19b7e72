export { isLedgerUrl, type LedgerAddress, ledgerAddress, USUAL_LEDGER } from './connection.js';
export { KurrentEventStore, type KurrentEventStoreOptions } from './kurrent-event-store.js';
export { openKurrentEventStore } from './open-kurrent-event-store.js';
