import { Inject, Injectable } from '@nestjs/common';
import { changesByAppend, type Decision, type LogEvent } from '@policy-timeline/domain';
import {
  type Receipt,
  type Revision,
  StoreUnavailable,
  type Write,
  WrongRevision,
} from '@policy-timeline/event-store';
import { Access } from '../../auth/access.js';
import type { Attempt } from '../../auth/audit-trail.js';
import type { Actor } from '../../auth/roles.js';
import type { RequestContext } from '../../graphql/context.js';
import { ApiError, faultOfLog } from '../../graphql/errors.js';
import { appendChangeRow } from '../../graphql/models/diff-row.model.js';
import { EVENT_LOG, type EventLog, isFaultOfLog, sentenceOf } from '../../store/event-log.js';
import type { Prefix } from '../../timeline/prefix.js';
import { Timelines } from '../../timeline/timelines.js';
import type { ExpectedRevisionInput } from './append-events.input.js';
import type { AppendEventsPayload, UserError } from './append-events.model.js';

/** What the three mutations have in common once their input is an event. */
export interface Command {
  readonly operation: string;
  readonly actor: Actor;
  readonly idempotencyKey: string;
  readonly expected: readonly ExpectedRevisionInput[];
  readonly dryRun: boolean;
  /** The events as they are written, whatever the rules say of them. */
  readonly events: readonly LogEvent[];
  readonly decide: (now: Prefix) => Decision;
}

/** The walk of architecture.md: decide on what is known, append with an expectation, wait until the subscription brings it. */
@Injectable()
export class Appending {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(Timelines) private readonly timelines: Timelines,
    @Inject(Access) private readonly access: Access,
  ) {}

  async carryOut(command: Command, context: RequestContext): Promise<AppendEventsPayload> {
    const payload = await this.#tried(command).catch((error: unknown) => {
      const refused = userErrorOf(error);
      if (!refused) {
        this.#note(command, context, {
          outcome: 'REFUSED',
          codes: [String((error as { code?: unknown }).code ?? 'INTERNAL')],
        });
        throw error;
      }
      return refusedWith([refused]);
    });
    const { receipt, userErrors } = payload;
    if (userErrors.length > 0)
      this.#note(command, context, {
        outcome: 'REFUSED',
        codes: [...new Set(userErrors.map(({ code }) => code))],
      });
    else
      this.#note(command, context, {
        outcome: !receipt ? 'DRY_RUN' : receipt.repeated ? 'REPEATED' : 'ACCEPTED',
        ...(receipt && { positions: receipt.positions }),
      });
    return payload;
  }

  async #tried(command: Command): Promise<AppendEventsPayload> {
    const { events, expected, idempotencyKey, dryRun, actor } = command;
    const faults = faultsOf(command);
    if (faults.length > 0) return refusedWith(faults);
    const { fault } = this.timelines;
    if (fault) throw stopped(fault);
    const now = this.timelines.current;
    // Events that are in the log already are a retry: the store alone says whether it is the same one.
    const retry = events.some(({ id }) => this.timelines.recordOf(id) !== undefined);
    if (!retry) {
      // The rules read what the events make of the record.
      await this.timelines.prepare(events.map((event) => ({ event })));
      const decision = command.decide(now);
      if (!decision.ok) return refusedWith(decision.refusals);
      this.#checkRevisions(now, writesOf(events, expected));
    }
    if (dryRun) return { receipt: null, viewDiff: await this.#drafted(now, events), userErrors: [] };
    const receipt = await this.log.append(writesOf(events, expected), { actor: actor.id, idempotencyKey });
    await this.timelines.waitFor(receipt.position);
    return this.#acknowledged(receipt, events, now);
  }

  /** `decided`: the prefix that was decided on, at hand unless somebody appended in between. */
  #acknowledged(
    { positions, position, repeated }: Receipt,
    events: readonly LogEvent[],
    decided: Prefix,
  ): AppendEventsPayload {
    const after = this.timelines.prefix(position);
    const last = Math.min(...positions) - 1;
    const before = decided.position === last ? decided : this.timelines.prefix(last);
    return {
      receipt: { positions, basis: after.basis, repeated },
      viewDiff: changes(before.timeline, after.timeline, events),
      userErrors: [],
    };
  }

  async #drafted(now: Prefix, events: readonly LogEvent[]): Promise<AppendEventsPayload['viewDiff']> {
    const drafted = events
      .filter(({ id }) => now.timeline.recordOf(id) === undefined)
      .map((event, i) => ({ position: now.position + 1 + i, event }));
    const after = await this.timelines.rehearse(now.timeline, drafted);
    return changes(now.timeline, after ?? now.timeline, events);
  }

  /** The store checks again, inside the write; a dry run has only this. */
  #checkRevisions({ position }: Prefix, writes: readonly Write<LogEvent>[]): void {
    for (const { stream, expected } of writes) {
      const actual: Revision = this.timelines.revisionOf(stream, position) ?? 'none';
      if (actual !== expected) throw new WrongRevision(stream, expected, actual);
    }
  }

  #note(
    { operation, actor, idempotencyKey }: Command,
    { transport }: RequestContext,
    outcome: Pick<Attempt, 'outcome' | 'codes' | 'positions'>,
  ): void {
    this.access.audit.note({
      operation,
      transport,
      actor: actor.id,
      role: actor.role,
      idempotencyKey: idempotencyKey.slice(0, 200),
      ...outcome,
    });
  }
}

