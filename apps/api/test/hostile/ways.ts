import type { ApiUnderTest } from '../running-api.js';
import type { Hostile } from './corpus.js';

export interface Refusal {
  readonly status: number;
  readonly body: string;
  /** Milliseconds, of the clock or of this process at work: a busy neighbour is not counted. */
  readonly took: number;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Every way a document comes in. There is no WebSocket. */
export const ways = {
  POST: (api: ApiUnderTest, hostile: Hostile) => send(`${api.url}/graphql`, hostile, JSON_TYPE),
  GET: (api: ApiUnderTest, hostile: Hostile) => get(`${api.url}/graphql`, hostile, {}),
  'SSE by POST': (api: ApiUnderTest, hostile: Hostile) =>
    send(`${api.url}/graphql/stream`, hostile, { ...JSON_TYPE, accept: 'text/event-stream' }),
  'SSE by GET': (api: ApiUnderTest, hostile: Hostile) =>
    get(`${api.url}/graphql/stream`, hostile, { accept: 'text/event-stream' }),
  'a batch': (api: ApiUnderTest, hostile: Hostile) =>
    answered(
      fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: JSON_TYPE,
        body: bodyOf([without(hostile), without(hostile)]),
      }),
    ),
} as const;
export type Way = keyof typeof ways;

const without = ({ name: _, ...asked }: Hostile): object => asked;
const bodyOf = (asked: unknown): string => JSON.stringify(asked);

const send = (url: string, hostile: Hostile, headers: Record<string, string>): Promise<Refusal> =>
  answered(fetch(url, { method: 'POST', headers, body: bodyOf(without(hostile)) }));

function get(
  url: string,
  { query, variables, operationName }: Hostile,
  headers: Record<string, string>,
): Promise<Refusal> {
  const search = new URLSearchParams({ query: String(query) });
  if (variables !== undefined) search.set('variables', JSON.stringify(variables));
  if (operationName !== undefined) search.set('operationName', String(operationName));
  return answered(fetch(`${url}?${search}`, { headers }));
}

async function answered(request: Promise<Response>): Promise<Refusal> {
  const [began, busy] = [performance.now(), process.cpuUsage()];
  const response = await request;
  const body = await response.text();
  const { user, system } = process.cpuUsage(busy);
  return { status: response.status, body, took: Math.min(performance.now() - began, (user + system) / 1000) };
}

/** Why an answer is no clean refusal; null when it is one. */
export function complaint({ status, body }: Refusal): string | null {
  if (status >= 500) return `status ${status}`;
  if (/node_modules|"INTERNAL"|\bat [\w.]+ \(/.test(body)) return 'shows the inside of the server';
  // Node itself refuses addresses beyond 16 kB before anything else sees them.
  if (status === 431) return null;
  return /"code":"[A-Z_]+"/.test(body) ? null : `no code: ${body.slice(0, 200)}`;
}
