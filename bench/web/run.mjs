// The screen under load: frames of a drag at 100,000 and 20,000 facts, steps beside vis-timeline and plain React, first load.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { loadCatalogue } from '@policy-timeline/data';
import { packOf, Timeline } from '@policy-timeline/domain';
import { chromium } from 'playwright-core';
import { countScripts, dragFrames, keyFrames, percentile, stepFrames } from './drag.mjs';
import { serveApi } from './fake-api.mjs';
import { servePeers } from './peers.mjs';
import { itemsOf, syntheticPack } from './synthetic-pack.mjs';

const PORTS = { api: 4778, web: 3778, peers: 3779 };
const FRAMES = 400;
const STEPS = 60;
const ROUNDS = 3;
const web = `http://127.0.0.1:${PORTS.web}`;
const failed = [];
const held = (name, figure, most, unit = 'ms') => {
  const ok = figure <= most;
  if (!ok) failed.push(name);
  console.log(
    `${ok ? 'holds ' : 'MISSED'} ${name.padEnd(66)} ${figure.toFixed(2).padStart(9)} ${unit}  (at most ${most})`,
  );
};

const require = createRequire(import.meta.url);
const startWeb = async (api) => {
  const folder = fileURLToPath(new URL('../../apps/web', import.meta.url));
  const server = spawn(
    process.execPath,
    [
      require.resolve('next/dist/bin/next', { paths: [folder] }),
      'start',
      '--hostname',
      '127.0.0.1',
      '--port',
      String(PORTS.web),
    ],
    {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production', API_URL: api },
      stdio: 'ignore',
    },
  );
  for (let i = 0; i < 300; i++) {
    if (
      await fetch(`${web}/about`).then(
        () => true,
        () => false,
      )
    )
      return server;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  server.kill();
  throw new Error(`the web server does not answer at ${web}`);
};

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const newPage = async ({ script = countScripts } = {}) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  if (script) await page.addInitScript(script);
  const session = await context.newCDPSession(page);
  const slow = (rate) => session.send('Emulation.setCPUThrottlingRate', { rate });
  return { context, page, session, slow };
};
const openScreen = async (page) => {
  await page.goto(`${web}/?d=2018-01-10&r=2012-01..2026-09&lang=en`);
  await page.locator('html[data-record="ready"]').waitFor({ timeout: 120_000 });
  await page.locator('.why-more[aria-busy="false"]').waitFor({ state: 'attached', timeout: 60_000 });
  await page.waitForTimeout(1500);
};

async function drag(facts, slower) {
  const name = `${facts.toLocaleString('en')} facts${slower > 1 ? `, ${slower}× slower` : ''}`;
  const most = slower > 1 ? 6 : 4;
  const p95s = [];
  const long = [];
  const asked = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { context, page, slow } = await newPage();
    await openScreen(page);
    page.on('request', (request) => asked.push(request.url()));
    await slow(slower);
    const frames = await page.evaluate(dragFrames, FRAMES);
    await context.close();
    p95s.push(percentile(frames.script, 0.95));
    long.push(frames.long.length);
    console.log(
      `${name}: script p50 ${percentile(frames.script, 0.5).toFixed(2)} p95 ${percentile(frames.script, 0.95).toFixed(2)} max ${Math.max(...frames.script).toFixed(1)} ms; frame p50 ${percentile(frames.interval, 0.5).toFixed(1)} p95 ${percentile(frames.interval, 0.95).toFixed(1)} ms; ends at ${frames.shown}`,
    );
  }
  console.log(
    `${name}: p95 of ${ROUNDS} drags ${percentile(p95s, 0.5).toFixed(2)} (${Math.min(...p95s).toFixed(2)}–${Math.max(...p95s).toFixed(2)}) ms`,
  );
  held(`drag, ${name}: script p95, median of ${ROUNDS} drags`, percentile(p95s, 0.5), most);
  if (slower === 1)
    held(
      `drag, ${name}: long tasks over 50 ms, median of ${ROUNDS} drags`,
      percentile(long, 0.5),
      0,
      'of 400',
    );
  held(
    `drag, ${name}: requests`,
    asked.filter((url) => !url.includes('icon')).length,
    0,
    `of ${ROUNDS * FRAMES}`,
  );
}