/**
 * Nothing can be decided on a record that is no longer followed. A log that is out of reach may come back, so the caller is
 * told as data to send again; a damaged one, or one of a newer program, is a fault of this server.
 */
function stopped(fault: Error): Error {
  const { code } = fault as { readonly code?: unknown };
  if (code === 'STORE_DAMAGED' || code === 'GAP') return fault;
  const sentence = `This server no longer follows its log, so it appends nothing. ${sentenceOf(fault)}`;
  return code === 'STORE_UNAVAILABLE'
    ? new StoreUnavailable(fault.message, { sentence })
    : new ApiError('STORE_UNAVAILABLE', sentence);
}

/** On the days on which the events change anything, with everything known. */
function changes(
  before: Prefix['timeline'],
  after: Prefix['timeline'],
  events: readonly LogEvent[],
): AppendEventsPayload['viewDiff'] {
  return changesByAppend(before, after, events).map((row) => appendChangeRow(row, before, after));
}

function writesOf(events: readonly LogEvent[], expected: Command['expected']): Write<LogEvent>[] {
  return [...Map.groupBy(events, ({ stream }) => stream)].map(([stream, own]) => ({
    stream,
    events: own,
    expected: expected.find((given) => given.stream === stream)?.revision ?? 'none',
  }));
}

const MOST_EVENTS = 200;

/** What is wrong with the command itself, before any rule is asked. */
function faultsOf({ idempotencyKey, expected, events }: Command): UserError[] {
  const fault = (path: string, message: string): UserError => ({
    code: 'INVALID_INPUT',
    message: `${path}: ${message}`,
    path,
    eventIndex: null,
    reason: null,
  });
  const streams = new Set(events.map(({ stream }) => stream));
  const named = expected.map(({ stream }) => stream);
  return [
    ...(idempotencyKey.trim() === '' || idempotencyKey.length > 200
      ? [fault('idempotencyKey', 'write 1 to 200 characters, new for each batch.')]
      : []),
    ...(events.length === 0 || events.length > MOST_EVENTS
      ? [fault('events', `there are ${events.length}; give 1 to ${MOST_EVENTS}.`)]
      : []),
    ...[...streams]
      .filter((stream) => !named.includes(stream))
      .map((stream) =>
        fault(
          'expected',
          `the revision of stream "${stream}" is missing; subject(id) { revision } tells it, null where nothing was written yet.`,
        ),
      ),
    ...named
      .filter((stream, i) => !streams.has(stream) || named.indexOf(stream) !== i)
      .map((stream) =>
        fault('expected', `stream "${stream}" is named twice, or nothing is written to it; leave it out.`),
      ),
  ];
}

const AS_DATA = new Set(['WRONG_REVISION', 'IDEMPOTENCY_CONFLICT', 'INVALID_INPUT', 'STORE_UNAVAILABLE']);

/** Refusals of the store that the caller can put right, or send again as they are. */
function userErrorOf(error: unknown): UserError | null {
  const { code, path, reason } = error as { code?: unknown; path?: unknown; reason?: unknown };
  if (!(error instanceof Error) || typeof code !== 'string' || !AS_DATA.has(code)) return null;
  if (isFaultOfLog(error)) faultOfLog.report(error);
  return {
    code,
    message: sentenceOf(error),
    path: code === 'WRONG_REVISION' ? 'expected' : typeof path === 'string' ? path : null,
    eventIndex: null,
    reason: typeof reason === 'string' ? reason : null,
  };
}

const refusedWith = (userErrors: readonly UserError[]): AppendEventsPayload => ({
  receipt: null,
  viewDiff: [],
  userErrors,
});
