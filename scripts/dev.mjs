// npm run dev: the product from source; every change is compiled and shown.
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildProducts } from './build-products.mjs';
import { say } from './console.mjs';
import { installPackages } from './install-packages.mjs';
import { nodeRuntime, toolEntry } from './node-runtime.mjs';
import { runToEnd, startProgram } from './processes.mjs';
import { root } from './repository.mjs';
import { startServers } from './run-servers.mjs';
import { readSettings } from './settings.mjs';
import { endWith, runScript } from './stop-together.mjs';
import { whatRuns } from './what-runs.mjs';

const compiled = ['packages/domain', 'packages/data', 'packages/event-store', 'apps/api'];

await runScript(async () => {
  const settings = await readSettings();
  await installPackages();
  say(`Node ${nodeRuntime().version} from ${nodeRuntime().from}`);
  await buildProducts([...compiled.map((folder) => `./${folder}`)]);
  await runToEnd(nodeRuntime().path, ['--run', 'codegen'], { cwd: join(root, 'apps/web') });

  for (const folder of compiled) {
    const tsc = [
      toolEntry('typescript', 'tsc'),
      '-p',
      'tsconfig.build.json',
      '--watch',
      '--preserveWatchOutput',
    ];
    startProgram(folder, nodeRuntime().path, tsc, { cwd: join(root, folder) });
  }
  printSchemaOnChange();
  const { urls } = await startServers({
    ...settings,
    watch: true,
    onDeath: (sentence) => endWith(1, sentence),
  });
  console.log(whatRuns({ urls, dataFolder: settings.dataFolder }));
});

/** A changed resolver changes schema.graphql, and that changes the types of the web's queries. */
function printSchemaOnChange() {
  const api = join(root, 'apps/api');
  startProgram(
    'schema',
    nodeRuntime().path,
    ['--watch', '--watch-preserve-output', 'dist/graphql/print-schema.js'],
    {
      cwd: api,
      onLine: () => {},
    },
  );
  let settled;
  watch(api, (_event, file) => {
    if (file !== 'schema.graphql') return;
    clearTimeout(settled);
    settled = setTimeout(
      () => runToEnd(nodeRuntime().path, ['--run', 'codegen'], { cwd: join(root, 'apps/web') }),
      300,
    );
  });
}
