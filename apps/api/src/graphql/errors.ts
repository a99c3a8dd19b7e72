import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { currentTrace } from '../http/trace.js';
import { isFaultOfLog, sentenceOf } from '../store/event-log.js';

/** Every code a caller may meet in `extensions.code` or in a user error. They never change. */
export const ERROR_CODES = [
  'INVALID_DATE',
  'INVALID_RANGE',
  'INVALID_VIEW',
  'INVALID_PAGE_SIZE',
  'INVALID_CODE',
  'INVALID_INPUT',
  'UNKNOWN_SUBJECT',
  'UNKNOWN_BASIS',
  'WRONG_REVISION',
  'IDEMPOTENCY_CONFLICT',
  'REFUSED_BY_RULE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'TOO_COMPLEX',
  'STORE_UNAVAILABLE',
  'STORE_DAMAGED',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A refusal on purpose: its sentence is for the caller. */
export class ApiError extends GraphQLError {
  constructor(code: ErrorCode, message: string) {
    // Outside of a field Apollo would answer with 500; inside of one the status stays 200.
    super(message, { extensions: { code, http: { status: 400 } } });
    this.name = 'ApiError';
  }
}

/** Codes of GraphQL itself, said by Apollo before any of our code runs; all are faults of the request. */
const OF_GRAPHQL = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);
/** How graphql's token limit and graphql-armor's rules begin to say it. */
const LIMIT = /(limit of \d+ exceeded|contains more that? \d+ tokens|Maximum introspection depth exceeded)/i;

/** graphql stops counting the faults of variables without a code. */
const TOO_MANY_FAULTS = /^Too many errors processing variables/;

/** What a caller sees of an error, on every transport: a stable code, a trace id, and no inside of an unexpected fault. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { code, message, field, given } = told(formatted, error);
  if (code === 'INTERNAL') unexpected.report(error);
  else reportFaultOfLog(error);
  const { locations, path } = formatted;
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: {
      code,
      ...(field !== undefined && { field }),
      ...(given !== undefined && { given }),
      traceId: currentTrace(),
    },
  };
}

/** Where unexpected faults go with everything they know; the server's log takes this place at start. */
export const unexpected = { report: (error: unknown): void => console.error(error) };

/** Where faults of the log go with its place, of which callers are not told; as above. */
export const faultOfLog = { report: (error: Error): void => console.error(error.message) };

function reportFaultOfLog(error: unknown): void {
  const fault = [...chainOf(error)].find(isFaultOfLog);
  if (fault) faultOfLog.report(fault);
}

/** A refusal as a program reads it: where it names an argument, that argument and what was given for it. */
interface Told {
  readonly code: ErrorCode;
  readonly message: string;
  readonly field?: string | undefined;
  readonly given?: string | undefined;
}

function told(formatted: GraphQLFormattedError, error: unknown): Told {
  const cause = coded(error);
  if (cause) {
    const place = placeOf(formatted.message, error);
    const field = cause.field === 'date' ? (place ?? cause.field) : cause.field;
    return { ...cause, field, message: atPlace(cause.message, place) };
  }
  if (LIMIT.test(formatted.message))
    return { code: 'TOO_COMPLEX', message: formatted.message.replace(/^Syntax Error: /, '') };
  if (OF_GRAPHQL.has(String(formatted.extensions?.code)) || TOO_MANY_FAULTS.test(formatted.message))
    return { code: 'INVALID_INPUT', message: inOurWords(formatted.message) };
  return {
    code: 'INTERNAL',
    message: 'The server met an unexpected fault; it is in the server’s log under this trace id.',
  };
}

/** What Apollo says of a request that holds no operation it can run names what is not served here, or not what to send. */
const OUR_WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /^GraphQL operations must contain a non-empty/,
    'query: it is missing or empty; send one operation, as { "query": "…" } or as ?query=… in the address.',
  ],
  [
    /^POST body missing, invalid Content-Type/,
    'The body holds no operation; send { "query": "…" } with Content-Type: application/json.',
  ],
  [/^Operation batching disabled/, 'A list of operations is not answered; send them one by one.'],
  [/supports only GET\/POST requests/, 'Only GET and POST are answered here; send the operation with POST.'],
];
const inOurWords = (said: string): string => OUR_WORDS.find(([theirs]) => theirs.test(said))?.[1] ?? said;

/** A date is read before anybody knows which argument it is for; its refusal names the one that was given. */
const atPlace = (message: string, place: string | undefined): string =>
  place === undefined ? message : message.replace(/^date: "/, `${place}: "`);

const VARIABLE = /^Variable "\$(\w+)" got invalid value (?:.*? at "([\w.[\]]+)";)?/s;
const ARGUMENT = /(\w+)\s*:\s*(?:\[[^\]]*)?$/;
/** The name stands close before its value; a document is a stranger's text, and the search is not linear. */
const ARGUMENT_WITHIN = 300;

/** The argument or field that a refused value was written for, as GraphQL tells it of a variable and the document of a literal. */
function placeOf(said: string, error: unknown): string | undefined {
  const variable = VARIABLE.exec(said);
  if (variable) return variable[2] ?? variable[1];
  const loc = error instanceof GraphQLError ? error.nodes?.[0]?.loc : undefined;
  return (
    loc && ARGUMENT.exec(loc.source.body.slice(Math.max(0, loc.start - ARGUMENT_WITHIN), loc.start))?.[1]
  );
}

/** The argument that a refusal speaks of, and what was given for it, where it speaks of one. */
function argumentOf(refusal: Error): Pick<Told, 'field' | 'given'> {
  const { field, given } = refusal as { readonly field?: unknown; readonly given?: unknown };
  if (typeof field !== 'string') return {};
  return { field, ...(typeof given === 'string' && { given: given.slice(0, 60) }) };
}

/** The first error of the chain that carries one of our codes: a scalar's refusal sits beneath what GraphQL made of it. */
function coded(error: unknown): Told | undefined {
  for (const at of chainOf(error)) {
    const code = at instanceof GraphQLError ? at.extensions.code : (at as { code?: unknown }).code;
    if (code === 'GAP') return { code: 'STORE_DAMAGED', message: at.message };
    if (isErrorCode(code)) return { code, message: sentenceOf(at), ...argumentOf(at) };
  }
  return undefined;
}

/** An error and what caused it, as far as eight of them. */
function* chainOf(error: unknown): Generator<Error> {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; depth++) {
    yield at;
    at = at instanceof GraphQLError && at.originalError ? at.originalError : at.cause;
  }
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return (ERROR_CODES as readonly unknown[]).includes(code);
}
