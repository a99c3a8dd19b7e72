// npm run backup -- FILE: a verified copy of the log, taken while it is written to. --help tells more.
import { runLogCommand } from './log-command.mjs';

await runLogCommand('backup');
