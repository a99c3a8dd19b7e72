// What a browser does with a pack, in Node as its stand-in: unpack, make tables, fold whole states while a hand scrubs.
import { writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { loadCatalogue } from '@policy-timeline/data';
import {
  PackReader,
  packOf,
  packTexts,
  readWirePack,
  Timeline,
  writeWirePack,
} from '@policy-timeline/domain';
import { realisticLog } from '@policy-timeline/domain/testing';
import { questionsOf } from './questions.mjs';

/** Makes about 100,000 rectangles. */
const LOG = { events: 43_000, slots: 4_300 };
const HASH = '0'.repeat(64);
const DECODES = 9;

const { outFile } = JSON.parse(process.argv[2]);
const { events } = loadCatalogue();
const shipped = packOf(Timeline.of(events.map((event, position) => ({ position, event }))), {
  hash: HASH,
  legalOnly: true,
});
const large = packOf(Timeline.of([...realisticLog(LOG)]), { hash: HASH, legalOnly: true });

const kilobytes = (bytes) => gzipSync(bytes).length / 1000;
const percentile = (list, share) => list.toSorted((a, b) => a - b)[Math.ceil(list.length * share) - 1];

const bytes = gzipSync(writeWirePack(large));
const decodes = [];
let reader;
for (let i = 0; i < DECODES; i++) {
  const start = performance.now();
  reader = new PackReader(readWirePack(gunzipSync(bytes)));
  decodes.push(performance.now() - start);
}
const table = reader.table('LEGAL');
const out = new Int32Array(table.slotCount);
const folds = [];
for (const { date, knownAt } of questionsOf(99, 400)) {
  const start = performance.now();
  table.state(date, knownAt, out);
  folds.push(performance.now() - start);
}
const rectangles = large.tracks.LEGAL.dateFrom.length.toLocaleString('en');
const rows = [
  ['fold of a whole state, p95', percentile(folds, 0.95), 'ms', 1.5],
  ['pack without texts, gzip', bytes.length / 1000, 'KB', 600],
  ['unpack and make tables, median', percentile(decodes, 0.5), 'ms', 50],
].map(([what, found, unit, most]) => row(`browser, ${rectangles} rectangles: ${what}`, found, unit, most));
rows.push(
  row('browser, the shipped record: pack without texts, gzip', kilobytes(writeWirePack(shipped)), 'KB', 60),
);
for (const language of ['ja', 'en'])
  rows.push(
    row(
      `browser, the shipped record: texts in ${language}, gzip`,
      kilobytes(JSON.stringify(packTexts(shipped, language))),
      'KB',
      60,
    ),
  );
writeFileSync(outFile, JSON.stringify(rows));

function row(title, found, unit, most) {
  return {
    title,
    says: `≤ ${most} ${unit}`,
    found: `${found.toFixed(found < 10 ? 2 : 0)} ${unit}`,
    ok: found <= most,
  };
}
