// The two servers of the product, started in order and watched.
import { join } from 'node:path';
import { Explained, say } from './console.mjs';
import { nodeRuntime, toolEntry } from './node-runtime.mjs';
import { startProgram, stopPrograms } from './processes.mjs';
import { root } from './repository.mjs';

/**
 * Starts the API, waits until it answers, then the web, and waits for that too.
 * `watch` restarts the API when its compiled files change and serves the web from source.
 * `onLine(name, line)` gets what the servers print; `onDeath(sentence)` is called when one ends by itself later on.
 */
export async function startServers({ host, apiPort, webPort, dataFolder, watch = false, onLine, onDeath }) {
  const node = nodeRuntime().path;
  const reachable = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  const urls = { api: `http://${reachable}:${apiPort}`, web: `http://${reachable}:${webPort}` };
  const shared = {
    HOST: host,
    API_PORT: String(apiPort),
    WEB_PORT: String(webPort),
    NODE_ENV: watch ? 'development' : 'production',
  };
  const programs = [];
  const start = (name, args, folder, env) => {
    const print = onLine && ((line) => onLine(name, line));
    const program = startProgram(name, node, args, {
      cwd: join(root, folder),
      env: { ...shared, ...env },
      onLine: print,
    });
    programs.push(program);
    return program;
  };
  const stop = () => stopPrograms(programs);

  try {
    const apiArgs = watch ? ['--watch', '--watch-preserve-output', 'dist/main.js'] : ['dist/main.js'];
    const api = start('api', apiArgs, 'apps/api', {
      POLICY_DATA_DIR: dataFolder,
      // A person reads this console; every request in it would bury what matters.
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    });
    await answers(api, `${urls.api}/healthz`, 'The API', 300);
    say('the API answers');

    const next = [toolEntry('next'), watch ? 'dev' : 'start', '--hostname', host, '--port', String(webPort)];
    const web = start('web', next, 'apps/web', { API_URL: urls.api });
    await answers(web, urls.web, 'The web server', 120);
    say('the web answers');
  } catch (error) {
    await stop();
    throw error;
  }

  for (const program of programs) {
    const title = program.name === 'api' ? 'The API' : 'The web server';
    const died = () => onDeath?.(`${title} ended by itself (${program.code}); its last words are above.`);
    if (program.ended) died();
    else program.onEnd = died;
  }
  return { urls, stop };
}

/** Waits until the address gives any answer that is not a fault; tells at once when its server has died. */
async function answers(program, url, title, patienceSeconds) {
  const until = Date.now() + patienceSeconds * 1000;
  while (Date.now() < until) {
    if (program.ended) {
      throw new Explained(
        `${title} ended (${program.code}) before it answered at ${url}; its last words are above.`,
      );
    }
    try {
      if ((await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(20_000) })).status < 400)
        return;
    } catch {
      // Not listening yet.
    }
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Explained(
    `${title} did not answer at ${url} within ${patienceSeconds} seconds; its last words are above.`,
  );
}
