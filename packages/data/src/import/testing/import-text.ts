import { eventOfDraft, type PolicyEvent } from '@policy-timeline/domain';
import type { ImportKind } from '../import-kind.js';
import type { ImportCorrection, ImportDraft, ImportRowError } from '../imported-row.js';
import { readImport } from '../read-import.js';

export interface Imported {
  readonly drafts: readonly ImportDraft[];
  readonly corrections: readonly ImportCorrection[];
  readonly errors: readonly ImportRowError[];
  readonly recorded: number;
}

/** A text imported on 21 November 2026 against a record of these events, given in pieces of a few characters. */
export async function importText(
  kind: ImportKind,
  text: string,
  record: readonly PolicyEvent[] = [],
  { fileName, importedOn = '2026-11-21' }: { fileName?: string; importedOn?: string } = {},
  pieces: readonly string[] = text.match(/[\s\S]{1,7}/g) ?? [],
): Promise<Imported> {
  const imported = {
    drafts: [] as ImportDraft[],
    corrections: [] as ImportCorrection[],
    errors: [] as ImportRowError[],
    recorded: 0,
  };
  const found = { event: (id: string) => record.find((event) => event.id === id) };
  for await (const row of readImport(kind, () => pieces, found, {
    importedOn,
    ...(fileName && { fileName }),
  })) {
    if (row.kind === 'DRAFT') imported.drafts.push(row.draft);
    else if (row.kind === 'CORRECTION') imported.corrections.push(row.correction);
    else if (row.kind === 'ERROR') imported.errors.push(row.error);
    else imported.recorded++;
  }
  return imported;
}

/** The events that the drafts become. */
export const eventsOf = ({ drafts }: Imported): readonly PolicyEvent[] =>
  drafts.map(({ event, id }) => eventOfDraft(event, id));
