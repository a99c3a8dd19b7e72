import { Inject } from '@nestjs/common';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { newestView, prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { type EventNode, eventNode, PolicyEvent } from '../../graphql/models/policy-event.model.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import { Timelines } from '../../timeline/timelines.js';

@Resolver(() => PolicyEvent)
export class EventQueryResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => PolicyEvent, {
    nullable: true,
    description: 'One event, errata applied; null when the record has none of that id.',
  })
  event(
    @Args('id', { type: () => ID }) id: string,
    @Args('basis', { type: () => BasisScalar, nullable: true }) basis: string | null,
    @Context() context: RequestContext,
  ): EventNode | null {
    const { timeline } = prefixOf(this.timelines, context, basis);
    return eventNode({ timeline, view: newestView(timeline) }, id);
  }
}
