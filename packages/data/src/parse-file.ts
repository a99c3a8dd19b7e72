import type { z } from 'zod';
import { type Fault, given } from './fault.js';
import { type Path, readYaml, type YamlText } from './read-yaml.js';
import * as schema from './schema.js';

export interface FileEvent {
  readonly event: schema.YamlEvent;
  /** Line of a field of the event, given by its path within the event. */
  lineOf(path: Path): number;
}
export interface CatalogueFile {
  /** `membership/alba.yaml` */
  readonly path: string;
  /** `membership/alba` */
  readonly stream: string;
  /** Undefined when the head of the file has faults. */
  readonly header?: schema.YamlHeader;
  readonly events: readonly FileEvent[];
  /** Every id written in the file, also those of events with faults. */
  readonly writtenIds: readonly string[];
  lineOf(path: Path): number;
}

/** Reads one catalogue file. Faults of one event do not hide those of the others. Never throws. */
export function parseFile(
  path: string,
  content: string,
): { readonly file: CatalogueFile; readonly faults: readonly Fault[] } {
  const yaml = readYaml(path, content);
  const stream = path.replace(/\.yaml$/, '');
  const empty: CatalogueFile = { path, stream, events: [], writtenIds: [], lineOf: yaml.lineOf };
  if (yaml.faults.length > 0) return { file: empty, faults: yaml.faults };
  if (!isRecord(yaml.value))
    return {
      file: empty,
      faults: [
        {
          code: 'WRONG_SHAPE',
          file: path,
          line: 1,
          message: 'The file is empty or no map; begin it with "family:".',
        },
      ],
    };

  const faults: Fault[] = [];
  const { events: rawEvents = null, ...rawHeader } = yaml.value;
  const header = check(schema.header, rawHeader, path, yaml, [], faults);
  if (!Array.isArray(rawEvents))
    faults.push({
      code: 'WRONG_SHAPE',
      file: path,
      line: yaml.lineOf(['events']),
      message: `events is ${given(rawEvents)}; write a list, each entry beginning with "- id:".`,
    });
  const events: FileEvent[] = [];
  const writtenIds: string[] = [];
  for (const [index, raw] of (Array.isArray(rawEvents) ? rawEvents : []).entries()) {
    if (isRecord(raw) && typeof raw.id === 'string') writtenIds.push(raw.id);
    const event = check(schema.event, raw, path, yaml, ['events', index], faults);
    if (event) events.push({ event, lineOf: (below) => yaml.lineOf(['events', index, ...below]) });
  }
  return {
    file: { path, stream, ...(header && { header }), events, writtenIds, lineOf: yaml.lineOf },
    faults,
  };
}

/** Reads a dictionary of the catalogue (topics.yaml, papers.yaml, parties.yaml); undefined when it has faults. */
export function parseDictionary<T>(
  path: string,
  content: string,
  shape: z.ZodType<T>,
  faults: Fault[],
): { readonly value: T; readonly yaml: YamlText } | undefined {
  const yaml = readYaml(path, content);
  faults.push(...yaml.faults);
  if (yaml.faults.length > 0) return undefined;
  const value = check(shape, yaml.value, path, yaml, [], faults);
  return value && { value, yaml };
}

function check<T>(
  shape: z.ZodType<T>,
  raw: unknown,
  file: string,
  yaml: YamlText,
  at: Path,
  faults: Fault[],
): T | undefined {
  const result = shape.safeParse(raw);
  if (result.success) return result.data;
  const subject = isRecord(raw) && typeof raw.id === 'string' ? `${raw.id}: ` : '';
  for (const issue of result.error.issues) {
    const path = issue.path as (string | number)[];
    for (const { code, message, key } of explain(issue, raw, path)) {
      faults.push({
        code,
        file,
        line: yaml.lineOf([...at, ...path, ...(key === undefined ? [] : [key])]),
        message: `${subject}${message}`,
      });
    }
  }
  return undefined;
}

interface Explanation {
  readonly code: string;
  readonly message: string;
  readonly key?: string;
}

function explain(
  issue: z.core.$ZodIssue,
  raw: unknown,
  path: readonly (string | number)[],
): readonly Explanation[] {
  const field = path.join('.') || 'the entry';
  const last = path.at(-1);
  const value = path.reduce<unknown>(
    (below, key) => (below as Record<string | number, unknown> | null | undefined)?.[key],
    raw,
  );
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      code: 'UNKNOWN_FIELD',
      key,
      message: `"${key}" is no field of ${field}; see packages/data/README.md for the fields.`,
    }));
  const ownCode =
    issue.code === 'custom' ? (issue.params as { fault?: string } | undefined)?.fault : undefined;
  if (ownCode) return [{ code: ownCode, message: `${field}: ${issue.message}` }];
  if ((value === undefined || value === null) && (last === 'en' || last === 'ja'))
    return [
      { code: 'MISSING_LANGUAGE', message: `${field} is left out; every text is written in en and ja.` },
    ];
  const hint =
    issue.code === 'invalid_type' ? `write ${SHAPES[issue.expected] ?? issue.expected}` : issue.message;
  if (value === undefined) return [{ code: 'MISSING_FIELD', message: `${field} is left out; ${hint}.` }];
  if (issue.code === 'invalid_value') {
    const code =
      last === 'family'
        ? 'WRONG_FAMILY'
        : last === 'type' && path.includes('relations')
          ? 'UNKNOWN_RELATION'
          : 'UNKNOWN_WORD';
    return [
      { code, message: `${field} is ${given(value)}; write one of ${issue.values.map(String).join(', ')}.` },
    ];
  }
  return [{ code: 'WRONG_SHAPE', message: `${field} is ${given(value)}; ${hint}.` }];
}

const SHAPES: Readonly<Record<string, string>> = {
  array: 'a list, for example [HND, BOL]',
  object: 'a map, for example { en: …, ja: … }',
  record: 'a map',
  string: 'text',
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
