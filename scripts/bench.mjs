// npm run bench [-- name] [options]: builds the packages and runs one benchmark of bench/ on the packaged Node, or, without
// a name, those that need no options. Options go to the benchmark.
import { join } from 'node:path';
import { buildProducts } from './build-products.mjs';
import { Explained, say } from './console.mjs';
import { installPackages } from './install-packages.mjs';
import { nodeRuntime } from './node-runtime.mjs';
import { runToEnd } from './processes.mjs';
import { root } from './repository.mjs';
import { runScript } from './stop-together.mjs';

const BENCHMARKS = {
  engine:
    'readings at 100k and 1M events beside replay, SQLite, PostgreSQL and Emmett; --help lists its options',
  'api-at-scale': 'the built API on a log of 1M events, 8 clients at once; --help lists its options',
  log: 'durable appends beside bare SQLite, and on a log of 1M events; --help lists its options',
  readings: 'one slot, the whole state and an append of the shipped record',
  quotes: 'what an import pays, with the whole record',
  'cross-check': 'the average rate computed from the record beside the published one',
};

await runScript(
  async () => {
    const [first, ...rest] = process.argv.slice(2);
    const named = first !== undefined && !first.startsWith('-');
    if (named && !(first in BENCHMARKS)) {
      const list = Object.entries(BENCHMARKS).map(([name, what]) => `  ${name.padEnd(12)} ${what}`);
      throw new Explained(`There is no benchmark "${first}"; write one of:\n${list.join('\n')}`);
    }
    const chosen = named ? [first] : Object.keys(BENCHMARKS).filter((name) => name !== 'api-at-scale');
    const options = named ? rest : process.argv.slice(2);

    await installPackages();
    await buildProducts(first === 'api-at-scale' ? ['./packages/*', './apps/api'] : ['./packages/*']);
    const failed = [];
    for (const name of chosen) {
      say(`bench/${name}.mjs`);
      const given = named || name === 'engine' ? options : [];
      const { code } = await runToEnd(nodeRuntime().path, ['--expose-gc', `${name}.mjs`, ...given], {
        cwd: join(root, 'bench'),
      });
      if (code !== 0) failed.push(name);
    }
    if (failed.length > 0)
      throw new Explained(`Benchmarks that failed or missed their targets: ${failed.join(', ')}.`);
  },
  { code: 130 },
);
