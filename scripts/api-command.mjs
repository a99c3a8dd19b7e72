// npm run token | rotate-key | import: builds the API when it has changed and runs one of its commands on the packaged Node.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildProducts } from './build-products.mjs';
import { Explained } from './console.mjs';
import { installPackages } from './install-packages.mjs';
import { nodeRuntime } from './node-runtime.mjs';
import { runToEnd } from './processes.mjs';
import { root } from './repository.mjs';
import { endWith, runScript } from './stop-together.mjs';

await runScript(
  async () => {
    const [name, ...given] = process.argv.slice(2);
    const built = () => join(root, 'apps', 'api', 'dist', 'commands', `${name}.js`);
    // A built command runs at once: what a person types often must not wait for a build.
    if (!existsSync(built())) {
      await installPackages();
      await buildProducts(['@policy-timeline/api']);
    }
    if (!existsSync(built())) throw new Explained(`There is no command "${name}" in apps/api/src/commands.`);
    const { code } = await runToEnd(nodeRuntime().path, [built(), ...given], {
      cwd: process.env.INIT_CWD ?? process.cwd(),
    });
    await endWith(code ?? 1);
  },
  { code: 130 },
);
