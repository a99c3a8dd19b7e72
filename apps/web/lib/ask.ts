import type { TadaDocumentNode } from 'gql.tada';

/** Why there is no answer: nobody was reached (`code` null), or the API refused with a code. */
export class AskFailed extends Error {
  constructor(
    readonly code: string | null,
    message: string,
  ) {
    super(message);
  }
}

interface Wire<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** One question to the API on our own origin. @throws AskFailed; an abort is thrown as it is. */
export async function ask<Data, Variables>(
  question: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Data> {
  let response: Response;
  try {
    response = await fetch('/api/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: String(question), variables }),
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new AskFailed(null, error instanceof Error ? error.message : String(error));
  }
  const answer = (await response.json().catch(() => ({}))) as Wire<Data>;
  const [refusal] = answer.errors ?? [];
  if (refusal || !answer.data)
    throw new AskFailed(
      refusal?.extensions?.code ?? 'INTERNAL',
      refusal?.message ?? `HTTP ${response.status}`,
    );
  return answer.data;
}
