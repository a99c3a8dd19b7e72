export type { StoreCondition } from './condition.js';
export { type CopyProgress, type CopyReport, copyLog, openRowLog } from './copy-log.js';
export * from './errors.js';
export { MemoryEventStore, type MemoryEventStoreOptions } from './memory/memory-event-store.js';
export type * from './port.js';
export { GENESIS_HASH } from './record.js';
export type { RowLog } from './row-log.js';
export { type BackupOptions, backUpLog, restoreLog } from './sqlite/backup.js';
export {
  openSqliteEventStore,
  SqliteEventStore,
  type SqliteEventStoreOptions,
} from './sqlite/sqlite-event-store.js';
