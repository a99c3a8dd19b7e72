import { existsSync } from 'node:fs';
import { AuditTrail } from '../auth/audit-trail.js';
import { keyFile, rotateKey } from '../auth/editor-key.js';
import { runCommand } from './command.js';

await runCommand({
  help: `npm run rotate-key

Puts a new editor key in the place of the old one. The old key, and every token that npm run token made with it, is
refused from the next attempt on, also by a server that is running. The audit trail stays.
The data folder is POLICY_DATA_DIR (default: .data in the repository).`,
  options: {},
  async run({ configuration: { dataFolder } }) {
    const file = keyFile(dataFolder);
    const had = existsSync(file);
    const key = rotateKey(file);
    new AuditTrail(dataFolder).note({
      operation: 'rotateKey',
      transport: 'COMMAND',
      actor: 'command-line',
      role: 'admin',
      outcome: 'ACCEPTED',
    });
    process.stdout.write(
      `${had ? 'The editor key was changed' : 'An editor key was made'}, told this once: ${key}\nIt is kept in ${file}${had ? '; the old one and the tokens made with it are refused' : ''}.\n`,
    );
    return 0;
  },
});
