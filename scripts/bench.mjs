// npm run bench [-- name …]: builds the packages and runs the benchmarks in bench/ on the packaged Node.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildProducts } from './build-products.mjs';
import { Explained, say } from './console.mjs';
import { installPackages } from './install-packages.mjs';
import { nodeRuntime } from './node-runtime.mjs';
import { runToEnd } from './processes.mjs';
import { root } from './repository.mjs';
import { runScript } from './stop-together.mjs';

await runScript(
  async () => {
    const folder = join(root, 'bench');
    const all = readdirSync(folder).filter(
      (file) => /^[a-z][\w-]*\.(mjs|ts)$/.test(file) && !/\.(test|config)\./.test(file),
    );
    const named = process.argv.slice(2);
    const chosen = all
      .filter((file) => named.length === 0 || named.some((name) => file.startsWith(name)))
      .sort();
    if (chosen.length === 0) {
      throw new Explained(
        `No benchmark in bench/ starts with "${named.join('" or "')}"; there are: ${all.join(', ') || 'none'}.`,
      );
    }

    await installPackages();
    await buildProducts(['./packages/*']);
    const failed = [];
    for (const file of chosen) {
      say(`bench/${file}`);
      const { code } = await runToEnd(nodeRuntime().path, ['--expose-gc', file], { cwd: folder });
      if (code !== 0) failed.push(file);
    }
    if (failed.length > 0)
      throw new Explained(`Benchmarks that failed or missed their budget: ${failed.join(', ')}.`);
  },
  { code: 130 },
);
