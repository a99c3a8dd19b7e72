// npm run verify [-- LOG]: is the log what was written, and does the snapshot beside it fit? --help tells more.
import { builtApiCommand } from './built-api-command.mjs';
import { runLogCommand } from './log-command.mjs';
import { nodeRuntime } from './node-runtime.mjs';
import { runToEnd } from './processes.mjs';

const given = process.argv.slice(2);

await runLogCommand('verify', async () => {
  const [log] = given;
  if (given.some((word) => word.startsWith('-'))) return;
  // Read as the API reads it: an address, or the path of a file from the repository.
  const address = log === undefined || /^[a-z+]+:/.test(log) ? log : `sqlite:${log}`;
  await runToEnd(nodeRuntime().path, [await builtApiCommand('verify-snapshot')], {
    env: address === undefined ? {} : { POLICY_LOG_URL: address },
  });
});
