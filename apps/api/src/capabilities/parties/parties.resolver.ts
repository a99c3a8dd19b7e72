import { Inject } from '@nestjs/common';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { newestView, prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { Party, partyNode } from '../../graphql/models/party.model.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import { Timelines } from '../../timeline/timelines.js';

@Resolver(() => Party)
export class PartiesResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => [Party], {
    description: 'Countries, blocs and other bodies that the record names, with what they are called, by id.',
  })
  parties(
    @Args('ids', {
      type: () => [ID],
      nullable: true,
      description: 'Only these, of which unknown ones are left out. Example: `["JPN", "org:eu"]`.',
    })
    ids: string[] | null,
    @Args('basis', { type: () => BasisScalar, nullable: true }) basis: string | null,
    @Context() context: RequestContext,
  ): Party[] {
    const { timeline } = prefixOf(this.timelines, context, basis);
    const named = [...timeline.record.parties.keys()].sort();
    return named
      .filter((id) => !ids?.length || ids.includes(id))
      .map((id) => partyNode({ timeline, view: newestView(timeline) }, id));
  }
}
