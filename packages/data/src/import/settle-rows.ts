import type { PolicyEvent } from '@policy-timeline/domain';
import type {
  ImportContext,
  ImportCorrection,
  ImportDraft,
  ImportedRow,
  ImportRowError,
} from './imported-row.js';
import { correctionEventId, printedAgain } from './printed-again.js';
import { revisionOf } from './revision.js';

/** What an import asks the record. */
export interface RecordedEvents {
  /** The event as the record has it now, errata applied; undefined when there is none. */
  event(id: string): PolicyEvent | undefined;
  /** Whether the id was ever used, also by an event that is void now: an id is never used again. */
  used?(id: string): boolean;
}

export type SettledRow =
  | { readonly kind: 'DRAFT'; readonly draft: ImportDraft }
  /** The record has the event, and lacks or says wrongly what the row shows; `draft` is what it was made of. */
  | { readonly kind: 'CORRECTION'; readonly correction: ImportCorrection; readonly draft: ImportDraft }
  | { readonly kind: 'ERROR'; readonly error: ImportRowError }
  /** The record, or an earlier row of the file, has it already. */
  | { readonly kind: 'RECORDED'; readonly id: string };

/** Rows of a file against the record: what is in it is counted, what a source says otherwise since is a revision. */
export async function* settleRows(
  rows: AsyncIterable<ImportedRow>,
  record: RecordedEvents,
  { importedOn }: ImportContext,
): AsyncGenerator<SettledRow> {
  const inFile = new Set<string>();
  for await (const { draft, error } of rows) {
    if (error) yield { kind: 'ERROR', error };
    else if (inFile.has(draft.id)) yield { kind: 'RECORDED', id: draft.id };
    else {
      inFile.add(draft.id);
      yield settled(draft, record, importedOn);
    }
  }
}

function settled(draft: ImportDraft, record: RecordedEvents, importedOn: string): SettledRow {
  const recorded = record.event(draft.id);
  const used = (id: string) => record.used?.(id) ?? false;
  if (!recorded) return used(draft.id) ? { kind: 'RECORDED', id: draft.id } : { kind: 'DRAFT', draft };
  const correction = printedAgain(draft, recorded);
  if (correction && !used(correctionEventId(correction.id))) return { kind: 'CORRECTION', correction, draft };
  const revision = revisionOf(draft, (id) => record.event(id), importedOn);
  return revision ? { kind: 'DRAFT', draft: revision } : { kind: 'RECORDED', id: draft.id };
}
