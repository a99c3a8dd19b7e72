import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, CommanderError, Option } from 'commander';
import { answering, type Place } from './answering.js';
import { ask, unreachable } from './ask.js';
import { CommandFault, EXIT } from './faults.js';
import { addImport } from './import-command.js';
import type { Options } from './options.js';
import type { Output } from './output.js';
import { QUESTIONS } from './questions/index.js';
import type { Question } from './questions/question.js';
import { show } from './show.js';

const EXPORTS = [
  'state.csv',
  'state.json',
  'events.csv',
  'events.ndjson',
  'calendar.ics',
  'feed.atom',
] as const;

/** Runs one command line and gives its exit code. */
export async function run(line: readonly string[], output: Output): Promise<number> {
  let code: number = EXIT.answered;
  const program = programFor(output, (exitCode) => {
    code = exitCode;
  });
  try {
    await program.parseAsync(line, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.answered : EXIT.misused;
    if (error instanceof CommandFault) {
      output.complain(`${error.message}\n`);
      return error.exitCode;
    }
    throw error;
  }
}

function programFor(output: Output, ended: (exitCode: number) => void): Command {
  const program = new Command('policy-timeline')
    .description('US trade and foreign policy on any day, as it stood and as it was known.')
    .exitOverride()
    .configureOutput({ writeOut: output.write, writeErr: output.complain })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      `
Examples:
${QUESTIONS.map(({ example }) => `  policy-timeline ${example}`).join('\n')}
  policy-timeline export events.csv --filter JPN,tariff > events.csv
  policy-timeline import federal-register documents.json --dry-run

Without --url and --data the record that came with the package answers. Days are written YYYY-MM-DD.
Exit codes: 0 answered, 1 the question was refused, 2 the command was written wrongly, 3 nobody could answer.`,
    );
  for (const question of QUESTIONS) addQuestion(program, question, output);
  addExport(program, output);
  addImport(program, output, ended);
  return program;
}

const withPlace = (command: Command): Command =>
  command
    .option('--url <address>', 'ask this server instead of the record that came with the package')
    .option('--data <folder>', 'read the log in the data folder of an installation, without a server');

function addQuestion(program: Command, question: Question, output: Output): void {
  const command = withPlace(program.command([question.name, ...question.takes].join(' ')))
    .description(question.summary)
    .addOption(new Option('--lang <code>', 'language of titles').choices(['en', 'ja']).default('en'))
    .addOption(new Option('--json', 'the whole answer as JSON').conflicts('csv'))
    .option('--csv', 'the table as CSV')
    .addHelpText('after', `\nExample:\n  policy-timeline ${question.example}`);
  for (const [flags, description] of question.options) command.option(flags, description);
  command.action(async (...given: unknown[]) => {
    const options = command.opts<Options>();
    const words = given.slice(0, question.takes.length) as string[];
    const variables = question.variables(words, options);
    const from = await answering(options as Place);
    try {
      const data = await ask(from.url, question.query, variables);
      const form = options.json ? 'json' : options.csv ? 'csv' : 'table';
      const rows = question.rows(data, String(options.lang));
      output.write(show(form, question.columns, rows, data));
      const total = question.total?.(data) ?? rows.length;
      if (total > rows.length)
        output.complain(`${rows.length} of ${total} rows; narrow the question, or take all with export.\n`);
    } finally {
      await from.stop();
    }
  });
}

function addExport(program: Command, output: Output): void {
  const command = withPlace(program.command('export <file>'))
    .description(`a file as the server exports it: ${EXPORTS.join(', ')}`)
    .option('--date <day>', 'the day asked about')
    .option('--known-at <day>', 'a day, now or lived')
    .option('--filter <words>', 'families, countries and words, with commas')
    .option('--lang <code>', 'en or ja')
    .option('--position <z>', 'a position of the log')
    .option('--bom', 'a byte order mark in front, for Excel')
    .addHelpText('after', '\nExample:\n  policy-timeline export state.csv --date 2025-08-20 --filter JPN');
  command.action(async (file: string) => {
    if (!(EXPORTS as readonly string[]).includes(file))
      throw new CommandFault(
        EXIT.misused,
        `export: "${file}" is not exported; write one of ${EXPORTS.join(', ')}.`,
      );
    const { url, data, date, knownAt, filter, lang, position, bom } =
      command.opts<Record<string, string | true>>();
    const letters = { d: date, k: knownAt, f: filter, lang, z: position, bom: bom && '1' };
    const given = Object.entries(letters).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    );
    const from = await answering({ url, data } as Place);
    try {
      const path = /^(state|events)/.test(file) ? `/export/${file}` : `/${file}`;
      const address = `${from.url}${path}?${new URLSearchParams(given)}`;
      const response = await fetch(address).catch(() => {
        throw unreachable(address);
      });
      if (!response.ok || !response.body) {
        const { errors } = (await response.json().catch(() => ({}))) as {
          errors?: { message: string; extensions: { code: string } }[];
        };
        throw new CommandFault(
          response.status < 500 ? EXIT.refused : EXIT.unavailable,
          errors?.[0]
            ? `${errors[0].message} (${errors[0].extensions.code})`
            : `${address} answered ${response.status}.`,
        );
      }
      await pipeline(Readable.fromWeb(response.body as never), output.stream, { end: false });
    } finally {
      await from.stop();
    }
  });
}
