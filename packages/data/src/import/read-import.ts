import type { ImportKind } from './import-kind.js';
import type { Importer, OpenText } from './imported-row.js';
import { type RecordedEvents, type SettledRow, settleRows } from './settle-rows.js';

/** Loaded when first asked for: a server that imports nothing holds no parser. */
const importers: Partial<Record<ImportKind, () => Promise<Importer>>> = {
  FEDERAL_REGISTER: async () => (await import('./federal-register/import.js')).importFederalRegister,
};

/** A file's rows as drafts against the record, in the file's order, one held at a time. */
export async function* readImport(
  kind: ImportKind,
  open: OpenText,
  record: RecordedEvents,
): AsyncGenerator<SettledRow> {
  const importer = await importers[kind]?.();
  if (!importer) throw new Error(`No importer reads ${kind}.`);
  yield* settleRows(importer(open), record);
}
