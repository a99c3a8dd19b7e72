import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startApiProcess } from './api-process.js';
import { CommandFault, EXIT } from './faults.js';

/** Who answers: a server by its address, or an API of our own over a log of this machine. */
export interface Answering {
  readonly url: string;
  stop(): Promise<void>;
}

export interface Place {
  /** Of a server, or of its web client. */
  readonly url?: string | undefined;
  /** The data folder of an installation, whose log is read without a server. */
  readonly data?: string | undefined;
}

/** Neither given: the record that came with the package, in memory. @throws CommandFault */
export async function answering({ url, data }: Place): Promise<Answering> {
  if (url !== undefined && data !== undefined)
    throw new CommandFault(EXIT.misused, '--url, --data: give one of them, a server or a folder.');
  if (url !== undefined) return { url: serverAddress(url), stop: async () => undefined };
  if (data === undefined) return startApiProcess({ POLICY_LOG_URL: 'memory:', POLICY_SEED: 'catalogue' });
  return startApiProcess({ POLICY_LOG_URL: `sqlite:${logIn(data)}`, POLICY_SEED: 'none' });
}

/** Without a slash at the end. @throws CommandFault */
export function serverAddress(url: string): string {
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return url.replace(/\/+$/, '');
  throw new CommandFault(
    EXIT.misused,
    `--url: "${url}" is not an address; write for example --url http://localhost:4000.`,
  );
}

function logIn(folder: string): string {
  const file = join(resolve(folder), 'policy-timeline.sqlite');
  if (existsSync(file)) return file;
  throw new CommandFault(
    EXIT.misused,
    `--data: there is no policy-timeline.sqlite in "${folder}"; name the data folder of an installation, for example --data .data.`,
  );
}
