// A front page links to a moment of the timeline: what its readers' browsers then ask for, replayed at full speed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pause } from './deployment.mjs';

/** The path of wrk, or undefined (Debian: apt-get install wrk). */
export function findWrk() {
  return [process.env.WRK_PATH, '/usr/bin/wrk', '/usr/local/bin/wrk', '/opt/homebrew/bin/wrk'].find(
    (path) => path && existsSync(path),
  );
}

/** Every address that a first visit of these pages asks for: the page, what it names, the record, a feed, a question. */
async function visited(url) {
  const pages = [
    '/?d=2025-08-20&lang=en',
    '/?d=2025-08-20&lang=ja',
    '/?d=2026-02-20&k=lived&lang=en',
    '/about?lang=ja',
  ];
  const addresses = new Set();
  for (const page of pages) {
    addresses.add(page);
    const text = await (await fetch(url + page, { headers: { 'accept-encoding': 'gzip' } })).text();
    for (const [, asset] of text.matchAll(/"(\/_next\/static\/[^"\\]+)"/g)) addresses.add(asset);
  }
  addresses.add('/api/pack');
  addresses.add('/api/pack?position=900');
  addresses.add('/api/pack?part=texts&lang=ja&position=900');
  const question = new URLSearchParams({
    query: 'query($d: Date!) { stateAsOf(date: $d) { basis counts { inForce } } }',
    variables: JSON.stringify({ d: '2025-08-20' }),
  });
  addresses.add(`/graphql?${question}`);
  for (const feed of ['/calendar.ics?f=tariff&lang=ja', '/feed.atom', '/export/state.csv?d=2025-08-20'])
    if ((await fetch(url + feed)).ok) addresses.add(feed);
  return [...addresses];
}

/** Replays the visits for `seconds` with wrk and tells rate, hits and failures from nginx's own log. */
export async function frontPage(deployment, { wrk, seconds, connections = 64 }) {
  const addresses = await visited(deployment.url);
  const script = join(deployment.folder, 'visits.lua');
  writeFileSync(
    script,
    `local addresses = { ${addresses.map((address) => JSON.stringify(address)).join(', ')} }
local n = 0
wrk.headers['Accept-Encoding'] = 'gzip'
request = function() n = n + 1 return wrk.format('GET', addresses[n % #addresses + 1]) end
`,
  );
  const log = join(deployment.folder, 'logs', 'cache.log');
  await pause(1500);
  const before = readFileSync(log, 'utf8').length;
  const { stdout, status } = spawnSync(
    wrk,
    ['-t2', `-c${connections}`, `-d${seconds}s`, '--latency', '-s', script, deployment.url],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  if (status !== 0) throw new Error(`wrk ended with ${status}: ${stdout}`);
  await pause(1500);
  const counts = {};
  let failed = 0;
  for (const line of readFileSync(log, 'utf8').slice(before).trim().split('\n')) {
    const [cache, code] = line.split(' ');
    counts[cache] = (counts[cache] ?? 0) + 1;
    if (Number(code) >= 400) failed += 1;
  }
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  // Served without waiting for a server: kept, kept and being renewed behind the reader's back.
  const kept = (counts.HIT ?? 0) + (counts.STALE ?? 0) + (counts.UPDATING ?? 0) + (counts.REVALIDATED ?? 0);
  return {
    addresses: addresses.length,
    requestsPerSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]),
    p99: /99%\s+(\S+)/.exec(stdout)?.[1],
    hitShare: kept / total,
    counts,
    failed,
    total,
  };
}
