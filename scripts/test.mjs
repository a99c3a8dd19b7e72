// npm test: every check there is, in one run. A check that fails does not hide the later ones; only a failed
// build ends the run, because nothing after it would mean anything. The last line is always "N passed, N failed".
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNginx } from '../infra/trials/nginx.mjs';
import { buildProducts } from './build-products.mjs';
import { explain, say } from './console.mjs';
import { countPlaywright, countVitest, readReport } from './count-tests.mjs';
import { findBrowser } from './find-browser.mjs';
import { installOnDebian } from './install-on-debian.mjs';
import { installPackages } from './install-packages.mjs';
import { nodeRuntime, runTool } from './node-runtime.mjs';
import { runToEnd } from './processes.mjs';
import { root, workspaces } from './repository.mjs';
import { startServers } from './run-servers.mjs';
import { freePort } from './settings.mjs';
import { endWith, runScript } from './stop-together.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'policy-timeline-test-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** `{ name, passed, failed, skipped, seconds }` of every check, in order. */
const results = [];

/** Runs one check; whatever goes wrong in it becomes a failure of this check and no other. */
async function check(name, measure) {
  const startedAt = Date.now();
  say(name);
  let counts;
  try {
    counts = await measure();
  } catch (error) {
    console.error(`\n${explain(error)}\n`);
    counts = { passed: 0, failed: 1, skipped: 0 };
  }
  results.push({ name, ...counts, seconds: (Date.now() - startedAt) / 1000 });
  return counts.failed === 0;
}

/** A tool that says only yes or no counts as one. */
const oneCheck = ({ code }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });

/** Needed for the rest, but nothing that a reader would call a test: counted only when it fails. */
async function prepared() {
  await installPackages();
  say(`Node ${nodeRuntime().version} from ${nodeRuntime().from}`);
  await buildProducts();
  return { passed: 0, failed: 0, skipped: 0 };
}

async function vitestIn(folder) {
  const reportFile = join(scratch, `${folder.replaceAll('/', '-')}.json`);
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const { code } = await runTool('vitest', args, { cwd: join(root, folder), env: { NODE_ENV: 'test' } });
  return countVitest(readReport(reportFile), code);
}

/** The built product as `npm start` runs it, on free ports, over a record loaded into an empty folder. */
async function endToEnd() {
  const browser = await findBrowser();
  const dataFolder = join(scratch, 'data');
  const reportFile = join(scratch, 'playwright.json');
  const said = [];
  mkdirSync(dataFolder);
  let deaths = '';
  let servers;
  try {
    servers = await startServers({
      host: '127.0.0.1',
      apiPort: await freePort(),
      webPort: await freePort(),
      dataFolder,
      onLine: (name, line) => said.push(`${name} | ${line}`),
      onDeath: (sentence) => {
        deaths += `${sentence}\n`;
      },
    });
    const { code } = await runTool('@playwright/test', ['test'], {
      cwd: join(root, 'e2e'),
      env: {
        BASE_URL: servers.urls.web,
        API_URL: servers.urls.api,
        POLICY_DATA_DIR: dataFolder,
        CHROME_PATH: browser,
        PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
      },
    });
    const counts = countPlaywright(readReport(reportFile), code);
    if (counts.failed > 0 || deaths) showServers(said, deaths);
    return deaths && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch (error) {
    showServers(said, deaths);
    throw error;
  } finally {
    await servers?.stop();
  }
}

function showServers(said, deaths) {
  const log = join(root, 'test-results', 'servers.log');
  mkdirSync(join(root, 'test-results'), { recursive: true });
  writeFileSync(log, `${said.join('\n')}\n`);
  console.error(
    `\n${deaths}The last words of the servers (all of them: ${log}):\n${said.slice(-40).join('\n')}\n`,
  );
}

/** The build writes schema.graphql; where the committed one is another, a reviewer has not seen the change. */
async function schemaIsCommitted() {
  return oneCheck(await runToEnd('git', ['diff', '--exit-code', '--', 'apps/api/schema.graphql']));
}

async function end() {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log('');
  for (const { name, passed, failed, skipped, seconds } of results) {
    const counts = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
    console.log(
      `  ${failed > 0 ? 'FAILED' : 'ok    '} ${name.padEnd(34)} ${counts.padEnd(36)} ${seconds.toFixed(1).padStart(6)} s`,
    );
  }
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  await endWith(sum('failed') === 0 ? 0 : 1);
}

await runScript(
  async () => {
    if (!(await check('packages and build', prepared))) return end();

    await check('lint', async () => oneCheck(await runTool('@biomejs/biome', ['check', '.'])));
    await check('lock', async () => oneCheck(await runToEnd(nodeRuntime().path, ['scripts/check-lock.mjs'])));
    await check('licences', async () =>
      oneCheck(await runToEnd(nodeRuntime().path, ['scripts/licences.mjs'], { quiet: true })),
    );
    await check('arrows', async () =>
      oneCheck(await runToEnd(nodeRuntime().path, ['scripts/check-arrows.mjs'])),
    );
    await check('types', async () =>
      oneCheck(
        await runTool('turbo', [
          'run',
          'typecheck',
          '--concurrency=2',
          '--continue',
          '--output-logs=new-only',
        ]),
      ),
    );
    if (process.env.CI && existsSync(join(root, '.git')))
      await check('schema is committed', schemaIsCommitted);

    // The tests of infra/ run behind a real nginx; without one they say that they were skipped.
    if (!findNginx()) await installOnDebian(['nginx-light']);
    for (const { folder, manifest } of workspaces()) {
      if (manifest.scripts?.test) await check(`tests of ${folder}`, () => vitestIn(folder));
    }
    await check('bench gate', async () =>
      oneCheck(
        await runToEnd(nodeRuntime().path, ['engine.mjs', '--gate'], {
          cwd: join(root, 'bench'),
        }),
      ),
    );
    await check('tests of scripts', () => vitestIn('scripts'));
    await check('end to end', endToEnd);
    await end();
  },
  { code: 130 },
);
