export { IMPORT_KINDS, type ImportKind } from './import-kind.js';
export type { ImportCorrection, ImportDraft, ImportRowError, OpenText } from './imported-row.js';
export { correctionEventId, printedAgain } from './printed-again.js';
export { readImport } from './read-import.js';
export type { RecordedEvents, SettledRow } from './settle-rows.js';