async function stepsOf(address, run, ready) {
  const { context, page } = await newPage();
  await page.goto(address);
  await page.locator(ready).waitFor({ state: 'attached', timeout: 180_000 });
  await page.waitForTimeout(1500);
  await page.evaluate(run, 5);
  const script = await page.evaluate(run, STEPS);
  await context.close();
  return percentile(script, 0.5);
}

async function firstLoad() {
  const { context, page, session, slow } = await newPage({ script: null });
  await page.addInitScript(() => {
    const seen = { cls: 0, lcp: 0, inp: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.cls += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.lcp = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry.interactionId) seen.inp = Math.max(seen.inp, entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 40,
    downloadThroughput: 1_250_000,
    uploadThroughput: 1_250_000,
  });
  await slow(4);
  const bodies = [];
  page.on('response', async (response) => {
    const body = await response.body().catch(() => null);
    if (body && !bodies.some(({ url }) => url === response.url()))
      bodies.push({
        url: response.url(),
        type: response.request().resourceType(),
        bytes: gzipSync(body).length,
      });
  });
  const start = Date.now();
  await page.goto(`${web}/?lang=ja`);
  await page.locator('html[data-record="ready"]').waitFor({ timeout: 60_000 });
  const interactive = Date.now() - start;
  await page.waitForTimeout(3000);
  const script = bodies.filter(({ type }) => type === 'script').reduce((sum, { bytes }) => sum + bytes, 0);
  const pack = bodies
    .filter(({ url }) => url.includes('/api/pack'))
    .reduce((sum, { bytes }) => sum + bytes, 0);
  for (const key of ['.', '.', '2', '1', 'k', 'a', 'd']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(500);
  }
  const seen = await page.evaluate(() => window.seen);
  console.log(`first load of the whole record, 10 Mbit/s, 4× slower; bytes as gzip:`);
  held('JavaScript before interaction', script / 1024, 150, 'KiB');
  held('JavaScript and pack', (script + pack) / 1024, 350, 'KiB');
  held('largest paint', seen.lcp, 1500);
  held('interactive: the record is there and keys work', interactive, 2500);
  held('layout shift', seen.cls, 0.02, '');
  held('interaction to next paint, the longest of seven keys', seen.inp, 200);
  await context.close();
}

try {
  {
    const { events } = loadCatalogue();
    const timeline = Timeline.of(events.map((event, position) => ({ position, event })));
    const api = await serveApi(packOf(timeline, { hash: 'shipped' }), PORTS.api);
    const server = await startWeb(`http://127.0.0.1:${PORTS.api}`);
    try {
      await firstLoad();
    } finally {
      server.kill();
      api.closeAllConnections();
      api.close();
    }
  }
  for (const [facts, slower] of [
    [100_000, 1],
    [20_000, 4],
  ]) {
    const pack = syntheticPack(facts);
    const api = await serveApi(pack, PORTS.api);
    const server = await startWeb(`http://127.0.0.1:${PORTS.api}`);
    try {
      await drag(facts, slower);
      if (facts !== 20_000) continue;
      const peers = await servePeers(itemsOf(pack), PORTS.peers);
      const ours = await stepsOf(
        `${web}/?d=2015-06-14&r=2012-01..2026-09&lang=en`,
        keyFrames,
        '.why-more[aria-busy="false"]',
      );
      const vis = await stepsOf(`http://127.0.0.1:${PORTS.peers}/vis`, stepFrames, 'html[data-ready="true"]');
      const react = await stepsOf(
        `http://127.0.0.1:${PORTS.peers}/react`,
        stepFrames,
        'html[data-ready="true"]',
      );
      peers.close();
      console.log(
        `script per step (median) over the same ${itemsOf(pack).length.toLocaleString('en')} items: ours ${ours.toFixed(2)} ms, vis-timeline ${vis.toFixed(2)} ms, plain React ${react.toFixed(2)} ms`,
      );
      held('our share of a step of vis-timeline (at least 20× less)', ours / vis, 0.05, '');
    } finally {
      server.kill();
      api.closeAllConnections();
      api.close();
    }
  }
} finally {
  await browser.close();
}
if (failed.length > 0) {
  console.error(`Missed: ${failed.join('; ')}`);
  process.exitCode = 1;
}
