import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { quadrantChart, viewOf } from '@policy-timeline/domain';
import { prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
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
    @Args() { date, knownAt, thresholdPercent, basis }: QuadrantArguments,
    @Context() context: RequestContext,
  ): QuadrantChart {
    const prefix = prefixOf(this.timelines, context, basis);
    const view = viewOf({ date, knownAt: knownAt ?? null });
    const from = { timeline: prefix.timeline, view, basis: prefix.basis };
    const chart = quadrantChart(prefix.timeline, view, { thresholdPercent });
    return {
      thresholdPercent: chart.thresholdPercent,
      figures: chart.figures,
      knownFrom: chart.knownFrom,
      rule: chart.rules.above,
      rows: chart.rows.map((row) => quadrantNode(from, row)),
      basis: prefix.basis,
    };
  }
}
