import type { PolicyEvent } from '@policy-timeline/domain';
import type { ImportDraft, ImportedRow, ImportRowError } from './imported-row.js';

/** What an import asks the record. */
export interface RecordedEvents {
  /** The event as the record has it now, errata applied; undefined when there is none. */
  event(id: string): PolicyEvent | undefined;
}

export type SettledRow =
  | { readonly kind: 'DRAFT'; readonly draft: ImportDraft }
  | { readonly kind: 'ERROR'; readonly error: ImportRowError }
  /** The record has it already. */
  | { readonly kind: 'RECORDED'; readonly id: string };

/** Rows of a file against the record: what is in it already is counted. */
export async function* settleRows(
  rows: AsyncIterable<ImportedRow>,
  record: RecordedEvents,
): AsyncGenerator<SettledRow> {
  for await (const row of rows) {
    if (row.error) yield { kind: 'ERROR', error: row.error };
    else if (record.event(row.draft.id)) yield { kind: 'RECORDED', id: row.draft.id };
    else yield { kind: 'DRAFT', draft: row.draft };
  }
}
