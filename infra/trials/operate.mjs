// npm run trials:operate [-- --quick] [--soak MINUTES]: what an operator relies on, tried on real processes of this machine.
import { parseArgs } from 'node:util';
import { say } from '../../scripts/console.mjs';
import { deploy } from './deployment.mjs';
import { findWrk, frontPage } from './front-page.mjs';
import { equalBytes, killedReplicas, rollingRestarts } from './restarts.mjs';
import { soak } from './soak.mjs';
import { stalledSubscribers } from './subscribers.mjs';

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, soak: { type: 'string', default: '10' } },
});
const size = values.quick
  ? { restarts: 2, kills: 1, questions: 50, appends: 50, stalledReaders: 10, seconds: 3, soakMinutes: 0.5 }
  : {
      restarts: 20,
      kills: 10,
      questions: 1000,
      appends: 300,
      stalledReaders: 50,
      seconds: 15,
      soakMinutes: Number(values.soak),
    };

const rows = [];
/** One promise: what was tried, what came out, and whether it held. */
function row(promise, held, figures) {
  rows.push({ promise, held, figures });
  say(`${held ? 'held  ' : 'FAILED'} ${promise}: ${figures}`);
}
const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const told = ({ failures }) => (failures.length > 0 ? `; first failure: ${failures[0].reason}` : '');

say('starting two API replicas on one log, the web server and nginx');
const deployment = await deploy({ cacheLog: true });
try {
  say(`up at ${deployment.url}; the first replica loaded the record in ${ms(deployment.firstStartMs)}`);

  const equal = await equalBytes(deployment, size.questions);
  row(
    'equal bytes for an equal basis from both replicas',
    equal.different.length === 0,
    `${equal.different.length} of ${equal.questions} answers differed`,
  );

  const rolling = await rollingRestarts(deployment, size.restarts);
  row(
    'no failed read in rolling restarts',
    rolling.failures.length === 0,
    `${rolling.failures.length} of ${rolling.asked} reads failed in ${rolling.restarts} restarts, p50 ${ms(rolling.p50Ms)}, p99 ${ms(rolling.p99Ms)}${told(rolling)}`,
  );
  const readyMs = rolling.readyMs[Math.floor(rolling.readyMs.length / 2)];
  row(
    'restart to ready within 3 s at the shipped record',
    readyMs <= 3000,
    `median ${ms(readyMs)}, most ${ms(rolling.readyMs.at(-1))}, under the readers' load`,
  );

  const killed = await killedReplicas(deployment, size.kills);
  row(
    'no failed read when a replica is killed',
    killed.failures.length === 0,
    `${killed.failures.length} of ${killed.asked} reads failed in ${killed.kills} kills, p99 ${ms(killed.p99Ms)}${told(killed)}`,
  );

  const stalled = await stalledSubscribers(deployment, size);
  row(
    'a subscriber who does not read costs nobody',
    stalled.complete && stalled.addedMb < 64,
    `${stalled.stalledReaders} stalled, ${stalled.appends} appends: followers saw ${stalled.complete ? 'each once, in order' : 'NOT all'}, p95 ${ms(stalled.p95Ms)} after the append began, ${stalled.addedMb.toFixed(0)} MB more`,
  );

  const wrk = findWrk();
  if (wrk) {
    const page = await frontPage(deployment, { wrk, seconds: size.seconds });
    row(
      'a front page is served from the cache',
      page.hitShare >= 0.99 && page.failed === 0 && page.requestsPerSecond >= 20_000,
      `${Math.round(page.requestsPerSecond)} requests/s over ${page.addresses} addresses, ${(page.hitShare * 100).toFixed(2)} % kept, p99 ${page.p99}, ${page.failed} of ${page.total} failed (${JSON.stringify(page.counts)})`,
    );
  } else say('skipped the front page: wrk is not here (Debian: apt-get install wrk)');

  const soaked = await soak(deployment, size.soakMinutes, say);
  row(
    'memory stays flat',
    soaked.lastMb < soaked.firstMb * 1.1 + 5 && soaked.failures.length === 0,
    `${soaked.minutes} min, ${soaked.asked} reads, ${soaked.failures.length} failed: ${soaked.firstMb.toFixed(0)} MB in the first quarter, ${soaked.lastMb.toFixed(0)} MB in the last, most ${soaked.mostMb.toFixed(0)} MB`,
  );

  const ending = await deployment.apis[0].end();
  row(
    'a server that is asked to stop does so',
    ending < 12_000,
    `${ms(ending)}, one second of it for the balancer`,
  );
} finally {
  await deployment.stop();
}
const failed = rows.filter(({ held }) => !held).length;
console.log('');
for (const { promise, held, figures } of rows)
  console.log(`  ${held ? 'held  ' : 'FAILED'} ${promise}: ${figures}`);
console.log(`\n${rows.length - failed} held, ${failed} failures`);
process.exitCode = failed > 0 ? 1 : 0;
