import type { Data } from '../ask.js';
import type { Options } from '../options.js';
import type { Row } from '../show.js';

/** A command that asks one question: each looks the same. */
export interface Question {
  readonly name: string;
  readonly summary: string;
  /** `<required>` and `[optional]`, in order. */
  readonly takes: readonly string[];
  /** Beside those that every command has. */
  readonly options: readonly (readonly [flags: string, description: string])[];
  readonly example: string;
  readonly query: string;
  variables(given: readonly string[], options: Options): object;
  readonly columns: readonly string[];
  rows(data: Data, lang: string): readonly Row[];
  /** How many rows there are in all, where an answer may hold fewer. */
  total?(data: Data): number;
}
