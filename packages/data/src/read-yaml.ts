import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Fault } from './fault.js';

export type Path = readonly (string | number)[];
export interface YamlText {
  /** Maps, lists, text, true, false and null; undefined when the text is no YAML. Numbers and dates stay text, except below `data`. */
  readonly value: unknown;
  /** The line of the node at a path, or of its nearest parent that exists. */
  lineOf(path: Path): number;
  readonly faults: readonly Fault[];
}

/** A catalogue file is written by hand; anything near this many characters is a mistake or an attack. */
const MAX_CHARACTERS = 400_000;
const MAX_DEPTH = 20;
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** Reads one YAML text. Anchors and aliases are refused, so no text grows when it is read. Never throws. */
export function readYaml(file: string, text: string): YamlText {
  const refuse = (code: string, line: number, message: string): YamlText => ({
    value: undefined,
    lineOf: () => line,
    faults: [{ code, file, line, message }],
  });
  if (text.length > MAX_CHARACTERS)
    return refuse(
      'FILE_TOO_LARGE',
      1,
      `The file has ${text.length} characters; split it, ${MAX_CHARACTERS} are allowed.`,
    );
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: lines,
      prettyErrors: false,
      // It holds each key against every other, for half a minute in a file of keys alone; `plain` sees a second one at once.
      uniqueKeys: false,
    });
    if (document.errors.length > 0) {
      const faults = document.errors.map((error) => ({
        code: 'NOT_YAML',
        file,
        line: lines.linePos(error.pos[0]).line,
        message: `${error.message}. Quote texts that contain ": " or " #".`,
      }));
      return { value: undefined, lineOf: () => 1, faults };
    }
    const lineOf = (path: Path): number => {
      for (let length = path.length; length >= 0; length--) {
        const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    };
    return { value: plain(document.contents, lines), lineOf, faults: [] };
  } catch (error) {
    if (error instanceof Refused) return refuse(error.code, error.line, error.message);
    if (error instanceof RangeError)
      return refuse('TOO_DEEP', 1, `The file nests too deeply; ${MAX_DEPTH} levels are allowed.`);
    throw error;
  }
}

class Refused extends Error {
  constructor(
    readonly code: string,
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

function plain(node: unknown, lines: LineCounter, depth = 0, numeric = false): unknown {
  if (node === null || node === undefined) return null;
  const line = (): number => lines.linePos((node as Node).range?.[0] ?? 0).line;
  if (depth > MAX_DEPTH)
    throw new Refused('TOO_DEEP', line(), `The file nests too deeply; ${MAX_DEPTH} levels are allowed.`);
  if (isAlias(node))
    throw new Refused('ALIAS_NOT_ALLOWED', line(), `"*${node.source}" is an alias; write the content out.`);
  if (isSeq(node)) return node.items.map((item) => plain(item, lines, depth + 1, numeric));
  if (isMap(node)) {
    // Without a prototype a key such as __proto__ is an ordinary, unknown field.
    const entries: Record<string, unknown> = Object.create(null);
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (name in entries)
        throw new Refused(
          'DUPLICATE_KEY',
          isNode(key) && key.range ? lines.linePos(key.range[0]).line : line(),
          `"${name.slice(0, 60)}" stands twice in one map; write it once.`,
        );
      entries[name] = plain(value, lines, depth + 1, numeric || name === 'data');
    }
    return entries;
  }
  if (!isScalar(node)) return null;
  const text = String(node.value ?? '');
  if (node.type !== 'PLAIN') return text;
  if (text === '' || text === '~' || text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return numeric && NUMBER.test(text) ? Number(text) : text;
}
