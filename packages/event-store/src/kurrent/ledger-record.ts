import { createHash } from 'node:crypto';
import type { EventData, ResolvedEvent } from '@kurrent/kurrentdb-client';
import { canonicalJson } from '../canonical-json.js';
import type { LogRow } from '../record.js';

/** A record as it was found in the ledger. */
export interface LedgerRecord {
  /** Its revision in the ledger, which is the position in our log. */
  readonly position: number;
  /** `null` when it is no record of ours. */
  readonly row: LogRow | null;
  /** Tells appends apart: drawn once for each call of `append`, the same in its retries. Outside the hash. */
  readonly mark: string;
  /** True for the last record of an append: a subscription brings them one by one, readers get all or none. Outside the hash. */
  readonly ends: boolean;
}

/** What stands beside the body. The position is not among it: that is the revision. */
interface LedgerMetadata {
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
  readonly actor: string | null;
  readonly idempotencyKey: string | null;
  readonly previousHash: string;
  readonly hash: string;
  readonly mark: string;
  readonly ends: boolean;
}

/** The body as JSON, so that KurrentDB's own screens and projections can read it, and the record's other members as metadata. */
export function toLedgerEvent(row: LogRow, { mark, ends }: Pick<LedgerRecord, 'mark' | 'ends'>): EventData {
  const { stream, revision, recordedAt, actor, idempotencyKey, previousHash, hash } = row;
  const metadata: LedgerMetadata = {
    stream,
    revision,
    recordedAt,
    actor,
    idempotencyKey,
    previousHash,
    hash,
    mark,
    ends,
  };
  const data = JSON.parse(row.body) as { readonly type?: unknown };
  return {
    id: ledgerEventId(row.eventId),
    contentType: 'application/json',
    // Types that begin with $ belong to the server.
    type: typeof data.type === 'string' && /^[^$]/.test(data.type) ? data.type : 'Event',
    data: data as Record<string, unknown>,
    metadata: { ...metadata },
  };
}

export function fromLedgerEvent({ event, link }: ResolvedEvent): LedgerRecord {
  const position = Number((link ?? event)?.revision ?? -1);
  const metadata = event?.metadata as Partial<LedgerMetadata> | undefined;
  const mark = typeof metadata?.mark === 'string' ? metadata.mark : '';
  const row = event?.isJson === true ? rowOf(position, event.data, metadata) : null;
  return { position, row, mark, ends: metadata?.ends === true };
}

function rowOf(
  position: number,
  data: unknown,
  metadata: Partial<LedgerMetadata> | undefined,
): LogRow | null {
  const { id } = (data ?? {}) as { readonly id?: unknown };
  if (typeof id !== 'string' || typeof metadata?.stream !== 'string' || typeof metadata.hash !== 'string')
    return null;
  try {
    return {
      position,
      stream: metadata.stream,
      revision: Number(metadata.revision),
      eventId: id,
      body: canonicalJson(data, ''),
      recordedAt: String(metadata.recordedAt),
      actor: metadata.actor ?? null,
      idempotencyKey: metadata.idempotencyKey ?? null,
      previousHash: String(metadata.previousHash),
      hash: metadata.hash,
    };
  } catch {
    // Deeper than we write: whoever wrote it, it was not this adapter.
    return null;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Chosen once for this program; changing it would change the ids of repeated events. */
const NAMESPACE = Buffer.from('5f0c2a3e8f1b4d0f9d3f6a7e2b1c4d58', 'hex');

/** KurrentDB takes UUIDs only: ours as it is when it is one, else its name-based UUID (version 5, RFC 9562). Ours stays in the body. */
function ledgerEventId(eventId: string): string {
  if (UUID.test(eventId)) return eventId;
  const bytes = createHash('sha1').update(NAMESPACE).update(eventId, 'utf8').digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
