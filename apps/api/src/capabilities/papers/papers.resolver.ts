import { Inject } from '@nestjs/common';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { paperReading } from '@policy-timeline/domain';
import { newestView, prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { Paper, type PaperNode, paperNode, sourceIdOf } from '../../graphql/models/paper.model.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import type { Prefix } from '../../timeline/prefix.js';
import { Timelines } from '../../timeline/timelines.js';

@Resolver(() => Paper)
export class PapersResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => [Paper], { description: 'The papers the record cites, by id.' })
  papers(
    @Args('basis', { type: () => BasisScalar, nullable: true }) basis: string | null,
    @Context() context: RequestContext,
  ): PaperNode[] {
    const prefix = prefixOf(this.timelines, context, basis);
    const papers = new Set(
      [...prefix.timeline.record.events.values()].flatMap(({ event }) =>
        event.sources.filter(({ kind }) => kind === 'PAPER').map(({ id }) => id),
      ),
    );
    return [...papers].sort().flatMap((id) => read(prefix, id) ?? []);
  }

  @Query(() => Paper, {
    nullable: true,
    description:
      'Any source the record cites, read on its own day; null when the record cites none of that id.',
  })
  paper(
    @Args('id', { type: () => ID, description: 'Example: `paper-000` or `source:paper-000`.' }) id: string,
    @Args('basis', { type: () => BasisScalar, nullable: true }) basis: string | null,
    @Context() context: RequestContext,
  ): PaperNode | null {
    return read(prefixOf(this.timelines, context, basis), sourceIdOf(id));
  }
}

function read({ timeline }: Prefix, id: string): PaperNode | null {
  const reading = paperReading(timeline, id);
  return reading && paperNode({ timeline, view: newestView(timeline) }, id, reading);
}
