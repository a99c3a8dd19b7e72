// Which Node runs the product: the one that came with the packages, else the user's own if it is new enough.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Explained } from './console.mjs';
import { runToEnd } from './processes.mjs';
import { readJson, root } from './repository.mjs';

const oldestMajor = 24;
const majorOf = (version) => Number(version.replace(/^v/, '').split('.')[0]);

let found;

/** `{ path, version, from }` of the Node that runs everything after the packages are there. */
export function nodeRuntime() {
  found ??= packagedNode() ?? ownNode();
  return found;
}

function packagedNode() {
  for (const name of Object.keys(readJson(root, 'package.json').optionalDependencies ?? {})) {
    const folder = join(root, 'node_modules', name);
    if (!existsSync(join(folder, 'package.json'))) continue;
    const path = join(folder, readJson(folder, 'package.json').bin.node);
    const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
    if (status === 0 && majorOf(stdout.trim()) >= oldestMajor)
      return { path, version: stdout.trim(), from: 'the packages' };
  }
  return undefined;
}

function ownNode() {
  if (majorOf(process.version) >= oldestMajor) {
    return { path: process.execPath, version: process.version, from: 'your system' };
  }
  throw new Explained(
    `This needs Node ${oldestMajor} or newer: you run ${process.version}, and the packages hold no Node that works on ${process.platform}/${process.arch}; install Node ${oldestMajor} or newer and run the same command again.`,
  );
}

/** Runs the command-line tool of an installed package, e.g. `runTool('turbo', ['run', 'build'])`. */
export function runTool(packageName, args, options) {
  return runToEnd(nodeRuntime().path, [toolEntry(packageName), ...args], options);
}

/** The JavaScript file behind a package's command; started by our Node it needs no shell on any system. */
export function toolEntry(packageName, command = packageName.split('/').pop()) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = readJson(folder, 'package.json');
  return join(folder, typeof bin === 'string' ? bin : (bin[command] ?? Object.values(bin)[0]));
}
