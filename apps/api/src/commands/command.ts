import { parseArgs } from 'node:util';
import { type Configuration, ConfigurationFault, readConfiguration } from '../configuration.js';

/** What a command cannot do, in a sentence for whoever gave it. */
export class CommandFault extends Error {}

export interface CommandLine {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly configuration: Configuration;
}

export interface Command {
  /** Printed by `--help`, and after a fault of the command line. */
  readonly help: string;
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  /** Gives the exit code. */
  readonly run: (line: CommandLine) => Promise<number>;
}

/** Runs a command of this installation with the arguments and the environment of the process. Exit code 1: it could not be carried out. */
export async function runCommand({ help, options, run }: Command): Promise<void> {
  try {
    const { values, positionals } = readLine(options);
    if (values.help) {
      process.stdout.write(`${help}\n`);
      return;
    }
    process.exitCode = await run({
      words: positionals,
      options: values,
      configuration: readConfiguration(process.env),
    });
  } catch (error) {
    process.exitCode = 1;
    const told =
      error instanceof CommandFault
        ? `${error.message}\n\n${help}`
        : error instanceof ConfigurationFault
          ? error.sentences.join('\n')
          : sentenceOf(error);
    process.stderr.write(`${told}\n`);
  }
}

function readLine(options: Command['options']) {
  try {
    return parseArgs({ options: { ...options, help: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw new CommandFault(`${(error as Error).message.split('\n')[0]}`);
  }
}

/** Our own errors have a code and a sentence; of a surprise the whole stack is told. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? error.message : (error.stack ?? error.message);
}
