import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { formatDay, quoteTariff, viewOf } from '@policy-timeline/domain';
import { livedKnownAt, prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { coverageOf } from '../../graphql/models/coverage.model.js';
import { eventNode, type PolicyEvent } from '../../graphql/models/policy-event.model.js';
import { subjectNode } from '../../graphql/models/subject.model.js';
import { Timelines } from '../../timeline/timelines.js';
import { TariffQuote, TariffQuoteArguments } from './tariff-quote.model.js';

@Resolver(() => TariffQuote)
export class TariffQuoteResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => TariffQuote, {
    description:
      'What an import pays on a day of entry, judged by what was known by `knownAt`: a line per instrument with its reason and source. What no source settles is UNRESOLVED and a range.',
  })
  tariffQuote(
    @Args() { question, date, basis, track, reading: asked, ...given }: TariffQuoteArguments,
    @Context() context: RequestContext,
  ): TariffQuote {
    const prefix = prefixOf(this.timelines, context, basis);
    const { timeline } = prefix;
    const knownAt = livedKnownAt({ date, ...given });
    const reading = asked ?? 'NOMINAL';
    const from = { timeline, view: viewOf({ date, knownAt, track, reading }) };
    const exportedOn = question.exportedOn == null ? null : formatDay(question.exportedOn);
    const quote = quoteTariff(timeline, { ...question, exportedOn }, { date, knownAt, track, reading });
    return {
      ...quote,
      lines: quote.lines.map((line) => ({
        ...line,
        until: line.scheduledUntil,
        instrument: subjectNode(from, line.instrument),
        displacedBy: line.displacedBy === null ? null : subjectNode(from, line.displacedBy),
        decidedBy: eventNode(from, line.decidedBy) as PolicyEvent,
      })),
      assumptions: quote.assumptions.map(({ en }) => en),
      assumptionsText: quote.assumptions,
      basis: prefix.basis,
      coverage: coverageOf(
        timeline,
        quote.coverage.map(({ topic }) => topic),
      ),
    };
  }
}
