// What one machine runs: API replicas on one log, the web server, nginx in front; each a real process.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeRuntime, toolEntry } from '../../scripts/node-runtime.mjs';
import { root } from '../../scripts/repository.mjs';
import { freePort } from '../../scripts/settings.mjs';
import { findNginx, layOut, startNginx } from './nginx.mjs';

const NODE = nodeRuntime().path;

/** A process of ours that can be asked to end, killed, and started again on the same port. */
export class Server {
  #child = null;

  constructor({ args, cwd, env, url, ready }) {
    Object.assign(this, { args, cwd, env, url, ready });
    process.once('exit', () => this.#child?.kill('SIGKILL'));
  }

  get pid() {
    return this.#child?.pid;
  }

  /** Resolves with the milliseconds from the start of the process to its first answer that it is ready. */
  async start() {
    const began = performance.now();
    const child = spawn(NODE, this.args, {
      cwd: join(root, this.cwd),
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'error',
        NEXT_TELEMETRY_DISABLED: '1',
        ...this.env,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#child = child;
    while (performance.now() - began < 120_000) {
      if (child.exitCode !== null)
        throw new Error(`${this.cwd} ended with code ${child.exitCode} before it answered`);
      const answer = await fetch(`${this.url}${this.ready}`).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.ok) return performance.now() - began;
      await pause(20);
    }
    throw new Error(`${this.cwd} did not answer within two minutes`);
  }

  /** Resolves with the milliseconds until the process has ended. */
  async end(signal = 'SIGTERM') {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return 0;
    const began = performance.now();
    await new Promise((ended) => {
      child.once('close', ended);
      child.kill(signal);
    });
    return performance.now() - began;
  }

  /** Resident memory in MB. */
  get memoryMb() {
    const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))?.[1];
    return Number(kb) / 1024;
  }
}

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Two API replicas on one SQLite log, a web server, and nginx before them. `stop` ends all and removes the folder. */
export async function deploy({ web = true, cacheLog = false } = {}) {
  const nginx = findNginx();
  if (!nginx)
    throw new Error('nginx is not here; install it (Debian: apt-get install nginx-light) or set NGINX_PATH');
  const folder = mkdtempSync(join(tmpdir(), 'policy-operate-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  const replica = async (name, seed) => {
    const port = await freePort();
    return new Server({
      args: ['dist/main.js'],
      cwd: 'apps/api',
      url: `http://127.0.0.1:${port}`,
      ready: '/readyz',
      env: {
        HOST: '127.0.0.1',
        API_PORT: String(port),
        POLICY_DATA_DIR: data,
        POLICY_SEED: seed,
        POLICY_RATE_LIMIT: '0',
        POLICY_DRAIN_SECONDS: '1',
        POLICY_SHARED_CACHE_SECONDS: '5',
        OTEL_SERVICE_NAME: name,
      },
    });
  };
  const apis = [await replica('one', 'catalogue'), await replica('two', 'none')];
  const firstStartMs = await apis[0].start();
  await apis[1].start();
  const webPort = await freePort();
  const webServer = new Server({
    args: [toolEntry('next'), 'start', '--hostname', '127.0.0.1', '--port', String(webPort)],
    cwd: 'apps/web',
    url: `http://127.0.0.1:${webPort}`,
    ready: '/about',
    env: { API_URL: apis[0].url },
  });
  if (web) await webServer.start();
  const port = await freePort();
  const main = layOut(folder, { port, api: apis.map(({ url }) => url), web: [webServer.url], cacheLog });
  const stopNginx = startNginx(nginx, folder, main);
  const url = `http://127.0.0.1:${port}`;
  while (
    !(await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    ))
  )
    await pause(20);
  return {
    url,
    apis,
    web: webServer,
    folder,
    data,
    firstStartMs,
    key: readFileSync(join(data, 'editor.key'), 'utf8').trim(),
    async stop() {
      await stopNginx();
      await Promise.all([...apis, webServer].map((server) => server.end()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
