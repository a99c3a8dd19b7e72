import { type Importer, RowFault } from '../imported-row.js';
import { csvRows } from '../rows/csv-rows.js';
import { rowsOf } from '../rows/row-results.js';
import { draftOf } from './to-drafts.js';

/** The Specially Designated Nationals list as OFAC publishes it: SDN.CSV, without a header, ended by a 0x1A byte. */
export const importOfacSdn: Importer = async function* (open, { importedOn }) {
  for await (const { line, cells, fault } of csvRows(open)) {
    if (cells?.length === 1 && (cells[0] ?? '').replace('\u001A', '').trim() === '') continue;
    yield* rowsOf(line, () => {
      if (fault !== undefined) throw new RowFault('NOT_CSV', `${fault}.`);
      return [draftOf(cells, line, importedOn)];
    });
  }
};
