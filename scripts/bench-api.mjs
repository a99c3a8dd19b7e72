// npm run bench:api: the API beside bare node:http and the stock NestJS + Apollo stack, on the packaged Node.
import { join } from 'node:path';
import { buildProducts } from './build-products.mjs';
import { Explained } from './console.mjs';
import { installPackages } from './install-packages.mjs';
import { nodeRuntime } from './node-runtime.mjs';
import { runToEnd } from './processes.mjs';
import { root } from './repository.mjs';
import { runScript } from './stop-together.mjs';

await runScript(
  async () => {
    await installPackages();
    await buildProducts(['./packages/*', './apps/api']);
    const { code } = await runToEnd(nodeRuntime().path, [join('api', 'run.mjs')], {
      cwd: join(root, 'bench'),
    });
    if (code !== 0)
      throw new Explained('The benchmark failed, or a target was missed; the lines above say which.');
  },
  { code: 130 },
);
