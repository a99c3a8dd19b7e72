import type { ImportedRow, Importer, OpenText } from '../imported-row.js';
import { rowsOf, shapedRow } from '../rows/row-results.js';
import { textLines } from '../rows/text-lines.js';
import { type FtmEntity, ftmLine } from './entity.js';
import { draftOf, type NamedParty, partyOf, removalOf } from './to-drafts.js';

/** Entities of FollowTheMoney, one JSON per line, as data or as a delta; sanctions become events, the others name them. */
export const importFollowTheMoney: Importer = async function* (open, { importedOn }) {
  const names = await namesIn(open);
  for await (const { line, text } of textLines(open)) {
    if (text?.trim() === '') continue;
    const rows: readonly ImportedRow[] = rowsOf(line, () => {
      const { entity, gone } = entityOf(text);
      if (entity.schema !== 'Sanction') return [];
      if (gone) return [removalOf(entity, line, importedOn)];
      return [draftOf(entity, line, (id) => names.get(id), importedOn)];
    });
    yield* rows;
  }
};

function entityOf(text: string | null): { readonly entity: FtmEntity; readonly gone: boolean } {
  const read = shapedRow(text, ftmLine);
  if (!('op' in read)) return { entity: read as FtmEntity, gone: false };
  const { op, entity } = read as { op: string; entity: FtmEntity };
  return { entity, gone: op === 'DEL' || op === 'REMOVED' };
}

/** A sanction may stand before the one it names; a first walk through the file keeps the names alone. */
async function namesIn(open: OpenText): Promise<ReadonlyMap<string, NamedParty>> {
  const names = new Map<string, NamedParty>();
  for await (const { text } of textLines(open)) {
    if (!text || /"schema"\s*:\s*"Sanction"/.test(text)) continue;
    try {
      const { entity } = entityOf(text);
      const party = partyOf(entity);
      if (party) names.set(entity.id, party);
    } catch {
      // The second walk tells what is wrong with it.
    }
  }
  return names;
}
