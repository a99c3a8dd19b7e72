import { setTimeout } from 'node:timers/promises';
import type { Metadata, ServerDuplexStream, ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import { type Fault, failure } from './faults.js';
import type { AppendResult, KeptEvent } from './kept-streams.js';
import {
  type AppendReq,
  type AppendResp,
  appendAnswer,
  type BatchAppendReq,
  type BatchAppendResp,
  batchAnswer,
  keptEvent,
  nameOf,
} from './messages.js';

/** What the calls need of the server they belong to. */
interface AppendingServer {
  /** As KURRENTDB_MAX_APPEND_SIZE. */
  readonly mostBytes: number;
  /** What goes wrong with this call. */
  next(kind: 'append'): Fault | null;
  admits(metadata: Metadata): boolean;
  write(stream: string, events: readonly KeptEvent[], expected: number): AppendResult;
}

/** Both ways of the protocol to append: one call for one append, and one stream of calls for many. */
export class AppendCalls {
  readonly #server: AppendingServer;

  constructor(server: AppendingServer) {
    this.#server = server;
  }

  #tooLarge(events: readonly KeptEvent[]): boolean {
    const bytes = events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
    return bytes > this.#server.mostBytes;
  }

  async one(
    call: ServerReadableStream<AppendReq, AppendResp>,
    answer: sendUnaryData<AppendResp>,
  ): Promise<void> {
    const fault = this.#server.next('append');
    if (!this.#server.admits(call.metadata)) return answer(failure(null));
    if (fault?.do === 'refuse') return answer(failure(fault));
    const events: KeptEvent[] = [];
    let stream = '';
    let expected = -1;
    for await (const message of call as AsyncIterable<AppendReq>) {
      const options = message.getOptions();
      const proposed = message.getProposedMessage();
      if (options) {
        stream = nameOf(options.getStreamIdentifier());
        expected = options.hasRevision() ? Number(options.getRevision()) : -1;
      }
      if (proposed) events.push(keptEvent(proposed));
    }
    if (fault?.do === 'drop') return;
    if (fault?.do === 'late') await setTimeout(fault.ms);
    const result = this.#server.write(stream, events, expected);
    if (fault?.do === 'duplicate') this.#server.write(stream, events, expected);
    if (fault?.do === 'lose-answer') return;
    if (fault?.do === 'close') return answer(failure(fault));
    answer(null, appendAnswer(astray(result, fault), expected));
  }

  batch(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
    if (!this.#server.admits(call.metadata)) return void call.emit('error', failure(null));
    const open = new Map<string, { stream: string; expected: number; events: KeptEvent[] }>();
    call.on('data', (message: BatchAppendReq) => {
      const id = message.getCorrelationId()?.getString() ?? '';
      const structured = message.getCorrelationId()?.getStructured()?.toObject();
      const key = `${id}${JSON.stringify(structured)}`;
      const options = message.getOptions();
      const batch = open.get(key) ?? { stream: '', expected: -1, events: [] };
      open.set(key, batch);
      if (options) {
        batch.stream = nameOf(options.getStreamIdentifier());
        batch.expected = options.hasStreamPosition() ? Number(options.getStreamPosition()) : -1;
      }
      batch.events.push(...message.getProposedMessagesList().map(keptEvent));
      if (!message.getIsFinal()) return;
      open.delete(key);
      void this.#carryOut(call, { ...batch, correlationId: message.getCorrelationId() });
    });
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  }

  async #carryOut(
    call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
    batch: Parameters<typeof batchAnswer>[0] & { readonly events: readonly KeptEvent[] },
  ): Promise<void> {
    const fault = this.#server.next('append');
    if (fault?.do === 'refuse') return void call.emit('error', failure(fault));
    if (fault?.do === 'drop') return;
    if (fault?.do === 'late') await setTimeout(fault.ms);
    if (this.#tooLarge(batch.events)) return void call.write(batchAnswer(batch, 'too large'));
    const result = this.#server.write(batch.stream, batch.events, batch.expected);
    if (fault?.do === 'duplicate') {
      call.write(batchAnswer(batch, result));
      this.#server.write(batch.stream, batch.events, batch.expected);
    }
    if (fault?.do === 'lose-answer') return;
    if (fault?.do === 'close') return void call.emit('error', failure(fault));
    if (fault?.do === 'end') return void call.end();
    call.write(batchAnswer(batch, astray(result, fault)));
  }
}

const astray = (result: AppendResult, fault: Fault | null): AppendResult =>
  fault?.do === 'wrong-revision' && !('wrong' in result) ? { last: result.last + 7 } : result;
