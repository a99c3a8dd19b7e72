import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { catalogueFolder, readCatalogueFiles } from './catalogue-files.js';
import { formatFault } from './fault.js';
import { loadCatalogue } from './load-catalogue.js';

/**
 * `node dist/lint.js [path…]`: prints the faults of the catalogue, with paths only those of files whose path holds one
 * of them (`membership/alba`). Ends with 1 when there are faults.
 */
const PAPER_EVENT_IDS = fileURLToPath(new URL('../test/paper-event-ids.txt', import.meta.url));

const wanted = process.argv.slice(2).map((path) => path.replace(/^.*catalogue\//, ''));
const { faults } = loadCatalogue(catalogueFolder);
const shown = faults.filter(({ file }) => wanted.length === 0 || wanted.some((path) => file.includes(path)));
for (const fault of shown)
  console.error(formatFault({ ...fault, file: `packages/data/catalogue/${fault.file}` }));

const { files } = readCatalogueFiles(catalogueFolder);
const written = new Set(files.flatMap((file) => file.writtenIds));
const missing = existsSync(PAPER_EVENT_IDS)
  ? readFileSync(PAPER_EVENT_IDS, 'utf8')
      .split('\n')
      .filter((id) => id !== '' && !written.has(id))
  : [];
if (missing.length > 0)
  console.error(
    `MISSING_PAPER_EVENT ${missing.length} events of the papers are not in the catalogue: ${missing.join(' ')}`,
  );

console.error(
  `${files.length} files, ${written.size} events, ${shown.length} faults${wanted.length > 0 ? ` of ${faults.length}` : ''}`,
);
process.exitCode = shown.length > 0 || (wanted.length === 0 && missing.length > 0) ? 1 : 0;
