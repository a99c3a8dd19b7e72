// What a browser does with a pack, in Chromium: unpack, make tables, fold whole states while a hand scrubs.
import { existsSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { loadCatalogue } from '@policy-timeline/data';
import { packOf, packTexts, Timeline, writeWirePack } from '@policy-timeline/domain';
import { realisticLog } from '@policy-timeline/domain/testing';
import { inChromium, PAGES } from './chromium-pack.mjs';
import { questionsOf } from './questions.mjs';

/** Makes about 100,000 rectangles. */
const LOG = { events: 43_000, slots: 4_300 };
const HASH = '0'.repeat(64);
const FOLDS = 400;

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
const asked = questionsOf(99, FOLDS);
const rectangles = large.tracks.LEGAL.dateFrom.length.toLocaleString('en');
const of = `${rectangles} rectangles`;
const rows = [row(`pack of ${of}: without texts, gzip`, bytes.length / 1000, 'KB', 600)];
const chromiumPath = process.env.CHROME_PATH ?? '/usr/bin/chromium';
if (existsSync(chromiumPath)) {
  const { version, first, again, lists, folds } = await inChromium(chromiumPath, bytes, asked);
  const where = `Chromium ${version.split('.')[0]}, ${of}`;
  rows.push(
    row(`${where}: fold of a whole state, p95`, percentile(folds, 0.95), 'ms', 1.5),
    row(`${where}: from the bytes to the first whole state, in ${PAGES} new pages`, first, 'ms', 50),
    told(`${where}: the same again in one page`, again),
    told(`${where}: lists of events, statements and deadlines when first asked for`, lists),
  );
} else
  rows.push({
    title: 'pack in Chromium',
    says: 'fold ≤ 1.5 ms, unpack ≤ 50 ms',
    found: `skipped: no ${chromiumPath} (CHROME_PATH names another)`,
    ok: true,
  });
rows.push(
  row('pack of the shipped record: without texts, gzip', kilobytes(writeWirePack(shipped)), 'KB', 60),
);
for (const language of ['ja', 'en'])
  rows.push(
    row(
      `pack of the shipped record: texts in ${language}, gzip`,
      kilobytes(JSON.stringify(packTexts(shipped, language))),
      'KB',
      60,
    ),
  );
writeFileSync(outFile, JSON.stringify(rows));

/** A measure without a target. */
function told(title, list) {
  return { title, says: '–', found: `${spread(list)} ms`, ok: true };
}

/** Of several measurements the median is held to the target. */
function row(title, found, unit, most) {
  const list = Array.isArray(found) ? found : [found];
  return {
    title,
    says: `≤ ${most} ${unit}`,
    found: `${spread(list)} ${unit}`,
    ok: percentile(list, 0.5) <= most,
  };
}

/** The median, and of several also the least and the most. */
function spread(list) {
  const shown = (value) => value.toFixed(value < 10 ? 2 : 0);
  const range = list.length > 1 ? ` (${shown(Math.min(...list))}–${shown(Math.max(...list))})` : '';
  return shown(percentile(list, 0.5)) + range;
}
