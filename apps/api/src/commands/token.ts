import { AuditTrail } from '../auth/audit-trail.js';
import { EditorKey, keyFile } from '../auth/editor-key.js';
import { makeToken } from '../auth/local-token.js';
import type { Role } from '../auth/roles.js';
import { CommandFault, runCommand } from './command.js';

const LONGEST_DAYS = 366;

await runCommand({
  help: `npm run token -- --role editor --for NAME [--days N]

Makes a token for one person and prints it once; nothing of it is kept.
  --role   editor: appends, imports, and corrects what it appended itself
           admin:  also voids, corrects what others appended, and reads the audit trail
  --for    who it is for, as the audit trail will name them: letters, digits, . _ -
  --days   how long it is good, 1 to ${LONGEST_DAYS} (default 90)
It is sent as "Authorization: Bearer TOKEN". npm run rotate-key ends every token made before.`,
  options: { role: { type: 'string' }, for: { type: 'string' }, days: { type: 'string' } },
  async run({ options, configuration: { dataFolder } }) {
    const { role, for: name, days = '90' } = options;
    if (role !== 'editor' && role !== 'admin')
      throw new CommandFault(`--role: "${role ?? ''}" is no role; write editor or admin.`);
    if (typeof name !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9._-]{0,60}$/.test(name))
      throw new CommandFault(
        `--for: "${name ?? ''}" is no name; write letters, digits, . _ or -, for example reiko.`,
      );
    const count = Number(days);
    if (!Number.isInteger(count) || count < 1 || count > LONGEST_DAYS)
      throw new CommandFault(
        `--days: "${days}" is no number of days; write a whole number from 1 to ${LONGEST_DAYS}.`,
      );
    const file = keyFile(dataFolder);
    const key = new EditorKey(file, () => process.stderr.write(`An editor key was made in ${file}.\n`));
    const token = await makeToken(key.current, { role: role as Role, name, days: count });
    new AuditTrail(dataFolder).note({
      operation: 'makeToken',
      transport: 'COMMAND',
      actor: `local:${name}`,
      role,
      outcome: 'ACCEPTED',
    });
    process.stderr.write(
      `A token with the role ${role} for ${name}, good for ${count} days, told this once:\n`,
    );
    process.stdout.write(`${token}\n`);
    return 0;
  },
});
