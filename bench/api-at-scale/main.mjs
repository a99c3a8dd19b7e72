import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { formatDay } from '@policy-timeline/domain';
import autocannon from 'autocannon';
import { residentMb, startApi, stopAll } from '../api/servers.mjs';
import { questionsOf } from '../engine/questions.mjs';
import { recordResults } from '../engine/record-results.mjs';
import { writeLog } from './write-log.mjs';

const HELP = `npm run bench -- api-at-scale [options]

  --size SIZE      10k, 100k or 1M (default 1M)
  --log FILE       an SQLite log to use, made there when it is missing; without it a temporary one
  --seconds N      how long each load lasts (default 10)
  --record         writes the table to bench/RESULTS.md
`;
const CLIENTS = 8;
const HEAP_MB = 8192;
const P99_TARGET_MS = 15;
const FIELDS =
  'slot status certainty projected validFrom value { __typename ... on RateValue { ratePercent } } subject { id title { en } }';
const FIRST_50 = `query ($date: Date!, $knownAt: Date) { stateAsOf(date: $date, knownAt: $knownAt, first: 50) { readings { totalCount edges { node { ${FIELDS} } } } } }`;

export async function apiAtScale(args) {
  const { values } = parseArgs({
    args,
    options: {
      size: { type: 'string', default: '1M' },
      log: { type: 'string' },
      seconds: { type: 'string', default: '10' },
      record: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const folder = mkdtempSync(join(tmpdir(), 'bench-log-'));
  const file = values.log ?? join(folder, 'log.sqlite');
  try {
    if (!existsSync(file)) {
      const start = performance.now();
      const written = await writeLog(file, values.size, (text) => console.error(`  ${text}`));
      console.error(`  ${written.toLocaleString('en')} events in ${since(start)} s`);
    }
    const lines = await measure(file, values.size, Number(values.seconds));
    const tables = ['', ...lines].join('\n');
    console.log(tables);
    if (values.record) recordResults('api-at-scale', { tables });
  } finally {
    stopAll();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same load after a start from the log and, where the log is long enough for one, after a start from its snapshot. */
async function measure(file, size, seconds) {
  const snapshot = `${file}.snapshot`;
  rmSync(snapshot, { force: true });
  const fromLog = await loaded(file, seconds, () => written(snapshot, size));
  const fromSnapshot = existsSync(snapshot) ? await loaded(file, seconds) : null;
  const megabytes = (path) => (statSync(path).size / 2 ** 20).toFixed(0);
  return [
    `${size} events, a log of ${megabytes(file)} MB${fromSnapshot ? `, a snapshot of ${megabytes(snapshot)} MB` : ''}. Load generator and API share the cores; answers are not kept.`,
    ...tableOf('Started from the log', fromLog),
    ...(fromSnapshot ? tableOf('Started from the snapshot', fromSnapshot) : []),
  ];
}

function tableOf(title, { ready, residentAtStart, resident, rows }) {
  const p99 = Math.max(rows[0].together.p99, rows[1].together.p99);
  const ok = p99 <= P99_TARGET_MS;
  if (!ok) process.exitCode = 1;
  return [
    '',
    `### ${title}`,
    '',
    `Ready to answer after ${ready} s, ${residentAtStart.toFixed(0)} MB resident then, ${resident.toFixed(0)} MB after the load.`,
    '',
    '| | 1 client p50 / p99 ms | 8 clients p50 / p99 ms | requests a second |',
    '|---|---|---|---|',
    ...rows.map(
      ({ what, alone, together, perSecond }) =>
        `| ${what} | ${alone.p50} / ${alone.p99} | ${together.p50} / ${together.p99} | ${perSecond.toFixed(0)} |`,
    ),
    '',
    `p99 with ${CLIENTS} clients ${p99} ms, target ≤ ${P99_TARGET_MS} ms: ${ok ? 'pass' : 'SHORT'}`,
  ];
}

/** @param settled waits for what the server still does after its start */
async function loaded(file, seconds, settled = async () => undefined) {
  const start = performance.now();
  const api = await startApi({
    POLICY_LOG_URL: `sqlite:${file}`,
    POLICY_SEED: 'none',
    // Kept answers off: every request is worked out.
    POLICY_CACHE_MB: '0',
    // Node's own limit of about 4 GB is too small for the events of such a log.
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
  });
  const ready = since(start);
  const residentAtStart = residentMb(api.pid);
  await settled();
  const views = questionsOf(815);
  const dated = views.map(({ date }) => ({ date: formatDay(date) }));
  const both = views.map(({ date, knownAt }) => ({ date: formatDay(date), knownAt: formatDay(knownAt) }));
  await check(api.url, both[0]);
  const kinds = {
    'first 50, latest knowledge, varying dates': dated.map((v) => [FIRST_50, v]),
    'first 50, varying dates and known days': both.map((v) => [FIRST_50, v]),
    'the least a request can cost: { __typename }': [['{ __typename }', {}]],
  };
  const rows = [];
  for (const [what, requests] of Object.entries(kinds)) {
    // What is built on the first questions of a kind is no part of the thousandth.
    await load(api.url, requests, 2, 2);
    const alone = await load(api.url, requests, 1, seconds / 2);
    const together = await load(api.url, requests, CLIENTS, seconds);
    rows.push({
      what,
      alone: alone.latency,
      together: together.latency,
      perSecond: together.requests.average,
    });
  }
  const resident = residentMb(api.pid);
  await api.stop();
  return { ready, residentAtStart, resident, rows };
}

/** A short log has none. Nothing is timed while it is being written. */
async function written(snapshot, size) {
  for (let waited = 0; size !== '10k' && !existsSync(snapshot); waited++) {
    if (waited > 1200) throw new Error(`${snapshot} was not written within two minutes.`);
    await setTimeout(100);
  }
}

const since = (start) => ((performance.now() - start) / 1000).toFixed(1);

/** An answer is looked at once before anything is timed. */
async function check(url, variables) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: FIRST_50, variables }),
  });
  const { data, errors } = await response.json();
  const count = data?.stateAsOf.readings.edges.length;
  if (errors || count !== 50)
    throw new Error(`The API answered ${count} readings instead of 50. ${JSON.stringify(errors ?? '')}`);
}

async function load(url, requests, connections, duration) {
  const result = await autocannon({
    url,
    connections,
    duration: Math.max(1, duration),
    requests: requests.map(([query, variables]) => ({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })),
  });
  if (result.errors > 0 || result.non2xx > 0)
    throw new Error(`${result.errors} errors and ${result.non2xx} refusals under load`);
  return result;
}
