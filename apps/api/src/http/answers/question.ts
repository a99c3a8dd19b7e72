import { createHash } from 'node:crypto';
import type { Request } from '../express.js';

/** Longer than any question worth keeping; the limits of a body allow more. */
const LONGEST = 64 * 1024;

/**
 * What is asked, as a text that two requests share only when they ask the same: document, variables, operation, and the
 * form of the answer. Null for what is no single question (a batch, a form, no body).
 */
export function questionOf(request: Request): string | null {
  const form = /graphql-response\+json/.test(String(request.headers.accept ?? '')) ? 'response' : 'json';
  if (request.method === 'GET') {
    const search = request.originalUrl.indexOf('?');
    return search < 0 || request.originalUrl.length > LONGEST
      ? null
      : `${form} ${request.originalUrl.slice(search)}`;
  }
  const body = request.body as Partial<Record<string, unknown>> | undefined;
  if (request.method !== 'POST' || typeof body?.query !== 'string' || body.query.length > LONGEST)
    return null;
  const question = `${form} ${JSON.stringify([body.operationName ?? null, body.variables ?? null])} ${body.query}`;
  return question.length > LONGEST ? null : question;
}

/** The same for the same question at the same prefix of the log, in every process: a reader may hold it for any of them. */
export function etagOf(question: string, basis: string): string {
  return `"${createHash('sha256').update(question).digest('base64url').slice(0, 16)}.${basis}"`;
}
