import { EventStoreError, InvalidInput, StoreDamaged, StoreUnavailable } from '../errors.js';

/** gRPC status codes (https://grpc.io/docs/guides/status-codes/) that mean "this user may not". */
const PERMISSION_DENIED = 7;
const UNAUTHENTICATED = 16;

/** The client's typed errors carry `type`; what comes from gRPC itself has a `code` only, and a failed search for the cluster neither. */
interface ClientError {
  readonly type?: unknown;
  readonly code?: unknown;
  readonly message: string;
}

/** Whatever the client threw while it was asked, as an error of the port. */
export function fromKurrent(error: unknown, place: string): unknown {
  if (error instanceof EventStoreError || !(error instanceof Error)) return error;
  const { type, code, message }: ClientError = error;
  switch (type) {
    case 'maximum-append-size-exceeded':
    case 'transaction-max-size-exceeded':
    case 'append-record-size-exceeded':
      return new InvalidInput(
        'writes',
        `the batch is larger than the server of the log takes in one append; send smaller batches, or give the server a larger KURRENTDB_MAX_APPEND_SIZE (its default is 1 MiB, at most 16 MB).`,
      );
    case 'stream-deleted':
    case 'stream-tombstoned':
      return new StoreDamaged(place, 0, 'the stream of the ledger was deleted', { cause: error });
  }
  if (type === undefined && code === undefined && !/discover/i.test(message)) return error;
  const condition = meansRefused(error)
    ? 'the server does not let this user in; check user, password and rights in the address.'
    : 'the server cannot be reached or did not answer in time; it is asked again.';
  return StoreUnavailable.at(place, `${condition} What was not acknowledged may be sent again.`, {
    said: `KurrentDB: ${message}`,
    cause: error,
  });
}

/** True when asking again may help: not for a user who may not, a batch too large or a damaged ledger. */
export const isPassing = (error: unknown): error is StoreUnavailable =>
  error instanceof StoreUnavailable && !meansRefused(error.cause);

export const meansOvertaken = (error: unknown): boolean =>
  (error as ClientError | null)?.type === 'wrong-expected-version';

export const meansNoLedger = (error: unknown): boolean =>
  (error as ClientError | null)?.type === 'stream-not-found';

function meansRefused(error: unknown): boolean {
  const { type, code } = (error ?? {}) as ClientError;
  return type === 'access-denied' || code === PERMISSION_DENIED || code === UNAUTHENTICATED;
}
