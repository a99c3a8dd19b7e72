import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  decideAppend,
  decideCorrection,
  decideVoid,
  eventOfDraft,
  type LogEvent,
  parseDay,
  patchOfDraft,
} from '@policy-timeline/domain';
import { Access } from '../../auth/access.js';
import type { RequestContext } from '../../graphql/context.js';
import { Timelines } from '../../timeline/timelines.js';
import { AppendEventsInput } from './append-batch.input.js';
import { CorrectEventInput, VoidEventInput } from './append-events.input.js';
import { AppendEventsPayload } from './append-events.model.js';
import { Appending } from './appending.js';
import { eventOfFamily } from './family-inputs.js';

/** The newest day anywhere on earth: what an editor in Tokyo calls today is no future. */
const latestToday = () => parseDay(new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10));

@Resolver(() => AppendEventsPayload)
export class AppendEventsResolver {
  constructor(
    @Inject(Appending) private readonly appending: Appending,
    @Inject(Access) private readonly access: Access,
    @Inject(Timelines) private readonly timelines: Timelines,
  ) {}

  @Mutation(() => AppendEventsPayload, {
    description: 'Adds what happened, was announced or was planned. Needs the role editor.',
  })
  async appendEvents(
    @Args('input') input: AppendEventsInput,
    @Context() context: RequestContext,
  ): Promise<AppendEventsPayload> {
    const operation = 'appendEvents';
    const actor = await this.access.require(context, 'editor', operation);
    const { idempotencyKey, expected } = input;
    const drafts = [...(input.events ?? []), ...(input.byFamily ?? []).map(eventOfFamily)];
    const events = drafts.map((event, i) => eventOfDraft(event, event.id ?? `${idempotencyKey}/${i}`));
    const decide = ({ timeline }: { timeline: Parameters<typeof decideAppend>[0] }) =>
      decideAppend(timeline, events, { today: latestToday() });
    return this.appending.carryOut(
      { operation, actor, idempotencyKey, expected, dryRun: input.dryRun ?? false, events, decide },
      context,
    );
  }

  @Mutation(() => AppendEventsPayload, {
    description:
      'Erratum: our record was wrong. Moves with the basis alone. Needs the role editor, and admin for events that others appended.',
  })
  async correctEvent(
    @Args('input') input: CorrectEventInput,
    @Context() context: RequestContext,
  ): Promise<AppendEventsPayload> {
    const operation = 'correctEvent';
    const actor = await this.access.require(context, 'editor', operation);
    const {
      idempotencyKey,
      expected,
      target,
      reason: { en, ja },
    } = input;
    if (actor.role !== 'admin' && this.#appendedBy(target) !== actor.id)
      throw this.access.forbid(
        context,
        actor,
        operation,
        'an event that others appended needs the role admin',
      );
    const command = {
      id: `${idempotencyKey}/0`,
      target,
      patch: patchOfDraft(input.patch),
      reason: { en, ja },
    };
    const erratum: LogEvent = {
      ...command,
      schemaVersion: 1,
      type: 'EventCorrected',
      stream: this.#streamOf(target),
    };
    return this.appending.carryOut(
      {
        operation,
        actor,
        idempotencyKey,
        expected: this.#known(target, expected),
        dryRun: input.dryRun ?? false,
        events: [erratum],
        decide: ({ timeline }) => decideCorrection(timeline, command, { today: latestToday() }),
      },
      context,
    );
  }

  @Mutation(() => AppendEventsPayload, {
    description: 'Recorded by mistake: the target is ignored from now on. Needs the role admin.',
  })
  async voidEvent(
    @Args('input') input: VoidEventInput,
    @Context() context: RequestContext,
  ): Promise<AppendEventsPayload> {
    const operation = 'voidEvent';
    const actor = await this.access.require(context, 'admin', operation);
    const {
      idempotencyKey,
      expected,
      target,
      reason: { en, ja },
    } = input;
    const command = { id: `${idempotencyKey}/0`, target, reason: { en, ja } };
    const voiding: LogEvent = {
      ...command,
      schemaVersion: 1,
      type: 'EventVoided',
      stream: this.#streamOf(target),
    };
    return this.appending.carryOut(
      {
        operation,
        actor,
        idempotencyKey,
        expected: this.#known(target, expected),
        dryRun: input.dryRun ?? false,
        events: [voiding],
        decide: ({ timeline }) => decideVoid(timeline, command),
      },
      context,
    );
  }

  #record(id: string) {
    return this.timelines.recordOf(id);
  }

  #appendedBy(id: string): string | null {
    return this.#record(id)?.actor ?? null;
  }

  /** An erratum or void stands in the stream of its target; of an unknown one the rule speaks, not the store. */
  #streamOf(target: string): string {
    return this.#record(target)?.stream ?? target;
  }

  /** With an unknown target there is no stream to expect anything of, and the rule's refusal is the one to be heard. */
  #known(target: string, expected: CorrectEventInput['expected']): CorrectEventInput['expected'] {
    return this.#record(target) ? expected : [{ stream: target, revision: null }];
  }
}
