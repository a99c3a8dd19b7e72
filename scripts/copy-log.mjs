// npm run copy-log -- FROM TO: every record of one log into another, verified at the end. --help tells more.
import { runLogCommand } from './log-command.mjs';

await runLogCommand('copy-log');
