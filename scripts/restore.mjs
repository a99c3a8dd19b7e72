// npm run restore -- FILE: puts a verified backup in the place of the log. --help tells more.
import { runLogCommand } from './log-command.mjs';

await runLogCommand('restore');
