import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { upcoming, viewOf } from '@policy-timeline/domain';
import { filterOf, prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { ApiError } from '../../graphql/errors.js';
import { type EventNode, eventNode } from '../../graphql/models/policy-event.model.js';
import { Timelines } from '../../timeline/timelines.js';
import { Deadline, UpcomingArguments } from './upcoming.model.js';

const MOST_DAYS = 100_000;

@Resolver(() => Deadline)
export class UpcomingResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => [Deadline], {
    description:
      'Everything dated after `date` and known by `knownAt`, of any modality, soonest first; what has no date comes last.',
  })
  upcoming(
    @Args() { date, knownAt, withinDays, filter, basis }: UpcomingArguments,
    @Context() context: RequestContext,
  ): Deadline[] {
    if (withinDays < 0 || withinDays > MOST_DAYS)
      throw new ApiError(
        'INVALID_RANGE',
        `withinDays: ${withinDays} cannot be used; write a whole number of days from 0 to ${MOST_DAYS}.`,
      );
    const { timeline } = prefixOf(this.timelines, context, basis);
    const from = { timeline, view: viewOf({ date, knownAt: knownAt ?? null }) };
    return upcoming(timeline, { date, knownAt: knownAt ?? null, withinDays, filter: filterOf(filter) }).map(
      (deadline) => {
        const event = eventNode(from, deadline.event) as EventNode;
        return {
          ...deadline,
          event,
          modality: event.modality,
          outcomeBy: eventNode(from, deadline.outcomeBy),
        };
      },
    );
  }
}
