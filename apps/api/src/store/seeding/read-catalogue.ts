import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CatalogueLoaded } from './catalogue-process.js';

/** The built file, from `src` under test as from `dist`. */
const PROCESS = fileURLToPath(new URL('../../../dist/store/seeding/catalogue-process.js', import.meta.url));

/**
 * Parses the catalogue in a process of its own: the 100 MB that parsing takes are given back with it, which a thread
 * would not do. @throws Error when the process ends without an answer.
 */
export function readCatalogue(): Promise<CatalogueLoaded> {
  return new Promise((resolve, reject) => {
    const child = fork(PROCESS, { execArgv: [] });
    child.once('message', (loaded) => resolve(loaded as CatalogueLoaded));
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The catalogue could not be read: its process ended with ${code}.`)),
    );
  });
}
