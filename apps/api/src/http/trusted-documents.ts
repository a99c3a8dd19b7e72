import { readFileSync } from 'node:fs';
import { ConfigurationFault } from '../configuration.js';
import type { ErrorCode } from '../graphql/errors.js';
import type { NextFunction, Request, Response } from './express.js';
import { refuse } from './refuse.js';

/**
 * Documents known in advance, by id: a short address for a cache in front, and a server that runs nothing else. A file of
 * `{ "id": "query …" }`, or the manifest that Apollo's and Relay's tools write (`{ "operations": [{ "id", "body" }] }`).
 */
export class TrustedDocuments {
  readonly #byId: ReadonlyMap<string, string> | null;
  readonly #texts: ReadonlySet<string>;

  /** @param file null: every document is read. @throws ConfigurationFault */
  constructor(file: string | null) {
    this.#byId = file === null ? null : readDocuments(file);
    this.#texts = new Set(this.#byId?.values());
  }

  /** Puts the document in the place of its id, on every way in, and refuses what is not known. */
  readonly handle = (request: Request, response: Response, next: NextFunction): void => {
    const refusal = /^\/graphql(\/stream)?$/.test(request.path) ? this.#resolve(request) : null;
    if (refusal === null) next();
    else refuse(response, refusal.status, refusal.code, refusal.sentence);
  };

  #resolve(request: Request): { status: number; code: ErrorCode; sentence: string } | null {
    const given = request.method === 'GET' ? inAddress(request) : inBody(request);
    if (this.#byId === null)
      return given.id === undefined
        ? null
        : {
            status: 400,
            code: 'INVALID_INPUT',
            sentence: 'documentId: no documents are known by id here; send the document itself as query.',
          };
    if (given.id === undefined && given.query === undefined) return null;
    const text = given.id === undefined ? given.query : this.#byId.get(given.id);
    if (text === undefined || !this.#texts.has(text))
      return {
        status: 403,
        code: 'FORBIDDEN',
        sentence: 'Only documents known in advance are answered here; send the documentId of one of them.',
      };
    if (given.id !== undefined) given.put(text);
    return null;
  }
}

interface Given {
  readonly id: string | undefined;
  readonly query: string | undefined;
  readonly put: (text: string) => void;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function inBody(request: Request): Given {
  const body = (request.body ?? {}) as Record<string, unknown>;
  return {
    id: textOf(body.documentId),
    query: textOf(body.query),
    put: (text) => {
      request.body = { ...body, query: text };
    },
  };
}

function inAddress(request: Request): Given {
  const [path = '', search = ''] = request.originalUrl.split('?', 2);
  const given = new URLSearchParams(search);
  return {
    id: given.get('documentId') ?? undefined,
    query: given.get('query') ?? undefined,
    put: (text) => {
      given.delete('documentId');
      given.set('query', text);
      request.url = `${path}?${given}`;
      request.originalUrl = request.url;
    },
  };
}

function readDocuments(file: string): ReadonlyMap<string, string> {
  const fault = (why: string): never => {
    throw new ConfigurationFault([
      `POLICY_TRUSTED_DOCUMENTS: ${file} ${why}; write a JSON object of ids and documents, or the manifest that your client's build makes.`,
    ]);
  };
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return fault(`cannot be read (${(error as Error).message})`);
  }
  if (typeof content !== 'object' || content === null) return fault('holds no object');
  const { operations } = content as { operations?: unknown };
  const entries: [unknown, unknown][] = Array.isArray(operations)
    ? operations.map(({ id, body }: { id?: unknown; body?: unknown }) => [id, body])
    : Object.entries(content);
  if (entries.length === 0 || entries.some((entry) => entry.some((part) => typeof part !== 'string')))
    return fault('holds something else than ids and documents');
  return new Map(entries as [string, string][]);
}
