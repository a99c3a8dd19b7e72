// What the command line needs before it can answer: the packages, and what it is built of.
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { buildProducts } from './build-products.mjs';
import { installPackages } from './install-packages.mjs';
import { root } from './repository.mjs';
import { runScript } from './stop-together.mjs';

await runScript(async () => {
  await installPackages();
  await buildProducts(['@policy-timeline/cli...']);
  const now = new Date();
  utimesSync(join(root, 'apps', 'cli', 'dist', 'main.js'), now, now);
  process.exit(0);
});
