// npm start: from a bare clone to the running product.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildProducts } from './build-products.mjs';
import { say } from './console.mjs';
import { installPackages } from './install-packages.mjs';
import { nodeRuntime } from './node-runtime.mjs';
import { startServers } from './run-servers.mjs';
import { readSettings } from './settings.mjs';
import { endWith, runScript } from './stop-together.mjs';
import { whatRuns } from './what-runs.mjs';

await runScript(async () => {
  const settings = await readSettings();
  await installPackages();
  const { version, from } = nodeRuntime();
  say(`Node ${version} from ${from}`);
  await buildProducts();
  say(
    existsSync(join(settings.dataFolder, 'editor.key'))
      ? `starting; the record is in ${settings.dataFolder}`
      : `starting; the first start loads the record into ${settings.dataFolder}`,
  );
  const { urls } = await startServers({ ...settings, onDeath: (sentence) => endWith(1, sentence) });
  console.log(whatRuns({ urls, dataFolder: settings.dataFolder }));
});
