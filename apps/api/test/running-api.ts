import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../src/configuration.js';
import { startApi } from '../src/start-api.js';

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes.
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: { readonly code: string; readonly traceId: string };
  }[];
  readonly extensions?: { readonly cost: number; readonly basis?: string };
}

export interface ApiUnderTest {
  readonly url: string;
  readonly folder: string;
  readonly key: string;
  ask(query: string, variables?: object): Promise<Answer>;
  /** With the editor key, or with another token. */
  write(query: string, variables?: object, token?: string): Promise<Answer>;
  post(body: string, headers?: Record<string, string>): Promise<Response>;
  audit(): {
    readonly outcome: string;
    readonly operation: string;
    readonly actor: string | null;
    readonly codes?: readonly string[];
  }[];
  close(): Promise<void>;
  /** Ends it and removes its folder. */
  remove(): Promise<void>;
}

/** A real server over a real SQLite file in a folder of its own. */
export async function runApi(
  environment: Record<string, string> = {},
  folder = mkdtempSync(join(tmpdir(), 'policy-api-')),
): Promise<ApiUnderTest> {
  const api = await startApi(
    readConfiguration({
      API_PORT: '0',
      POLICY_DATA_DIR: folder,
      POLICY_SEED: 'none',
      POLICY_RATE_LIMIT: '0',
      POLICY_WRITE_LIMIT: '0',
      LOG_LEVEL: 'silent',
      ...environment,
    }),
  );
  const key = readFileSync(join(folder, 'editor.key'), 'utf8').trim();
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${api.url}/graphql`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  const send = async (
    query: string,
    variables: object | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> => (await post(JSON.stringify({ query, variables }), headers)).json() as Promise<Answer>;
  return {
    url: api.url,
    folder,
    key,
    post,
    ask: (query, variables) => send(query, variables, {}),
    write: (query, variables, token = key) => send(query, variables, { authorization: `Bearer ${token}` }),
    audit: () =>
      readFileSync(join(folder, 'audit.ndjson'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    close: api.close,
    async remove() {
      await api.close();
      rmSync(folder, { recursive: true });
    },
  };
}
