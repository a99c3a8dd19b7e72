import { eventDraft, ownDraft } from '../draft-shape.js';
import type { Importer } from '../imported-row.js';
import { rowsOf, shapedRow } from '../rows/row-results.js';
import { textLines } from '../rows/text-lines.js';

/** One event per line, each in the shape that `appendEvents` takes; empty lines do not count. */
export const importOwnNdjson: Importer = async function* (open) {
  for await (const { line, text } of textLines(open)) {
    if (text?.trim() === '') continue;
    yield* rowsOf(line, () => [ownDraft(shapedRow(text, eventDraft), line)]);
  }
};
