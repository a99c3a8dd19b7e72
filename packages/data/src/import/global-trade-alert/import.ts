import type { Importer, OpenText } from '../imported-row.js';
import { jsonObjects } from '../rows/json-objects.js';
import { rowsOf, shapedRow } from '../rows/row-results.js';
import { tableRows } from '../rows/table-rows.js';
import { columnsOf } from './columns.js';
import { type GtaIntervention, gtaIntervention } from './intervention.js';
import { draftsOf } from './to-drafts.js';

/** Interventions as the data API gives them (JSON), or as a download (CSV with one of the known headers). */
export const importGlobalTradeAlert: Importer = async function* (open) {
  const acts = new Set<string>();
  const actIsNew = (act: string): boolean => !acts.has(act) && acts.add(act).size > 0;
  if (await isJson(open)) {
    for await (const { line, text } of jsonObjects(open))
      yield* rowsOf(line, () => draftsOf(shapedRow(text, gtaIntervention), line, actIsNew));
  } else {
    for await (const { line, read } of tableRows(open, columnsOf))
      yield* rowsOf(line, () => draftsOf(read() as GtaIntervention, line, actIsNew));
  }
};

async function isJson(open: OpenText): Promise<boolean> {
  for await (const chunk of open()) {
    const first = /[^\s\uFEFF]/.exec(chunk)?.[0];
    if (first !== undefined) return first === '[' || first === '{';
  }
  return false;
}
