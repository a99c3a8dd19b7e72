import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { upcoming, viewOf } from '@policy-timeline/domain';
import { filterOf, livedKnownAt, prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { Deadline, deadlineNode } from '../../graphql/models/deadline.model.js';
import { checkDays } from '../../graphql/within-days.js';
import { Timelines } from '../../timeline/timelines.js';
import { UpcomingArguments } from './upcoming.model.js';

@Resolver(() => Deadline)
export class UpcomingResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => [Deadline], {
    description:
      'The days that lie after `date` and were known by `knownAt`, of any modality, soonest first: first and last days of events, and days of their own that steps and parts of an act have (`ofEffects`). What has no date comes last. Without `knownAt`: with hindsight, each with its outcome.',
  })
  upcoming(
    @Args() { date, withinDays, filter, basis, reading: asked, track: side, ...given }: UpcomingArguments,
    @Context() context: RequestContext,
  ): Deadline[] {
    checkDays(withinDays);
    const { timeline } = prefixOf(this.timelines, context, basis);
    const knownAt = livedKnownAt({ date, ...given });
    const reading = asked ?? 'NOMINAL';
    const track = side ?? 'LEGAL';
    const from = { timeline, view: viewOf({ date, knownAt, reading, track }) };
    const question = { date, knownAt, withinDays, filter: filterOf(filter), reading, track };
    return upcoming(timeline, question).map((deadline) => deadlineNode(from, deadline));
  }
}
