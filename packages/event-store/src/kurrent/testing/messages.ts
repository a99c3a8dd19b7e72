import { createRequire } from 'node:module';
import gossip from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import statuses from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { AppendResult, KeptEvent } from './kept-streams.js';

type Identifier = InstanceType<typeof shared.StreamIdentifier>;
type Uuid = InstanceType<typeof shared.UUID>;
type Serialized = { serializeBinary(): Uint8Array };
export type ReadReq = InstanceType<typeof streams.ReadReq>;
export type ReadResp = InstanceType<typeof streams.ReadResp>;
export type AppendReq = InstanceType<typeof streams.AppendReq>;
export type AppendResp = InstanceType<typeof streams.AppendResp>;
export type BatchAppendReq = InstanceType<typeof streams.BatchAppendReq>;
export type BatchAppendResp = InstanceType<typeof streams.BatchAppendResp>;

/** The protobuf runtime of the client, which its messages are made of. */
const ofClient = createRequire(import.meta.resolve('@kurrent/kurrentdb-client'));
const protobuf = {
  ...(ofClient('google-protobuf/google/protobuf/any_pb.js') as {
    Any: new () => { pack(bytes: Uint8Array, name: string, prefix?: string): void };
  }),
  ...(ofClient('google-protobuf/google/protobuf/empty_pb.js') as { Empty: new () => Serialized }),
};

/** 1970 in the ticks of .NET: the JavaScript client counts from there as well as the native one. */
const TICKS_PER_MS = 10_000n;

export function supportedMethods(batchAppend: boolean): InstanceType<typeof features.SupportedMethods> {
  const methods = ['Read', 'Append', ...(batchAppend ? ['BatchAppend'] : [])].map((name) => {
    const method = new features.SupportedMethod();
    method.setServiceName('event_store.client.streams.Streams');
    method.setMethodName(name);
    method.setFeaturesList(name === 'Read' ? ['position', 'events'] : []);
    return method;
  });
  const supported = new features.SupportedMethods();
  supported.setMethodsList(methods);
  supported.setEventStoreServerVersion('26.0.0');
  return supported;
}

/** A node of a pretended cluster. */
export interface ClusterNode {
  readonly port: number;
  readonly leads: boolean;
}

export function clusterInfo(nodes: readonly ClusterNode[]): InstanceType<typeof gossip.ClusterInfo> {
  const { LEADER, FOLLOWER } = gossip.MemberInfo.VNodeState;
  const members = nodes.map(({ port, leads }) => {
    const id = new shared.UUID();
    id.setString(crypto.randomUUID());
    const endPoint = new gossip.EndPoint();
    endPoint.setAddress('127.0.0.1');
    endPoint.setPort(port);
    const member = new gossip.MemberInfo();
    member.setInstanceId(id);
    member.setTimeStamp(String(Date.now()));
    member.setState(leads ? LEADER : FOLLOWER);
    member.setIsAlive(true);
    member.setHttpEndPoint(endPoint);
    return member;
  });
  const info = new gossip.ClusterInfo();
  info.setMembersList(members);
  return info;
}

export const nameOf = (identifier: Identifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

interface Proposed {
  getId(): Uuid | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

export const keptEvent = (message: Proposed): KeptEvent => ({
  id: message.getId()?.getString() || structuredId(message.getId()),
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

/** The older append sends the two halves of an id as numbers. */
function structuredId(uuid: Uuid | undefined): string {
  const half = (bits: string | undefined): string =>
    BigInt.asUintN(64, BigInt(bits ?? '0'))
      .toString(16)
      .padStart(16, '0');
  const hex =
    half(uuid?.getStructured()?.getMostSignificantBits()) +
    half(uuid?.getStructured()?.getLeastSignificantBits());
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function identifier(stream: string): Identifier {
  const named = new shared.StreamIdentifier();
  named.setStreamName(Buffer.from(stream, 'utf8').toString('base64'));
  return named;
}

export function eventMessage(stream: string, event: KeptEvent, revision: number): ReadResp {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  const id = new shared.UUID();
  id.setString(event.id);
  recorded.setId(id);
  recorded.setStreamIdentifier(identifier(stream));
  recorded.setStreamRevision(String(revision));
  recorded.setPreparePosition(String(revision));
  recorded.setCommitPosition(String(revision));
  recorded.getMetadataMap().set('type', event.type);
  recorded.getMetadataMap().set('content-type', event.contentType);
  recorded.getMetadataMap().set('created', String(BigInt(Date.now()) * TICKS_PER_MS));
  recorded.setData(event.data);
  recorded.setCustomMetadata(event.metadata);
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(recorded);
  read.setCommitPosition(String(revision));
  const message = new streams.ReadResp();
  message.setEvent(read);
  return message;
}

export function streamNotFound(stream: string): ReadResp {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(identifier(stream));
  const message = new streams.ReadResp();
  message.setStreamNotFound(missing);
  return message;
}

export function confirmation(): ReadResp {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId(crypto.randomUUID());
  const message = new streams.ReadResp();
  message.setConfirmation(confirmed);
  return message;
}

export function checkpoint(position: number): ReadResp {
  const reached = new streams.ReadResp.Checkpoint();
  reached.setCommitPosition(String(position));
  reached.setPreparePosition(String(position));
  const message = new streams.ReadResp();
  message.setCheckpoint(reached);
  return message;
}

export function appendAnswer(result: AppendResult, expected: number): AppendResp {
  const message = new streams.AppendResp();
  if ('wrong' in result) {
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    if (result.last < 0) wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(String(result.last));
    if (expected < 0) wrong.setExpectedNoStream(new shared.Empty());
    else wrong.setExpectedRevision(String(expected));
    message.setWrongExpectedVersion(wrong);
  } else {
    const success = new streams.AppendResp.Success();
    success.setCurrentRevision(String(result.last));
    success.setNoPosition(new shared.Empty());
    message.setSuccess(success);
  }
  return message;
}

export function batchAnswer(
  request: { readonly correlationId: Uuid | undefined; readonly stream: string; readonly expected: number },
  result: AppendResult | 'too large',
): BatchAppendResp {
  const message = new streams.BatchAppendResp();
  message.setCorrelationId(request.correlationId);
  message.setStreamIdentifier(identifier(request.stream));
  if (result === 'too large') {
    const exceeded = new shared.MaximumAppendSizeExceeded();
    message.setError(statusOf(exceeded, 'event_store.client.MaximumAppendSizeExceeded'));
  } else if ('wrong' in result) {
    const wrong = new shared.WrongExpectedVersion();
    if (result.last < 0) wrong.setCurrentNoStream(new protobuf.Empty() as never);
    else wrong.setCurrentStreamRevision(String(result.last));
    if (request.expected < 0) wrong.setExpectedNoStream(new protobuf.Empty() as never);
    else wrong.setExpectedStreamPosition(String(request.expected));
    message.setError(statusOf(wrong, 'event_store.client.WrongExpectedVersion'));
  } else {
    const success = new streams.BatchAppendResp.Success();
    success.setCurrentRevision(String(result.last));
    success.setNoPosition(new protobuf.Empty() as never);
    message.setSuccess(success);
  }
  return message;
}

function statusOf(details: Serialized, name: string): InstanceType<typeof statuses.Status> {
  const packed = new protobuf.Any();
  packed.pack(details.serializeBinary(), name, 'type.googleapis.com/');
  const status = new statuses.Status();
  status.setMessage(name);
  status.setDetails(packed as never);
  return status;
}
