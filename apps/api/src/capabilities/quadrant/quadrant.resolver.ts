import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { quadrantChart } from '@policy-timeline/domain';
import type { RequestContext } from '../../graphql/context.js';
import { askedBy } from '../../graphql/inputs/view.input.js';
import { quadrantNode } from '../../graphql/models/quadrant.model.js';
import { Timelines } from '../../timeline/timelines.js';
import { QuadrantArguments, QuadrantChart } from './quadrant.model.js';

@Resolver(() => QuadrantChart)
export class QuadrantResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => QuadrantChart, {
    description: 'The four-quadrant chart of paper 004 for a day, judged by what was known.',
  })
  quadrant(
    @Args() { thresholdPercent, ...given }: QuadrantArguments,
    @Context() context: RequestContext,
  ): QuadrantChart {
    const from = askedBy(this.timelines, context, given);
    const chart = quadrantChart(from.timeline, from.view, { thresholdPercent });
    return {
      thresholdPercent: chart.thresholdPercent,
      figures: chart.figures,
      knownFrom: chart.knownFrom,
      rule: chart.rules.above,
      rows: chart.rows.map((row) => quadrantNode(from, row)),
      basis: from.basis,
    };
  }
}
