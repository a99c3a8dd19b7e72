// npm run drill: the restore drill of docs/guides/backup-and-restore.md, on a data folder of its own and with a clock.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendTrialEvent } from '../infra/trials/append.mjs';
import { Server } from '../infra/trials/deployment.mjs';
import { buildProducts } from './build-products.mjs';
import { Explained, say } from './console.mjs';
import { installPackages } from './install-packages.mjs';
import { nodeRuntime } from './node-runtime.mjs';
import { runToEnd } from './processes.mjs';
import { root } from './repository.mjs';
import { freePort } from './settings.mjs';
import { runScript } from './stop-together.mjs';

const folder = mkdtempSync(join(tmpdir(), 'policy-timeline-drill-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const log = join(folder, 'policy-timeline.sqlite');
const copy = join(folder, 'copy.sqlite');

await runScript(
  async () => {
    await installPackages();
    await buildProducts(['./packages/*', '@policy-timeline/api']);
    const port = await freePort();
    const api = new Server({
      args: ['dist/main.js'],
      cwd: 'apps/api',
      url: `http://127.0.0.1:${port}`,
      ready: '/readyz',
      env: { API_PORT: String(port), POLICY_DATA_DIR: folder, POLICY_RATE_LIMIT: '0' },
    });
    const began = performance.now();
    say(`the shipped record is loaded; answering after ${seconds(await api.start())}`);
    const key = readFileSync(join(folder, 'editor.key'), 'utf8').trim();

    let appended = 0;
    let appending = true;
    const writer = (async () => {
      while (appending) await appendTrialEvent({ url: api.url, key }, `drill-${appended}`, appended++);
    })();
    const backedUp = performance.now();
    await command(['backup', copy], 0);
    say(`backed up while it was written to, in ${seconds(performance.now() - backedUp)}`);
    appending = false;
    await writer;
    const before = await stateAt(api.url);
    say(`${appended} events were appended meanwhile; the log stands at position ${before.position}`);
    await api.end();

    damage(log);
    const told = await command(['verify', log], 1);
    if (!/position \d+/.test(told)) throw new Explained(`verify did not name the position:\n${told}`);
    say(`one byte is flipped: ${told.trim().split('\n').at(-1)}`);

    const restoring = performance.now();
    await command(['restore', copy, '--replace'], 0);
    await command(['verify', log], 0);
    await api.start();
    const downSeconds = seconds(performance.now() - restoring);
    const after = await stateAt(api.url);
    const same = await stateAt(api.url, after.position);
    if (after.position > before.position || same.basis !== after.basis)
      throw new Explained(`the restored log stands at position ${after.position}, which was never backed up`);
    await api.end();
    say(`restored to position ${after.position}, verified and answering again after ${downSeconds}`);
    console.log(
      `\nThe drill took ${seconds(performance.now() - began)}; ${before.position - after.position} events came after the backup and would be appended again.`,
    );
  },
  { code: 130 },
);

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Position and basis of what is served, or of an older position. */
async function stateAt(url, position) {
  const answer = await fetch(`${url}/pack${position === undefined ? '' : `?position=${position}`}`, {
    method: 'GET',
  });
  await answer.arrayBuffer();
  return { position: Number(answer.headers.get('x-position')), basis: answer.headers.get('x-basis') };
}

/** Runs one of the log's commands; its output, when it ended with the code it should. */
async function command([name, ...args], expected) {
  const { code, output } = await runToEnd(
    nodeRuntime().path,
    [join(root, 'packages/event-store/commands/main.mjs'), name, root, ...args],
    { quiet: true, env: { POLICY_DATA_DIR: folder } },
  );
  if (code !== expected)
    throw new Explained(`${name} ended with ${code} where ${expected} was expected:\n${output}`);
  return output;
}

/** Flips one byte in the text of a record in the middle of the file. */
function damage(file) {
  const bytes = readFileSync(file);
  const middle = Math.floor(statSync(file).size / 2);
  const at = [bytes.indexOf('"title"', middle), bytes.lastIndexOf('"title"', middle)].find(
    (found) => found > 0,
  );
  if (at === undefined) throw new Explained('the file holds no record that could be damaged');
  const handle = openSync(file, 'r+');
  writeSync(handle, 'T', at + 1);
  closeSync(handle);
}
