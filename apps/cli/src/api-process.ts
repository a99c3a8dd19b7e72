import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { CommandFault, EXIT } from './faults.js';

/** The API on this machine that nobody else reaches, for as long as one command runs. */
export interface ApiProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** In the child: our end of the pipe closes with us, however we end, and nothing is left behind. */
const END_WITH_PARENT = `data:text/javascript,process.stdin.on('end',()=>process.exit()).resume()`;
/** The log is read with Node's own SQLite. */
const OLDEST_NODE = 24;
const PATIENCE_MS = 60_000;

/** A file of the API's build. @throws CommandFault where this package came without the API. */
export function apiFile(path: string): string {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve('@policy-timeline/api'))), path);
  } catch {
    throw new CommandFault(
      EXIT.unavailable,
      'This package came without the record and can only ask a server: name one with --url, for example --url http://localhost:4000. The record itself comes with a clone of policy-timeline: run "npx policy-timeline" in it.',
    );
  }
}

/** @param environment which log it opens; everything that it would write beside the log goes into a folder that it loses. */
export async function startApiProcess(environment: Readonly<Record<string, string>>): Promise<ApiProcess> {
  const main = apiFile('main.js');
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE)
    throw new CommandFault(
      EXIT.unavailable,
      `This is Node ${process.versions.node}, and the record needs ${OLDEST_NODE} or newer; ask a server with --url, or start this with a newer Node.`,
    );
  const folder = await mkdtemp(join(tmpdir(), 'policy-timeline-cli-'));
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, main], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      API_PORT: '0',
      POLICY_DATA_DIR: folder,
      POLICY_RATE_LIMIT: '0',
      LOG_LEVEL: 'silent',
      ...environment,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const forget = endWith(child, folder);
  const stop = async (): Promise<void> => {
    forget();
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  const [url, complaint] = await addressOf(child);
  if (url !== null) return { url, stop };
  await stop();
  throw new CommandFault(
    EXIT.unavailable,
    `The record could not be opened. ${complaint.trim().slice(0, 1_000)}`,
  );
}

/** The address that it tells once it answers; null, with what it said, when it ends or stays silent. */
async function addressOf(child: ChildProcess): Promise<readonly [string | null, string]> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => (said += text));
  let impatience: NodeJS.Timeout | undefined;
  const url = await new Promise<string | null>((resolve) => {
    impatience = setTimeout(() => resolve(null), PATIENCE_MS);
    child.once('error', () => resolve(null));
    child.once('close', () => resolve(null));
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) => {
        const address = /answers at (http:\S+)\/graphql/.exec(line)?.[1];
        if (address) resolve(address);
      });
  });
  clearTimeout(impatience);
  return [url, said];
}

/** Ctrl+C and the like take the child and its folder with them. Returns how to stop listening. */
function endWith(child: ChildProcess, folder: string): () => void {
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  const listeners = Object.entries(signals).map(([signal, code]) => {
    const listener = (): void => {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
      process.exit(code);
    };
    process.once(signal, listener);
    return [signal, listener] as const;
  });
  return () => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}
