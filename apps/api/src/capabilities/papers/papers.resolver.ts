import { Inject } from '@nestjs/common';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Source } from '@policy-timeline/domain';
import { type Asked, type From, newestView, prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { type EventNode, eventNode } from '../../graphql/models/policy-event.model.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import { Timelines } from '../../timeline/timelines.js';
import { Paper } from './papers.model.js';

interface PaperNode extends From {
  readonly source: Source;
  readonly eventCount: number;
  readonly citing: readonly string[];
}

@Resolver(() => Paper)
export class PapersResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => [Paper], { description: 'The papers the record cites, by id.' })
  papers(
    @Args('basis', { type: () => BasisScalar, nullable: true }) basis: string | null,
    @Context() context: RequestContext,
  ): PaperNode[] {
    return this.#cited(basis, context).filter(({ source }) => source.kind === 'PAPER');
  }

  @Query(() => Paper, {
    nullable: true,
    description: 'Any source the record cites, by id; null when it cites none of that id.',
  })
  paper(
    @Args('id', { type: () => ID, description: 'Example: `paper-000`.' }) id: string,
    @Args('basis', { type: () => BasisScalar, nullable: true }) basis: string | null,
    @Context() context: RequestContext,
  ): PaperNode | null {
    return this.#cited(basis, context).find(({ source }) => source.id === id) ?? null;
  }

  @ResolveField()
  events(@Parent() { from, citing }: PaperNode): EventNode[] {
    return citing.map((id) => eventNode(from, id)).filter((node) => node !== null);
  }

  #cited(basis: string | null, context: RequestContext): PaperNode[] {
    const { timeline } = prefixOf(this.timelines, context, basis);
    const from: Asked = { timeline, view: newestView(timeline) };
    const citations = [...timeline.record.events.values()].flatMap(({ event }) =>
      event.sources.map((source) => ({ source, event: event.id })),
    );
    return [...Map.groupBy(citations, ({ source }) => source.id)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, [first, ...others]]) => {
        const citing = [
          ...new Set([first, ...others].map((citation) => (citation as { event: string }).event)),
        ];
        const { where: _place, ...source } = (first as { source: Source }).source;
        return { source, eventCount: citing.length, citing, from };
      });
  }
}
