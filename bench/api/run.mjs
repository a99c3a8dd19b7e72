// npm run bench:api. Ratios of one run; targets in the last column, and the exit code tells whether all hold.
import assert from 'node:assert/strict';
import { parseDay, viewOf } from '@policy-timeline/domain';
import autocannon from 'autocannon';
import { random } from '../measure.mjs';
import {
  body,
  COLUMNS,
  DATES,
  FIVE_HUNDRED,
  fiveHundredVariables,
  listed,
  REASONS,
  record,
} from './questions.mjs';
import { residentMb, startApi, startPlain, stopAll } from './servers.mjs';
import { append, subscribe } from './subscribers.mjs';

const ROUNDS = 9;
const SECONDS = 1;
const timeline = record();
const slotsOn = new Map(
  DATES.map((date) => [date, listed(timeline, viewOf({ date: parseDay(date) })).map(({ slot }) => slot)]),
);
const fiveHundred = (date) => body(FIVE_HUNDRED, fiveHundredVariables(date, slotsOn.get(date)));

const [bare, stock, api, keeping] = await Promise.all([
  startPlain('bare-server.mjs'),
  startPlain('stock-server.mjs'),
  startApi({ POLICY_CACHE_MB: '0' }),
  startApi({}),
]);

const headers = { 'content-type': 'application/json' };
const post = async (url, text) => (await fetch(url, { method: 'POST', headers, body: text })).json();

/** The same question on every day of the year, so that nothing kept for one request serves the next. */
const overTheYear = (question) => DATES.map((date) => ({ method: 'POST', headers, body: question(date) }));
const candidates = {
  'bare node:http, 500 readings': { url: bare.url, requests: overTheYear(fiveHundred) },
  'stock Nest + Apollo, 500 readings': { url: stock.url, requests: overTheYear(fiveHundred) },
  'API, 500 readings': { url: api.url, requests: overTheYear(fiveHundred) },
  'bare node:http, all readings': { url: bare.url, requests: overTheYear((date) => body('all', { date })) },
  'API, all readings as columns': { url: api.url, requests: overTheYear((date) => body(COLUMNS, { date })) },
  'API, 500 readings asked again': {
    url: keeping.url,
    requests: [{ method: 'POST', headers, body: fiveHundred(DATES[200]) }],
  },
};

async function sameAnswers() {
  for (const date of [DATES[0], DATES[120], DATES[230], DATES[364]]) {
    const [first, second, third, again] = [bare, stock, api, keeping].map(({ url }) =>
      post(url, fiveHundred(date)),
    );
    const expected = (await first).data;
    assert.equal(
      expected.a.readings.edges.length + expected.b.readings.edges.length + expected.c.readings.edges.length,
      500,
    );
    for (const answer of [
      second,
      third,
      again,
      post(api.url, fiveHundred(date)),
      post(keeping.url, fiveHundred(date)),
    ])
      assert.deepEqual((await answer).data, expected);
    const rows = (await post(bare.url, body('all', { date }))).data.stateAsOf.readings.edges;
    const { columns } = (await post(api.url, body(COLUMNS, { date }))).data.stateAsOf;
    assert.deepEqual(
      columns.slot.map((slot, i) => ({
        slot,
        status: columns.status[i],
        certainty: columns.certainty[i],
        projected: columns.projected[i],
        validFrom: columns.validFrom[i],
      })),
      rows.map(({ node }) => node),
    );
  }
}

const load = async ({ url, requests }, connections, duration) => {
  const result = await autocannon({ url, requests, connections, duration });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return result;
};
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const percentile = (values, share) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1];

/**
 * Candidates take turns in short rounds, so that what else the machine does meets them all. A ratio is that of two rates of
 * one round, and the median over the rounds is told.
 */
