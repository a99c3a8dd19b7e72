import type { Importer } from '../imported-row.js';
import { rowsOf } from '../rows/row-results.js';
import { tableRows } from '../rows/table-rows.js';
import { columnsOf } from './columns.js';
import { draftOf } from './to-drafts.js';

/** Rows with the header of our export of events, one event with one effect each. */
export const importOwnCsv: Importer = async function* (open) {
  for await (const { line, read } of tableRows(open, columnsOf))
    yield* rowsOf(line, () => [draftOf(read(), line)]);
};
