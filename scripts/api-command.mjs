// npm run token | rotate-key | import: runs one of the API's commands on the packaged Node.
import { builtApiCommand } from './built-api-command.mjs';
import { nodeRuntime } from './node-runtime.mjs';
import { runToEnd } from './processes.mjs';
import { endWith, runScript } from './stop-together.mjs';

await runScript(
  async () => {
    const [name, ...given] = process.argv.slice(2);
    const { code } = await runToEnd(nodeRuntime().path, [await builtApiCommand(name), ...given], {
      cwd: process.env.INIT_CWD ?? process.cwd(),
    });
    await endWith(code ?? 1);
  },
  { code: 130 },
);
