import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs a script of this folder on the sources as they are, in a process of its own. */
export function runScript(script: string, ...args: string[]): ChildProcess {
  const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
  return spawn(process.execPath, ['--import', path('./typescript-sources.mjs'), path(script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
