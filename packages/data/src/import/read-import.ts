import type { ImportKind } from './import-kind.js';
import type { ImportContext, Importer, OpenText } from './imported-row.js';
import { type RecordedEvents, type SettledRow, settleRows } from './settle-rows.js';

/** Loaded when first asked for: a server that imports nothing holds no parser. */
const importers: Readonly<Record<ImportKind, () => Promise<Importer>>> = {
  OWN_CSV: async () => (await import('./own-csv/import.js')).importOwnCsv,
  OWN_NDJSON: async () => (await import('./own-ndjson/import.js')).importOwnNdjson,
  OWN_YAML: async () => (await import('./own-yaml/import.js')).importOwnYaml,
  FEDERAL_REGISTER: async () => (await import('./federal-register/import.js')).importFederalRegister,
  GLOBAL_TRADE_ALERT: async () => (await import('./global-trade-alert/import.js')).importGlobalTradeAlert,
  FOLLOW_THE_MONEY: async () => (await import('./follow-the-money/import.js')).importFollowTheMoney,
  OFAC_SDN: async () => (await import('./ofac-sdn/import.js')).importOfacSdn,
};

/** A file's rows as drafts against the record, in the file's order, one held at a time. */
export async function* readImport(
  kind: ImportKind,
  open: OpenText,
  record: RecordedEvents,
  context: ImportContext,
): AsyncGenerator<SettledRow> {
  const importer = await importers[kind]();
  yield* settleRows(importer(open, context), record, context);
}
