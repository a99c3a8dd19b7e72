// npm run trials:operate [-- --quick] [--soak MINUTES]: builds the product and runs infra/trials on real processes here.
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
    await buildProducts();
    const { code } = await runToEnd(nodeRuntime().path, ['trials/operate.mjs', ...process.argv.slice(2)], {
      cwd: join(root, 'infra'),
    });
    if (code !== 0) throw new Explained('A promise to operators was not held; the lines above say which.');
  },
  { code: 130 },
);
