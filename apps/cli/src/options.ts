import { CommandFault, EXIT } from './faults.js';

/** What the options of a command hold, as commander read them. */
export type Options = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/** The number written after an option, or undefined where it is left out. @throws CommandFault for anything else */
export function numberOf(flag: string, given: Options[string], example: number): number | undefined {
  if (given === undefined) return undefined;
  const text = String(given).replace(/[%％]$/, '');
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new CommandFault(
      EXIT.misused,
      `${flag}: "${String(given).slice(0, 60)}" is not a number; write for example ${flag} ${example}.`,
    );
  return value;
}

/** Names of the schema, however they are written: `in_force`, `cafta-dr`. */
export const namesOf = (given: Options[string]): readonly string[] =>
  (given as readonly string[]).map((name) => name.toUpperCase().replaceAll('-', '_'));
