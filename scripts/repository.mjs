// Where things are in this repository.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the root package.json. */
export const root = resolve(fileURLToPath(import.meta.url), '..', '..');

export const readJson = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

/** Every workspace as `{ folder, manifest }`, `folder` relative to the root with forward slashes, in a fixed order. */
export function workspaces() {
  const patterns = readJson(root, 'package.json').workspaces;
  const folders = patterns.flatMap((pattern) => {
    if (!pattern.endsWith('/*')) return [pattern];
    const parent = pattern.slice(0, -2);
    return existsSync(join(root, parent))
      ? readdirSync(join(root, parent)).map((name) => `${parent}/${name}`)
      : [];
  });
  return folders
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .sort()
    .map((folder) => ({ folder, manifest: readJson(root, folder, 'package.json') }));
}
