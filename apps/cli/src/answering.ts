import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { CommandFault, EXIT } from './faults.js';

/** Who answers: a server by its address, or the shipped record in a process of our own. */
export interface Answering {
  readonly url: string;
  stop(): Promise<void>;
}

/** @param url of a server, of its web client too; left out: the record that came with the package, in memory. */
export async function answering(url: string | undefined): Promise<Answering> {
  if (url === undefined) return embedded();
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new CommandFault(
      EXIT.misused,
      `--url: "${url}" is not an address; write for example --url http://localhost:4000.`,
    );
  return { url: url.replace(/\/+$/, ''), stop: async () => undefined };
}

const PATIENCE_MS = 60_000;

/**
 * The API over a log in memory, on a free port that only this machine reaches. The same code answers both ways, so the
 * answers are the same; nothing is written but a folder that goes with the process.
 */
async function embedded(): Promise<Answering> {
  const folder = await mkdtemp(join(tmpdir(), 'policy-timeline-'));
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve('@policy-timeline/api'))], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      API_PORT: '0',
      POLICY_DATA_DIR: folder,
      POLICY_LOG_URL: 'memory:',
      POLICY_SEED: 'catalogue',
      POLICY_RATE_LIMIT: '0',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  const url = await new Promise<string | null>((resolve) => {
    const impatience = setTimeout(() => resolve(null), PATIENCE_MS);
    child.once('error', () => resolve(null));
    child.once('exit', () => resolve(null));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /answers at (http:\S+)\/graphql/.exec(line)?.[1];
      if (address) resolve(address);
      if (address) clearTimeout(impatience);
    });
  });
  if (url !== null) return { url, stop };
  await stop();
  throw new CommandFault(EXIT.unavailable, `The record could not be opened. ${said.trim().slice(0, 500)}`);
}
