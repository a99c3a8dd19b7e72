// npm run bench:web: the screen in a real browser beside vis-timeline and a plain React page, and its first load.
import { join } from 'node:path';
import { buildProducts } from './build-products.mjs';
import { Explained } from './console.mjs';
import { findBrowser } from './find-browser.mjs';
import { installPackages } from './install-packages.mjs';
import { nodeRuntime } from './node-runtime.mjs';
import { runToEnd } from './processes.mjs';
import { root } from './repository.mjs';
import { runScript } from './stop-together.mjs';

await runScript(
  async () => {
    await installPackages();
    await buildProducts(['./packages/*', './apps/*']);
    const { code } = await runToEnd(nodeRuntime().path, [join('web', 'run.mjs')], {
      cwd: join(root, 'bench'),
      env: { ...process.env, CHROME_PATH: await findBrowser() },
    });
    if (code !== 0)
      throw new Explained('The benchmark failed, or a target was missed; the lines above say which.');
  },
  { code: 130 },
);
