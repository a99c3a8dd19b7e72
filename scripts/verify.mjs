// npm run verify [-- FILE]: is the log what was written? Names damage by file and position. --help tells more.
import { runLogCommand } from './log-command.mjs';

await runLogCommand('verify');
