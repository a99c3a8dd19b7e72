#!/usr/bin/env node
// npx policy-timeline …: from a bare clone to the command line. What it has to install or build first is told on
// stderr, so that stdout is the answer and nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from './console.mjs';
import { nodeRuntime } from './node-runtime.mjs';
import { root } from './repository.mjs';

const entry = join(root, 'apps', 'cli', 'dist', 'main.js');

/** Built, and not before the clone was last moved to another commit. */
function isReady() {
  if (!existsSync(entry) || !existsSync(join(root, 'node_modules', '.package-lock.json'))) return false;
  const moved = join(root, '.git', 'logs', 'HEAD');
  return !existsSync(moved) || statSync(moved).mtimeMs <= statSync(entry).mtimeMs;
}

function end(status) {
  process.exit(status ?? 1);
}

try {
  if (!isReady()) {
    const prepare = join(root, 'scripts', 'prepare-cli.mjs');
    const { status } = spawnSync(process.execPath, [prepare], { stdio: ['ignore', 2, 2] });
    if (status !== 0) end(3);
  }
  end(spawnSync(nodeRuntime().path, [entry, ...process.argv.slice(2)], { stdio: 'inherit' }).status);
} catch (error) {
  console.error(explain(error));
  end(3);
}
