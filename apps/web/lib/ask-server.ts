import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';
import { type Refusal, refusalOf, type WireRefusal } from '@/language/refusal';
import { apiUrl, type PackFault } from '@/timeline/server-pack';

/**
 * Why a page has no answer: nobody listens, the API is unwell, it refuses the question with a code and an English sentence, or
 * the address itself could not be read (said in the reader's language).
 */
export type AskFault =
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'unwell'; readonly status: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unread'; readonly message: string };
export type Asked<Data> =
  | { readonly ok: true; readonly data: Data; readonly basis: string | null }
  | { readonly ok: false; readonly fault: AskFault };

const WAIT_MS = 10_000;

interface Wire<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly WireRefusal[];
  readonly extensions?: { readonly basis?: string };
}

/** One question of a page to the API, while the page is written on the server. */
export async function askServer<Data, Variables>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Asked<Data>> {
  let response: Response;
  try {
    response = await fetch(apiUrl('/graphql'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: print(document), variables }),
      cache: 'no-store',
      signal: AbortSignal.timeout(WAIT_MS),
    });
  } catch (error) {
    return { ok: false, fault: { kind: 'unreachable', reason: reasonOf(error) } };
  }
  let answer: Wire<Data>;
  try {
    answer = (await response.json()) as Wire<Data>;
  } catch {
    return { ok: false, fault: { kind: 'unwell', status: response.status } };
  }
  const [refusal] = answer.errors ?? [];
  if (refusal) return { ok: false, fault: { kind: 'refused', refusal: refusalOf(refusal) } };
  if (!answer.data) return { ok: false, fault: { kind: 'unwell', status: response.status } };
  return { ok: true, data: answer.data, basis: answer.extensions?.basis ?? null };
}

/** The same said of the record itself. */
export const faultOfPack = (fault: PackFault): AskFault =>
  fault.kind === 'refused'
    ? { kind: 'unwell', status: fault.status }
    : { kind: 'unreachable', reason: fault.reason };

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error.name === 'TimeoutError' ? `${WAIT_MS / 1000} s` : error.message;
}