async function throughput() {
  const perSecond = new Map(Object.keys(candidates).map((name) => [name, []]));
  const shuffle = random(11);
  for (let round = -1; round < ROUNDS; round++)
    for (const name of Object.keys(candidates).sort(() => shuffle() - 0.5)) {
      const { requests } = await load(candidates[name], 8, SECONDS);
      // The first round warms up.
      if (round >= 0) perSecond.get(name).push(requests.average);
    }
  return {
    rate: (name) => median(perSecond.get(name)),
    ratio(name, of) {
      const ratios = perSecond.get(name).map((rate, round) => rate / perSecond.get(of)[round]);
      return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
    },
  };
}

async function reasons() {
  const requests = overTheYear((date) => body(REASONS, { date }));
  await load({ url: api.url, requests }, 16, SECONDS);
  const rounds = [];
  for (let i = 0; i < 3; i++) rounds.push((await load({ url: api.url, requests }, 16, 3)).latency.p99);
  return median(rounds);
}

async function appendToVisible() {
  const arrived = new Map();
  const { leave } = await subscribe(keeping.url, ({ data }, at) => arrived.set(data.eventAppended.id, at));
  const took = [];
  for (let i = 0; i < 100; i++) {
    const { id, sent } = await append(keeping, i);
    while (!arrived.has(id)) await new Promise((resolve) => setTimeout(resolve, 1));
    // The first appends warm up.
    if (i >= 20) took.push(arrived.get(id) - sent);
  }
  leave();
  return percentile(took, 0.95);
}

async function idleSubscribers() {
  const before = residentMb(keeping.pid);
  const open = [];
  for (let i = 0; i < 2000; i += 100)
    open.push(...(await Promise.all(Array.from({ length: 100 }, () => subscribe(keeping.url)))));
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const more = residentMb(keeping.pid) - before;
  for (const { leave } of open) leave();
  return more;
}

const missed = [];
function tell(what, value, unit, target, holds) {
  console.log(
    `${what.padEnd(62)}${`${value} ${unit}`.padStart(14)}   ${target.padEnd(12)} ${holds ? 'holds' : 'MISSED'}`,
  );
  if (!holds) missed.push(what);
}

try {
  await sameAnswers();
  console.log(
    `The same answers from all servers on four days; then requests a second, 8 connections, median of ${ROUNDS} rounds:\n`,
  );
  const { rate, ratio } = await throughput();
  for (const name of Object.keys(candidates))
    console.log(`${name.padEnd(40)}${rate(name).toFixed(0).padStart(8)}`);
  console.log('\nRatios: the median over the rounds, and the least and the most of one round:\n');
  const limit = 'bare node:http, 500 readings';
  const percent = (share) => Math.round(100 * share);
  const tellShare = (what, name, of, least) => {
    const share = ratio(name, of);
    const spread = `(${percent(share.least)} to ${percent(share.most)})`;
    tell(`${what} ${spread}`, percent(share.median), '%', `>= ${least} %`, share.median >= least / 100);
  };
  tellShare('500 readings, of bare node:http', 'API, 500 readings', limit, 30);
  const times = ratio('API, 500 readings', 'stock Nest + Apollo, 500 readings').median;
  tell('500 readings, of the stock stack', times.toFixed(1), 'x', '>= 3 x', times >= 3);
  tellShare(
    'all readings as columns, of objects by node:http',
    'API, all readings as columns',
    'bare node:http, all readings',
    50,
  );
  tellShare('500 readings asked again, of bare node:http', 'API, 500 readings asked again', limit, 200);
  const p99 = await reasons();
  tell('first 50 with reasons, 16 clients, p99', p99.toFixed(1), 'ms', '<= 25 ms', p99 <= 25);
  const visible = await appendToVisible();
  tell('append to visible in a subscribed client, p95', visible.toFixed(1), 'ms', '<= 50 ms', visible <= 50);
  const more = await idleSubscribers();
  tell('2,000 idle subscribers', more.toFixed(0), 'MB more', '<= 400 MB', more <= 400);
} finally {
  stopAll();
}
process.exitCode = missed.length === 0 ? 0 : 1;
