import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { density } from '@policy-timeline/domain';
import { filterOf, prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { Timelines } from '../../timeline/timelines.js';
import { DensityArguments, DensityBin } from './density.model.js';

@Resolver(() => DensityBin)
export class DensityResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => [DensityBin], {
    description: 'Events per stretch of days, in bins of equal length (the last may be shorter).',
  })
  density(
    @Args() { from, until, bins, filter, knownAt, basis }: DensityArguments,
    @Context() context: RequestContext,
  ): readonly DensityBin[] {
    const { timeline } = prefixOf(this.timelines, context, basis);
    return density(timeline, { from, until }, bins, knownAt ?? null, filterOf(filter));
  }
}
