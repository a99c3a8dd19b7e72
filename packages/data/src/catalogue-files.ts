import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { Fault } from './fault.js';
import { type CatalogueFile, parseDictionary, parseFile } from './parse-file.js';
import type { PartyNames } from './parties.js';
import * as schema from './schema.js';

/** `topics.yaml`: each topic with its coverage, by name. */
export type Topics = z.infer<typeof schema.topics>;
/** `papers.yaml`: each paper by its number. */
export type Papers = z.infer<typeof schema.papers>;

/** The YAML of a catalogue as written, before the rules that look across files. */
export interface CatalogueFiles {
  /** Sorted by path. */
  readonly files: readonly CatalogueFile[];
  readonly topics: Topics;
  readonly papers: Papers;
  readonly parties: PartyNames;
  readonly faults: readonly Fault[];
}

const DICTIONARIES = new Set(['topics.yaml', 'papers.yaml', 'parties.yaml']);

/** The catalogue shipped with this package, from `src` as from `dist`. */
export const catalogueFolder: string = fileURLToPath(new URL('../catalogue', import.meta.url));

/** @throws Error of the file system when the folder or a dictionary cannot be read; faults of content are returned. */
export function readCatalogueFiles(folder: string): CatalogueFiles {
  const faults: Fault[] = [];
  const dictionary = <T>(name: string, shape: z.ZodType<T>, none: T): T =>
    parseDictionary(name, readFileSync(join(folder, name), 'utf8'), shape, faults)?.value ?? none;
  const topics = dictionary('topics.yaml', schema.topics, {});
  const papers = dictionary('papers.yaml', schema.papers, {});
  const parties = dictionary('parties.yaml', schema.parties, {});
  const files: CatalogueFile[] = [];
  for (const path of yamlPaths(folder)) {
    const parsed = parseFile(path, readFileSync(join(folder, path), 'utf8'));
    files.push(parsed.file);
    faults.push(...parsed.faults);
  }
  return { files, topics, papers, parties, faults };
}

/** The papers alone. @throws Error of the file system */
export function readPapers(folder: string): Papers {
  const text = readFileSync(join(folder, 'papers.yaml'), 'utf8');
  return parseDictionary('papers.yaml', text, schema.papers, [])?.value ?? {};
}

function yamlPaths(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''),
    )
    .filter((path) => !DICTIONARIES.has(path))
    .sort();
}
