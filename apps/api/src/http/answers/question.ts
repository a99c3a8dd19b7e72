import { createHash } from 'node:crypto';
import type { Request } from '../express.js';

/** One question over HTTP. */
export interface Question {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The same for two requests only when they ask the same and want it in the same form. */
  readonly key: string;
  /** Whether the usual form is wanted, `application/json`. */
  readonly plain: boolean;
}

/** Longer than any question worth keeping; the limits of a body allow more. */
const LONGEST = 64 * 1024;

/** Null for what is no single question (a batch, a form, no body), or is longer than what is kept. */
export function questionOf(request: Request): Question | null {
  const asked =
    request.method === 'GET' ? inAddress(request) : request.method === 'POST' ? request.body : null;
  const { query, operationName, variables } = (asked ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof query !== 'string' || (operationName != null && typeof operationName !== 'string')) return null;
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return null;
  const accept = request.headers.accept ?? '*/*';
  const plain =
    !accept.includes('graphql-response+json') &&
    (accept.includes('application/json') || accept.includes('*/*'));
  const key = `${plain ? '' : accept}\n${operationName ?? ''}\n${JSON.stringify(variables ?? {})}\n${query}`;
  if (key.length > LONGEST) return null;
  return {
    query,
    operationName: operationName ?? undefined,
    variables: (variables ?? {}) as Question['variables'],
    key,
    plain,
  };
}

function inAddress({ originalUrl }: Request): object | null {
  const at = originalUrl.indexOf('?');
  if (at < 0 || originalUrl.length > LONGEST) return null;
  const given = new URLSearchParams(originalUrl.slice(at));
  const variables = given.get('variables');
  try {
    return {
      query: given.get('query'),
      operationName: given.get('operationName'),
      variables: variables === null || variables === '' ? null : JSON.parse(variables),
    };
  } catch {
    return null;
  }
}

/** The same for the same question at the same prefix of the log, in every process: a reader may hold it for any of them. */
export function etagOf({ key }: Question, basis: string): string {
  return `"${createHash('sha256').update(key).digest('base64url').slice(0, 16)}.${basis}"`;
}
