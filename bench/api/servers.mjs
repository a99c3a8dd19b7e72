import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const api = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const started = [];

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Runs a program until it says `sign`; gives its process. */
async function run(args, env, sign) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => String(text).includes(sign) && resolve());
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}`)));
  });
  return child;
}

export async function startPlain(file) {
  const port = await freePort();
  const { pid } = await run([join(here, file), String(port)], {}, 'ready');
  return { url: `http://127.0.0.1:${port}/graphql`, pid };
}

/** The product, without the limit per address and with a log of its own. */
export async function startApi(environment) {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'policy-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const env = {
    API_PORT: String(port),
    POLICY_DATA_DIR: folder,
    POLICY_RATE_LIMIT: '0',
    LOG_LEVEL: 'warn',
    ...environment,
  };
  const child = await run([api], env, 'The API answers');
  const key = readFileSync(join(folder, 'editor.key'), 'utf8').trim();
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    pid: child.pid,
    key,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export function stopAll() {
  for (const child of started) child.kill('SIGTERM');
}

/** Resident memory of a process in MB. */
export function residentMb(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}
