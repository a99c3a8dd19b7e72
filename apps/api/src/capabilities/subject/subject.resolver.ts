import { Inject } from '@nestjs/common';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { newestView, prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { askedBy, ViewInput } from '../../graphql/inputs/view.input.js';
import { Subject, type SubjectNode, subjectNode } from '../../graphql/models/subject.model.js';
import { Timelines } from '../../timeline/timelines.js';

@Resolver(() => Subject)
export class SubjectQueryResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => Subject, {
    nullable: true,
    description: 'One subject; unknown ids are refused with UNKNOWN_SUBJECT.',
  })
  subject(
    @Args('id', { type: () => ID, description: 'Example: `tariff/us/reciprocal/JPN`.' }) id: string,
    @Args('view', {
      type: () => ViewInput,
      nullable: true,
      description: 'For its `readings`. Left out: the newest known day.',
    })
    view: ViewInput | null,
    @Context() context: RequestContext,
  ): SubjectNode {
    if (view) return subjectNode(askedBy(this.timelines, context, view), id);
    const { timeline } = prefixOf(this.timelines, context, null);
    return subjectNode({ timeline, view: newestView(timeline) }, id);
  }
}
