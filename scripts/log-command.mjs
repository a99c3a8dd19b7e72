// What verify, backup, restore and copy-log share: packages and build as needed, then the command on the packaged Node.
import { join } from 'node:path';
import { buildProducts } from './build-products.mjs';
import { installPackages } from './install-packages.mjs';
import { nodeRuntime } from './node-runtime.mjs';
import { runToEnd } from './processes.mjs';
import { root } from './repository.mjs';
import { endWith, runScript } from './stop-together.mjs';

/** @param andThen what follows where the command was carried out and found nothing wrong; the command's exit code stands */
export async function runLogCommand(name, andThen = async () => undefined) {
  await runScript(
    async () => {
      await installPackages();
      await buildProducts(['./packages/event-store']);
      const command = join(root, 'packages', 'event-store', 'commands', 'main.mjs');
      const { code } = await runToEnd(nodeRuntime().path, [command, name, root, ...process.argv.slice(2)]);
      if (code === 0) await andThen();
      await endWith(code);
    },
    { code: 130 },
  );
}
