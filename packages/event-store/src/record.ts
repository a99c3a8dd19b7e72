import { hash } from 'node:crypto';
import type { Recorded, StoredEvent } from './port.js';

/** What stands before position 0. */
export const GENESIS_HASH = '0'.repeat(64);

/** A record as adapters keep it: the body as canonical JSON, so that equal bodies are equal texts. */
export interface LogRow {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly body: string;
  readonly recordedAt: string;
  readonly actor: string | null;
  readonly idempotencyKey: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

/** Hex SHA-256 of the previous hash followed by the canonical JSON of `{ actor, event, position, recordedAt, revision, stream }`. */
export function hashOf(row: Omit<LogRow, 'hash' | 'eventId' | 'idempotencyKey'>): string {
  return hashing(row)(row);
}

/** `hashOf` for rows of one actor and one instant: what they have in common is put into words once. */
export function hashing({ actor, recordedAt }: Pick<LogRow, 'actor' | 'recordedAt'>) {
  const beforeEvent = `{"actor":${JSON.stringify(actor)},"event":`;
  const beforeRevision = `,"recordedAt":${JSON.stringify(recordedAt)},"revision":`;
  let lastStream: string | null = null;
  let end = '';
  return ({
    previousHash,
    body,
    position,
    revision,
    stream,
  }: Pick<LogRow, 'previousHash' | 'body' | 'position' | 'revision' | 'stream'>): string => {
    if (stream !== lastStream) {
      lastStream = stream;
      end = `,"stream":${JSON.stringify(stream)}}`;
    }
    return hash(
      'sha256',
      `${previousHash}${beforeEvent}${body},"position":${position}${beforeRevision}${revision}${end}`,
    );
  };
}

/**
 * Says why a row cannot be trusted, or `null` when it is what was written.
 * Without `previousHash` the row is checked for itself only, not for following the one before.
 */
export function faultIn(row: LogRow, previousHash?: string): string | null {
  if (hashOf(row) !== row.hash) return OTHER_CONTENT;
  if (previousHash !== undefined && row.previousHash !== previousHash)
    return 'it does not follow the record before it';
  // The id column is for the unique index and lies outside the hash: hold it to the hashed body.
  if ((JSON.parse(row.body) as StoredEvent).id !== row.eventId) return OTHER_ID;
  return null;
}
const OTHER_CONTENT = 'the content does not match its hash';
const OTHER_ID = 'the id in the index is not the id of the event';

export function toRecorded<E extends StoredEvent>(row: LogRow): Recorded<E> {
  const { position, stream, revision, body, recordedAt, actor, hash, previousHash } = row;
  return { position, stream, revision, event: JSON.parse(body) as E, recordedAt, actor, hash, previousHash };
}

/** `faultIn` and `toRecorded` in one, for single records: the body is parsed once. */
export function recordedOrFault<E extends StoredEvent>(row: LogRow): Recorded<E> | string {
  if (hashOf(row) !== row.hash) return OTHER_CONTENT;
  const recorded = toRecorded<E>(row);
  return recorded.event.id === row.eventId ? recorded : OTHER_ID;
}
