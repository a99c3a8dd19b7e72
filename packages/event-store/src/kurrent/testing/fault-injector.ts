import { setTimeout } from 'node:timers/promises';
import {
  type Metadata,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceDefinition,
  type sendUnaryData,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import gossipService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb.js';
import featuresService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import streamsService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import { AppendCalls } from './append-calls.js';
import { type Fault, FaultyDelivery, failure, type Misbehaviour, type Outgoing } from './faults.js';
import { type AppendResult, type KeptEvent, KeptStreams } from './kept-streams.js';
import {
  type AppendReq,
  type AppendResp,
  type BatchAppendReq,
  type BatchAppendResp,
  type ClusterNode,
  checkpoint,
  clusterInfo,
  confirmation,
  eventMessage,
  nameOf,
  type ReadReq,
  type ReadResp,
  streamNotFound,
  supportedMethods,
} from './messages.js';

export type { Fault, Misbehaviour } from './faults.js';

export interface FaultInjectorOptions {
  /** 0, the default, takes a free one; a restart keeps it. */
  readonly port?: number;
  /** Whether the server says that it knows the newer append, which the client then uses. Default true. */
  readonly batchAppend?: boolean;
  /** PEM of a key and its certificate; without them connections are plain. */
  readonly tls?: { readonly key: Buffer; readonly certificate: Buffer };
  /** The only user that may read and append; what the server can do is told to anybody. Default: anybody. The client sends none over plain connections. */
  readonly user?: { readonly name: string; readonly password: string };
  /** As KURRENTDB_MAX_APPEND_SIZE. Default 16 MiB. */
  readonly mostAppendBytes?: number;
  /** What the nodes of one cluster share; a node alone keeps its own. */
  readonly streams?: KeptStreams;
}

interface Following {
  readonly stream: string;
  readonly push: (event: KeptEvent, revision: number) => void;
}

interface Sent extends Outgoing {
  readonly event: KeptEvent;
}

/**
 * Speaks the part of KurrentDB's protocol that the adapter uses, from the client's own definitions, and misbehaves when told to.
 * A fault injector for tests. That the adapter passes here proves nothing about the real server; see docs/guides/moving-to-kurrentdb.md.
 */
export class FaultInjector {
  readonly streams: KeptStreams;
  /** What it says of its cluster when asked. Default: itself, leading. */
  cluster: () => readonly ClusterNode[] = () => [{ port: this.#port, leads: true }];
  /** Decides about each call; replaced by a test at any time. */
  misbehave: Misbehaviour = () => null;
  /** Revisions that no reader gets, in any stream: what a truncated or scavenged stream looks like. */
  readonly hidden = new Set<number>();
  readonly #options: FaultInjectorOptions;
  readonly #following = new Set<Following>();
  /** How to break off the calls that were never answered. */
  readonly #silent = new Set<() => void>();
  #server: Server | null = null;
  #port: number;
  #calls = 0;

  private constructor(options: FaultInjectorOptions) {
    this.#options = options;
    this.streams = options.streams ?? new KeptStreams();
    this.#port = options.port ?? 0;
  }

  static async start(options: FaultInjectorOptions = {}): Promise<FaultInjector> {
    const injector = new FaultInjector(options);
    await injector.start();
    return injector;
  }

  /** An address with a ledger of its own. Half a second, the client's usual interval between attempts, is long for tests. */
  url(ledger = 'policy-timeline'): string {
    const { tls, user } = this.#options;
    const login = user === undefined ? '' : `${user.name}:${encodeURIComponent(user.password)}@`;
    // gRPC for Node refuses addresses in numbers when TLS is to check them.
    const host = tls === undefined ? '127.0.0.1' : 'localhost';
    return `kurrentdb://${login}${host}:${this.#port}?tls=${tls !== undefined}&discoveryInterval=5&ledger=${ledger}`;
  }

  get port(): number {
    return this.#port;
  }

  /** Calls of all kinds so far. */
  get calls(): number {
    return this.#calls;
  }

  async start(): Promise<void> {
    const server = new Server({
      'grpc.max_receive_message_length': 20 * 1024 * 1024,
      'grpc.max_send_message_length': 20 * 1024 * 1024,
    });
    const appends = new AppendCalls({
      mostBytes: this.#options.mostAppendBytes ?? 16 * 1024 * 1024,
      next: (kind) => this.#next(kind),
      admits: (metadata) => this.#admits(metadata),
      write: (stream, events, expected) => this.#write(stream, events, expected),
    });
    add(server, streamsService.StreamsService, {
      read: (call: ServerWritableStream<ReadReq, ReadResp>) => void this.#read(call),
      append: (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>) =>
        void appends.one(call, answer),
      batchAppend: (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => appends.batch(call),
    });
    add(server, featuresService.ServerFeaturesService, {
      getSupportedMethods: (_call: ServerUnaryCall<unknown, unknown>, answer: sendUnaryData<unknown>) => {
        const fault = this.#next('features');
        if (fault?.do === 'refuse') answer(failure(fault));
        else answer(null, supportedMethods(this.#options.batchAppend ?? true));
      },
    });
    add(server, gossipService.GossipService, {
      read: (_call: ServerUnaryCall<unknown, unknown>, answer: sendUnaryData<unknown>) =>
        answer(null, clusterInfo(this.cluster())),
    });
    const { tls } = this.#options;
    const credentials =
      tls === undefined
        ? ServerCredentials.createInsecure()
        : ServerCredentials.createSsl(null, [{ private_key: tls.key, cert_chain: tls.certificate }]);
    this.#port = await new Promise<number>((resolve, reject) =>
      server.bindAsync(`127.0.0.1:${this.#port}`, credentials, (error, port) =>
        error === null ? resolve(port) : reject(error),
      ),
    );
    this.#server = server;
  }

  /** Breaks every connection; what was appended stays. */
  stop(): void {
    this.#server?.forceShutdown();
    this.#server = null;
    this.#silent.clear();
    this.#following.clear();
  }

  /** Breaks off the reads that were dropped, as their connection would one day: each holds on to something in the client. */
  release(): void {
    for (const breakOff of this.#silent) breakOff();
    this.#silent.clear();
  }

  async restart(): Promise<void> {
    this.stop();
    await this.start();
  }

  /** Subscriptions that are open. */
  get subscribers(): number {
    return this.#following.size;
  }

  #next(kind: Parameters<Misbehaviour>[0]['kind']): Fault | null {
    this.#calls += 1;
    return this.misbehave({ kind, number: this.#calls });
  }

  #admits(metadata: Metadata): boolean {
    const { user } = this.#options;
    if (user === undefined) return true;
    const wanted = `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`;
    return metadata.get('authorization').some((given) => given === wanted);
  }

  async #read(call: ServerWritableStream<ReadReq, ReadResp>): Promise<void> {
    const asked = call.request.getOptions();
    const subscribes = asked?.hasSubscription() ?? false;
    const fault = this.#next(subscribes ? 'subscribe' : 'read');
    if (!this.#admits(call.metadata)) return void call.emit('error', failure(null));
    if (fault?.do === 'refuse') return void call.emit('error', failure(fault));
    if (fault?.do === 'late') await setTimeout(fault.ms);
    if (fault?.do === 'drop') return void this.#silent.add(() => call.emit('error', failure(fault)));
    const options = asked?.getStream();
    const stream = nameOf(options?.getStreamIdentifier());
    const revision = options?.hasRevision() ? Number(options.getRevision()) : null;
    const delivery = new FaultyDelivery<Sent>(
      fault,
      (one) => {
        call.write(eventMessage(stream, one.event, one.revision));
      },
      () => call.write(checkpoint(this.streams.of(stream).length + 100)),
    );
    const send = (event: KeptEvent, at: number): boolean => {
      if (this.hidden.has(at)) return true;
      const ending = delivery.send({ event, revision: at });
      if (ending === 'end') call.end();
      if (ending === 'close') call.emit('error', failure(fault));
      return ending === null;
    };
    const kept = this.streams.of(stream);

    if (!subscribes) {
      if (kept.length === 0) call.write(streamNotFound(stream));
      const count = Number(asked?.getCount() ?? 0);
      // Backwards is asked for from the end alone, one event at a time.
      const from = options?.hasEnd() ? Math.max(kept.length - 1, 0) : (revision ?? 0);
      const until = Math.min(kept.length, from + count);
      for (let at = from; at < until; at += 1) if (!send(kept[at] as KeptEvent, at)) return;
      delivery.finish();
      call.end();
      return;
    }

    call.write(confirmation());
    const following: Following = {
      stream,
      push: (event, at) => {
        if (!send(event, at)) this.#following.delete(following);
      },
    };
    call.on('cancelled', () => this.#following.delete(following));
    this.#following.add(following);
    for (let at = revision === null ? 0 : revision + 1; at < kept.length; at += 1)
      if (!send(kept[at] as KeptEvent, at)) return void this.#following.delete(following);
  }

  #write(stream: string, events: readonly KeptEvent[], expected: number): AppendResult {
    const before = this.streams.of(stream).length;
    const result = this.streams.append(stream, events, expected);
    if (!('wrong' in result))
      for (let at = before; at <= result.last; at += 1)
        for (const following of [...this.#following])
          if (following.stream === stream) following.push(this.streams.of(stream)[at] as KeptEvent, at);
    return result;
  }
}

/** The definitions are made for another copy of the types of gRPC. */
function add(server: Server, service: unknown, handlers: UntypedServiceImplementation | object): void {
  const definition = service as ServiceDefinition;
  const others = Object.fromEntries(Object.keys(definition).map((name) => [name, unknown]));
  server.addService(definition, { ...others, ...handlers } as UntypedServiceImplementation);
}

const unknown = (_call: unknown, answer: sendUnaryData<unknown>): void =>
  answer({ code: status.UNIMPLEMENTED, details: 'not part of what the adapter uses' });
