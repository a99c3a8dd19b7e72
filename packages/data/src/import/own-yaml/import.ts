import { catalogueFolder, readPapers } from '../../catalogue-files.js';
import { checkEvent } from '../../check-event.js';
import { parseFile } from '../../parse-file.js';
import { policyEvent } from '../../to-events.js';
import { ownDraft } from '../draft-shape.js';
import { type Importer, RowFault } from '../imported-row.js';
import { rowsOf } from '../rows/row-results.js';
import { draftOfEvent } from './to-drafts.js';

/** A longer text is no file of the catalogue, whose own limit is below it. */
const LONGEST_FILE = 1_000_000;
/** Characters of a file's name that may name its stream. */
const LONGEST_PATH = 300;

/**
 * A file as the catalogue writes it (packages/data/README.md), whose path is its stream; elsewhere it says it by `stream:`. Its events are read
 * one by one; its subjects and topics are dictionary entries of the catalogue, not events, and are not imported.
 */
export const importOwnYaml: Importer = async function* (open, { fileName }) {
  let text = '';
  for await (const chunk of open()) {
    text += chunk;
    if (text.length > LONGEST_FILE) break;
  }
  const { stream, content } = streamOf(text, fileName ?? '');
  const { file, faults } = parseFile(`${stream ?? 'file'}.yaml`, content);
  for (const { line, code, message } of faults) yield { error: { line, code, reason: message } };
  const { header } = file;
  if (!header) return;
  if (stream === null) {
    yield {
      error: {
        line: 1,
        code: 'MISSING_FIELD',
        reason:
          'stream is left out; write the path below the catalogue on a line of its own, for example stream: membership/alba.',
      },
    };
    return;
  }
  const papers = readPapers(catalogueFolder);
  const written = new Map(Object.entries(papers).map(([id, paper]) => [id, paper.written]));
  for (const entry of file.events) {
    const line = entry.lineOf([]);
    const wrong = checkEvent(file, entry, written);
    for (const fault of wrong) yield { error: { line: fault.line, code: fault.code, reason: fault.message } };
    if (wrong.length > 0) continue;
    yield* rowsOf(line, () => {
      const event = policyEvent(file, header, entry.event, papers);
      if (!event) throw new RowFault('WRONG_SHAPE', 'the event cannot be read.');
      return [ownDraft(draftOfEvent(event), line)];
    });
  }
};

/** A file of the catalogue has its stream as its path; one that is imported says it in a line, which is blanked so that line numbers stay. */
function streamOf(
  text: string,
  fileName: string,
): { readonly stream: string | null; readonly content: string } {
  const match = /^stream:[ \t]*['"]?([A-Za-z0-9/-]{1,200})['"]?[ \t]*$/m.exec(text);
  const ending = fileName.slice(-LONGEST_PATH);
  const path = /(?:^|\/)catalogue\/(.+)\.yaml$/.exec(ending) ?? /^([a-z]+\/.+)\.yaml$/.exec(ending);
  if (!match) return { stream: path?.[1] ?? null, content: text };
  return { stream: match[1] ?? null, content: text.replace(match[0], '') };
}
