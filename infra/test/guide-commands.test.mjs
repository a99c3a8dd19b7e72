import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../scripts/settings.mjs';
import { Server } from '../trials/deployment.mjs';
import { repository } from './files.mjs';

/** Lines that need a machine of their own, and who tries what they do here. */
const ELSEWHERE = [
  /^(apt-get|useradd|install|rm -f \/etc|chmod|systemctl) /, // host.test.mjs reads the units and the files
  /^nginx -t$/, // restart.test.mjs starts nginx with these files
  /^docker /, // compose.test.mjs, containers.test.mjs
  /^(git|cd) |^npm ci|^npm run build$/, // npm test itself starts from a bare clone
  /^(KURRENTDB_URL|POLICY_LOG_URL)=|^export POLICY_LOG_URL$|^npm run copy-log .* -$/, // tried in packages/event-store
];

const folder = mkdtempSync(join(tmpdir(), 'policy-guides-'));
const data = join(folder, 'policy-timeline');
let api;
beforeAll(async () => {
  mkdirSync(data);
  const port = await freePort();
  api = new Server({
    args: ['dist/main.js'],
    cwd: 'apps/api',
    url: `http://127.0.0.1:${port}`,
    ready: '/readyz',
    env: { HOST: '127.0.0.1', API_PORT: String(port), POLICY_DATA_DIR: data, POLICY_DRAIN_SECONDS: '0' },
  });
  await api.start();
}, 60_000);
afterAll(async () => {
  await api?.end();
  rmSync(folder, { recursive: true, force: true });
});

/** The commands of a guide's `sh` blocks in order, without comments and without the texts of files they write. */
function commandsOf(guide) {
  const text = readFileSync(join(repository, 'docs/guides', guide), 'utf8');
  const blocks = [...text.matchAll(/^ *```sh\n(.*?)^ *```/gms)].map(([, block]) => block);
  return blocks.flatMap((block) =>
    block
      .replaceAll(/\\\n\s*/g, '')
      .replace(/^cat > .*<<'?END'?\n.*?^END\n/gms, '')
      .split('\n')
      .map((line) => ({
        command: line.replace(/\s+# .*/, '').trim(),
        // Success, where the guide does not say otherwise.
        code: Number(/# exit code (\d+)/.exec(line)?.[1] ?? 0),
      }))
      .filter(({ command }) => command !== ''),
  );
}

/** The same command on this test's folders and server. */
const here = (command) =>
  command
    .replaceAll('/var/backups/policy-timeline', folder)
    .replaceAll('/var/lib/policy-timeline', data)
    .replaceAll('/tmp/copy.sqlite', join(folder, 'copy.sqlite'))
    .replaceAll('infra/kurrentdb/certificates', join(folder, 'certificates'))
    .replaceAll('http://localhost:4000', api.url);

const guides = readdirSync(join(repository, 'docs/guides')).filter((name) => commandsOf(name).length > 0);

it.each(guides)(
  '%s: its commands do what it says',
  async (guide) => {
    for (const { command, code } of commandsOf(guide)) {
      // A server that must not run while its log is replaced is stopped by the guide; so it is here.
      if (command === 'systemctl stop policy-timeline-api') await api.end();
      if (command === 'systemctl start policy-timeline-api') await api.start();
      if (ELSEWHERE.some((line) => line.test(command))) continue;
      const follows = /^curl -N/.test(command);
      const { status, stdout, stderr } = spawnSync(
        'sh',
        ['-c', `${follows ? 'timeout 2 ' : ''}${here(command)}`],
        {
          cwd: repository,
          encoding: 'utf8',
          env: { ...process.env, POLICY_DATA_DIR: data },
        },
      );
      // Who follows the log is ended by the clock.
      expect([command, status, status === code ? '' : stdout + stderr]).toEqual([
        command,
        follows ? 124 : code,
        follows ? expect.any(String) : '',
      ]);
    }
  },
  120_000,
);
