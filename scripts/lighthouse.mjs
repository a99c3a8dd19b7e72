// npm run lighthouse: Lighthouse over every page of the built product, as a phone and as a desk, without a network; writes docs/lighthouse.md. Named pages are measured and told, and the document stays: npm run lighthouse -- / /duty
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProducts } from './build-products.mjs';
import { Explained, say } from './console.mjs';
import { findBrowser } from './find-browser.mjs';
import { installPackages } from './install-packages.mjs';
import { categories, documentOf, findingsOf, scoreOf } from './lighthouse-table.mjs';
import { nodeRuntime, toolEntry } from './node-runtime.mjs';
import { runToEnd } from './processes.mjs';
import { root } from './repository.mjs';
import { startServers } from './run-servers.mjs';
import { freePort } from './settings.mjs';
import { runScript } from './stop-together.mjs';

const everyPage = [
  '/',
  '/event/jpn-15',
  '/subject/tariff/us/reciprocal/JPN',
  '/partner/JPN',
  '/duty',
  '/quadrant',
  '/papers',
  '/paper/000',
  '/compare',
  '/deadlines',
  // As it opens without a token.
  '/admin',
  '/about',
  '/embed?d=2025-08-20&f=JPN',
];
const named = process.argv.slice(2);
const pages = named.length > 0 ? named : everyPage;
const forms = ['mobile', 'desktop'];

await runScript(async () => {
  await installPackages();
  await buildProducts();
  const browser = await findBrowser();
  const scratch = mkdtempSync(join(tmpdir(), 'policy-timeline-lighthouse-'));
  const dataFolder = join(scratch, 'data');
  mkdirSync(dataFolder);
  const servers = await startServers({
    host: '127.0.0.1',
    apiPort: await freePort(),
    webPort: await freePort(),
    dataFolder,
  });
  const machine = {
    load: loadavg()[0] ?? 0,
    processors: availableParallelism(),
    date: new Date().toISOString().slice(0, 10),
  };
  const rows = [];
  const unread = [];
  try {
    for (const page of pages) {
      // The first visit fills the server's caches; a score is of the second.
      await fetch(`${servers.urls.web}${page}`);
      for (const form of forms) {
        const visit = () =>
          reportOf(`${servers.urls.web}${page}`, form, { browser, file: join(scratch, 'report.json') });
        // On a busy machine its browser sometimes gives no trace at all.
        const result = (await visit()) ?? (await visit());
        if (result === null) {
          unread.push(`${page} (${form})`);
          continue;
        }
        const row = { page, form, result };
        rows.push(row);
        say(`${page} ${form}: ${categories.map((name) => scoreOf(result, name)).join(' ')}`);
        for (const finding of findingsOf(row)) say(`  ${finding}`);
      }
    }
  } finally {
    await servers.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
  if (unread.length > 0)
    throw new Explained(
      `Lighthouse gave no report of ${unread.join(', ')}; docs/lighthouse.md is as it was.`,
    );
  if (named.length > 0) return;
  writeFileSync(join(root, 'docs', 'lighthouse.md'), documentOf(rows, machine));
  say('docs/lighthouse.md is written');
});

/** Lighthouse's own report of one visit; null where it gave none. */
async function reportOf(address, form, { browser, file }) {
  const args = [
    toolEntry('lighthouse'),
    address,
    '--quiet',
    '--output=json',
    `--output-path=${file}`,
    `--only-categories=${categories.join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking',
    ...(form === 'desktop' ? ['--preset=desktop'] : []),
  ];
  const { code } = await runToEnd(nodeRuntime().path, args, { cwd: root, env: { CHROME_PATH: browser } });
  if (code !== 0 || !existsSync(file)) return null;
  const result = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return result;
}
