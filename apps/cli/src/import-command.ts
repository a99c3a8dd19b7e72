import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { serverAddress } from './answering.js';
import { CommandFault, EXIT } from './faults.js';
import { IMPORT_KINDS, importIntoFolder, importOrder } from './import-file.js';
import { importOverHttp } from './import-over-http.js';
import type { Output } from './output.js';

/** @param ended is told the exit code. */
export function addImport(program: Command, output: Output, ended: (exitCode: number) => void): void {
  const command = program
    .command('import <kind> <file>')
    .description(`brings the rows of a file into a log; kinds: ${IMPORT_KINDS.join(', ')}`)
    .option('--data <folder>', 'into the log of this data folder (default: that of this installation)')
    .option('--url <address>', 'into the log of this server, for a file of up to 240 kB')
    .option('--token-file <file>', 'with --url: a file that holds an editor key or token')
    .option('--dry-run', 'decide everything, write nothing')
    .option('--unreviewed', 'append also what an editor has not looked at; each such field is then named')
    .option('--drafts <file>', 'where drafts go that an editor has to look at first')
    .addHelpText(
      'after',
      `
Importing again adds nothing. Ends with 1 where rows were refused or wait for an editor.
Example:
  policy-timeline import ofac-sdn SDN.CSV --data .data --dry-run`,
    );
  command.action(async (kind: string, file: string) => {
    const { url, data, tokenFile, ...options } = command.opts<ImportOptions>();
    const order = importOrder(kind, file, options);
    if (url === undefined) return ended(await importIntoFolder(order, data, output));
    if (data !== undefined)
      throw new CommandFault(EXIT.misused, '--url, --data: give one of them, a server or a folder.');
    ended(await importOverHttp(order, { url: serverAddress(url), token: tokenIn(tokenFile) }, output));
  });
}

interface ImportOptions {
  readonly url?: string;
  readonly data?: string;
  readonly tokenFile?: string;
  readonly dryRun?: boolean;
  readonly unreviewed?: boolean;
  readonly drafts?: string;
}

/** A token on the command line would be seen by everybody on the machine. */
function tokenIn(file: string | undefined): string {
  if (file === undefined)
    throw new CommandFault(
      EXIT.misused,
      'import: a server takes events from editors only; name the file of your key with --token-file, for example .data/editor.key.',
    );
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new CommandFault(EXIT.misused, `--token-file: "${file}" cannot be read.`);
  }
}
