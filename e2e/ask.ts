import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const api = process.env.API_URL ?? 'http://127.0.0.1:4000';

/** Asks the running API; throws with the whole answer when it carries errors. */
export async function ask<T>(
  query: string,
  variables: Record<string, unknown> = {},
  token?: string,
): Promise<T> {
  const response = await fetch(`${api}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data?: T; errors?: unknown };
  if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer, null, 2));
  return answer.data;
}

/** The key that the API made at its first start, as an editor would find it. */
export function editorKey(): string {
  return readFileSync(join(process.env.POLICY_DATA_DIR ?? '.data', 'editor.key'), 'utf8').trim();
}
