import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { Coverage, coverageOf } from '../../graphql/models/coverage.model.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import { Timelines } from '../../timeline/timelines.js';

@Resolver(() => Coverage)
export class CoverageResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => [Coverage], { description: 'How far the record of each topic is complete, by topic.' })
  coverage(
    @Args('basis', { type: () => BasisScalar, nullable: true }) basis: string | null,
    @Context() context: RequestContext,
  ): Coverage[] {
    return coverageOf(prefixOf(this.timelines, context, basis).timeline);
  }
}
