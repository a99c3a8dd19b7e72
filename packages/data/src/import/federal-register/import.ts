import type { Source } from '@policy-timeline/domain';
import type { Importer, OpenText } from '../imported-row.js';
import { jsonObjects } from '../rows/json-objects.js';
import { rowsOf, shapedRow } from '../rows/row-results.js';
import { type FrDocument, frDocument } from './document.js';
import { draftsOf, republishedNumber, sourceOf } from './to-drafts.js';

/**
 * Documents of the Federal Register's API v1, as a page of `documents.json` or as a list. A document that prints an
 * earlier one again (`R1-…`) is no event of its own: it is a further source of the one it repeats.
 */
export const importFederalRegister: Importer = async function* (open) {
  const republications = await republicationsOf(open);
  for await (const { line, text } of jsonObjects(open)) {
    yield* rowsOf(line, () => {
      const document = shapedRow(text, frDocument);
      const number = republishedNumber(document.document_number);
      const again = republications.get(number);
      const isAgain = number !== document.document_number;
      // Told once: by the document itself, or where that is not in the file, by its first repetition.
      if (isAgain && (again?.originalSeen || again?.firstLine !== line)) return [];
      return draftsOf(document, line, again?.sources);
    });
  }
};

interface Republication {
  readonly sources: Source[];
  readonly firstLine: number;
  originalSeen: boolean;
}

/** A first walk through the file for the few documents that were printed again, so that the second holds one at a time. */
async function republicationsOf(open: OpenText): Promise<ReadonlyMap<string, Republication>> {
  const found = new Map<string, Republication>();
  for await (const { line, text } of jsonObjects(open)) {
    if (!text || !/"document_number"\s*:\s*"R\d+-/.test(text)) continue;
    const document = documentOrNull(text);
    if (!document) continue;
    const number = republishedNumber(document.document_number);
    const known = found.get(number) ?? { sources: [], firstLine: line, originalSeen: false };
    try {
      known.sources.push(sourceOf(document));
      found.set(number, known);
    } catch {
      // The second walk tells what is wrong with it.
    }
  }
  if (found.size === 0) return found;
  for await (const { text } of jsonObjects(open)) {
    const number = text === null ? undefined : /"document_number"\s*:\s*"([^"]{1,40})"/.exec(text)?.[1];
    const known = number === undefined ? undefined : found.get(number);
    if (known) known.originalSeen = true;
  }
  return found;
}

function documentOrNull(text: string): FrDocument | null {
  try {
    return shapedRow(text, frDocument);
  } catch {
    return null;
  }
}
