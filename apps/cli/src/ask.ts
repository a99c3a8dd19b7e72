import { CommandFault, EXIT } from './faults.js';

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes; each command names the fields it selects.
export type Data = any;

interface Answer {
  readonly data?: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** One question; a mutation needs a token. A web client's address works too: it hands `/api/graphql` on. @throws CommandFault */
export async function ask(url: string, query: string, variables: object, token?: string): Promise<Data> {
  let response = await post(`${url}/graphql`, query, variables, token);
  if (response.status === 404) response = await post(`${url}/api/graphql`, query, variables, token);
  const answer = (await response.json().catch(() => ({}))) as Answer;
  const [error] = answer.errors ?? [];
  if (error) {
    const code = error.extensions?.code ?? '';
    const down = response.status >= 500 || code.startsWith('STORE') || code === 'RATE_LIMITED';
    throw new CommandFault(
      down ? EXIT.unavailable : EXIT.refused,
      `${error.message}${code ? ` (${code})` : ''}`,
    );
  }
  if (!answer.data)
    throw new CommandFault(
      EXIT.unavailable,
      `${url} answered ${response.status} and nothing that can be read; is it the address of a policy-timeline server?`,
    );
  return answer.data;
}

async function post(address: string, query: string, variables: object, token?: string): Promise<Response> {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(60_000),
    });
  } catch {
    throw unreachable(address);
  }
}

export const unreachable = (address: string): CommandFault =>
  new CommandFault(
    EXIT.unavailable,
    `${new URL(address).origin} cannot be reached; start it with "npm start", or leave --url out for the record that came with the package.`,
  );
