import { EventStoreError, StoreDamaged, StoreUnavailable } from '../errors.js';

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html) that have their own sentence. */
const BUSY = 5;
const READONLY = 8;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;
/** An extended code: a unique index has the value already. */
const UNIQUE = 2067;

/** The code without the extension in its upper bits; `null` for errors that are not SQLite's. */
function resultCode(error: unknown): number | null {
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === 'number' ? errcode & 0xff : null;
}

/** What SQLite threw, as an error of the port. Errors of the port and programming errors pass unchanged. */
export function fromSqlite(error: unknown, file: string, position: number | null = null): unknown {
  if (error instanceof EventStoreError) return error;
  const code = resultCode(error);
  if (code === null) return error;
  const { message } = error as Error;
  const unavailable = (condition: string): StoreUnavailable =>
    StoreUnavailable.at(file, `${condition} What was not acknowledged may be sent again.`, {
      said: `SQLite: ${message}`,
      cause: error,
    });

  switch (code) {
    case NOTADB:
      return new StoreDamaged(file, 0, 'it does not begin like an SQLite database', { cause: error });
    case CORRUPT:
      return new StoreDamaged(file, position, message, { cause: error });
    case BUSY:
      return unavailable(
        'another process holds the write lock longer than the busy timeout; let it finish or end it.',
      );
    case READONLY:
      return unavailable('the file cannot be written; give this user write access to it and to its folder.');
    case FULL:
      return unavailable('the disk is full; make room.');
    case CANTOPEN:
      return unavailable(
        'it cannot be opened; check that the folder exists and that this user may write there.',
      );
    default:
      return unavailable('the database could not do what was asked.');
  }
}

/** True when a row was refused because its event id is in the log. */
export function meansKnownId(error: unknown): boolean {
  const { errcode, message } = error as { errcode?: unknown; message?: unknown };
  return errcode === UNIQUE && String(message).includes('record.event_id');
}

/** True when the bytes themselves are at fault, so that trying again is no use. */
export function meansDamage(error: unknown): boolean {
  const code = resultCode(error);
  return code === CORRUPT || code === NOTADB;
}
