// npm run lighthouse: Lighthouse over every page of the built product, as a phone and as a desk, without a network; writes docs/lighthouse.md. Pages may be named: npm run lighthouse -- / /duty
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProducts } from './build-products.mjs';
import { say } from './console.mjs';
import { findBrowser } from './find-browser.mjs';
import { installPackages } from './install-packages.mjs';
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
  '/admin',
  '/about',
];
const named = process.argv.slice(2);
const pages = named.length > 0 ? named : everyPage;
const forms = ['mobile', 'desktop'];
const categories = ['performance', 'accessibility', 'best-practices'];

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
  const rows = [];
  try {
    for (const page of pages) {
      // The first visit compiles and fills caches; a score is of the second.
      await fetch(`${servers.urls.web}${page}`);
      for (const form of forms) {
        const report = join(scratch, 'report.json');
        const args = [
          toolEntry('lighthouse'),
          `${servers.urls.web}${page}`,
          '--quiet',
          '--output=json',
          `--output-path=${report}`,
          `--only-categories=${categories.join(',')}`,
          '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking',
          ...(form === 'desktop' ? ['--preset=desktop'] : []),
        ];
        const { code } = await runToEnd(nodeRuntime().path, args, {
          cwd: root,
          env: { CHROME_PATH: browser },
        });
        if (code !== 0 || !existsSync(report))
          throw new Error(`Lighthouse gave no report of ${page} (${form}).`);
        const result = JSON.parse(readFileSync(report, 'utf8'));
        rmSync(report);
        rows.push({ page, form, result });
        say(`${page} ${form}: ${categories.map((name) => scoreOf(result, name)).join(' ')}`);
        writeFileSync(join(root, 'docs', 'lighthouse.md'), documentOf(rows));
      }
    }
    say('docs/lighthouse.md is written');
  } finally {
    await servers.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
});

function scoreOf(result, category) {
  const score = result.categories[category]?.score;
  return typeof score === 'number' ? String(Math.round(score * 100)) : '–';
}

function documentOf(rows) {
  const [first] = rows;
  const measure = (result, audit, unit) => {
    const value = result.audits[audit]?.numericValue;
    return typeof value !== 'number'
      ? '–'
      : unit === 's'
        ? `${(value / 1000).toFixed(1)} s`
        : value.toFixed(3);
  };
  const lines = rows.map(
    ({ page, form, result }) =>
      `| \`${page}\` | ${form} | ${categories.map((name) => scoreOf(result, name)).join(' | ')} | ${measure(result, 'largest-contentful-paint', 's')} | ${measure(result, 'cumulative-layout-shift', '')} |`,
  );
  return `# Lighthouse

Written by \`npm run lighthouse\` from the built product on one machine, without a network: Lighthouse ${first?.result.lighthouseVersion ?? ''}, its own
throttling (mobile: slow 4G and a 4× slower processor; desktop: 10 Mbit/s), the whole record loaded. Scores are of 100. Performance moves by
several points from run to run and with what else the machine does; accessibility and best practices do not.

| page | form | performance | accessibility | best practices | largest paint | layout shift |
| --- | --- | ---: | ---: | ---: | ---: | ---: |
${lines.join('\n')}
`;
}
