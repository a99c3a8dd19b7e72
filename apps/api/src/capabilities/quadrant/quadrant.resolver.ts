import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { quadrantChart, viewOf } from '@policy-timeline/domain';
import { prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { eventNode } from '../../graphql/models/policy-event.model.js';
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
    const from = { timeline: prefix.timeline, view };
    const chart = quadrantChart(prefix.timeline, view, { thresholdPercent });
    return {
      thresholdPercent: chart.thresholdPercent,
      figures: chart.figures,
      knownFrom: chart.knownFrom,
      rule: chart.rules.above,
      rows: chart.rows.map((row) => ({
        partner: row.code,
        quadrant: row.quadrant,
        quadrantAtLeast: row.byRule.atLeast,
        boundary: row.boundary,
        noQuadrant: row.noQuadrant,
        tradeBalanceUsdMillion: row.balance?.amount ?? null,
        militaryPercentOfGdp: row.spending?.amount ?? null,
        year: row.balance?.year ?? null,
        spendingYear: row.spending?.year ?? null,
        decidedBy: [...new Set([row.balance?.event, row.spending?.event])]
          .flatMap((id) => (id === undefined ? [] : [eventNode(from, id)]))
          .filter((node) => node !== null),
      })),
      basis: prefix.basis,
    };
  }
}
