import { PreparationsEnded, TooManyPreparations } from './preparations.js';

/** Making what is waited for takes milliseconds to a minute, by the size of the log. */
const RETRY_SECONDS = 10;

/** How a question is refused whose structures are not made: for how long, and in which words. */
export interface Busy {
  readonly code: 'RATE_LIMITED' | 'STORE_UNAVAILABLE';
  readonly status: 429 | 503;
  readonly retryAfterSeconds: number;
  readonly message: string;
}

/** Undefined for any other error. */
export function busyOf(error: unknown): Busy | undefined {
  if (error instanceof TooManyPreparations)
    return {
      code: 'RATE_LIMITED',
      status: 429,
      retryAfterSeconds: RETRY_SECONDS,
      message: `${error.message} Ask again in ${RETRY_SECONDS} seconds, or without a basis, in the nominal reading of the legal track.`,
    };
  if (error instanceof PreparationsEnded)
    return {
      code: 'STORE_UNAVAILABLE',
      status: 503,
      retryAfterSeconds: 1,
      message: 'The server is stopping; ask again in a moment.',
    };
  return undefined;
}
