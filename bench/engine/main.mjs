import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareRevision } from './compare-revision.mjs';
import { gate } from './gate.mjs';
import { inOwnProcess } from './processes.mjs';
import { recordCurves, recordResults } from './record-results.mjs';
import { reportOf } from './report.mjs';
import { SIZES } from './rows.mjs';

const HELP = `npm run bench -- engine [options]

  --size SIZE     10k, 100k or 1M; may be given more than once (default 10k, 100k and 1M)
  --quick         10k, without PostgreSQL, fewer rounds: a minute
  --gate          half of each ratio at 10k, for CI; ends with 1 when one is missed
  --compare REV   this tree beside the domain package of another git revision, interleaved
  --only ROW      one row by its id (slot, latest, lived, fixed, any, scrubDate, scrubKnown, diff, timeline)
  --without PEER  leaves out sqlite or postgres
  --logs FOLDER   logs for the reads between appends (SIZE.sqlite), made there when missing; without it temporary ones
  --record        writes the tables to bench/RESULTS.md and the curves to docs/guides/scale.md
`;

const MINUTES_FOR_A_PACK = 2;

export async function engineBench(args) {
  const { values } = parseArgs({
    args,
    options: {
      size: { type: 'string', multiple: true },
      quick: { type: 'boolean', default: false },
      gate: { type: 'boolean', default: false },
      compare: { type: 'string' },
      only: { type: 'string', multiple: true },
      without: { type: 'string', multiple: true, default: [] },
      logs: { type: 'string' },
      record: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const sizes =
    values.size ?? (values.quick || values.gate || values.compare ? ['10k'] : ['10k', '100k', '1M']);
  const unknown = sizes.find((size) => !(size in SIZES));
  if (unknown) throw new Error(`--size ${unknown}: write one of ${Object.keys(SIZES).join(', ')}.`);
  if (values.gate) return gate(sizes[0]);
  if (values.compare !== undefined) return compareRevision(values.compare, sizes[0], values.only);

  const peers = ['sqlite', 'postgres'].filter((peer) => !values.without.includes(peer));
  const results = [];
  for (const size of sizes) {
    results.push(
      await inOwnProcess('run-size.mjs', {
        size,
        rounds: values.quick ? 3 : size === '1M' ? 5 : 7,
        millisecondsEach: values.quick ? 20 : 60,
        peers: values.quick ? peers.filter((peer) => peer !== 'postgres') : peers,
        only: values.only,
      }),
    );
    if (!values.only)
      results.at(-1).reading = await inOwnProcess('reads-between-appends.mjs', {
        size,
        log: values.logs === undefined ? null : join(values.logs, `${size}.sqlite`),
      });
    // Once is enough: its log is of its own.
    if (results.length === 1 && !values.only) results[0].browser = await browserRows();
    console.log(reportOf(results.slice(-1)).tables);
  }
  const report = reportOf(results);
  console.log(report.growth);
  console.log(report.verdict);
  if (values.record) {
    recordResults('engine', report);
    recordCurves(report);
  }
  if (report.short > 0) process.exitCode = 1;
}

/** A pack that takes minutes to make is told as such, and holds nothing else up. */
async function browserRows() {
  try {
    return await inOwnProcess('browser.mjs', {}, { minutes: MINUTES_FOR_A_PACK });
  } catch (error) {
    return [{ title: 'browser', says: 'a pack of 100,000 rectangles', found: error.message, ok: false }];
  }
}
