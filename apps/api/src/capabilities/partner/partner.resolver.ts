import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { isPartner } from '@policy-timeline/domain';
import type { RequestContext } from '../../graphql/context.js';
import { askedBy } from '../../graphql/inputs/view.input.js';
import { Partner, type PartnerNode, partnerNode } from '../../graphql/models/partner.model.js';
import { Timelines } from '../../timeline/timelines.js';
import { PartnerArguments } from './partner.model.js';

@Resolver(() => Partner)
export class PartnerQueryResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => Partner, {
    nullable: true,
    description:
      'Everything about one country or bloc on a day, judged by what was known; null for a code that is no country and that the record does not name.',
  })
  partner(
    @Args() { code, ...view }: PartnerArguments,
    @Context() context: RequestContext,
  ): PartnerNode | null {
    const asked = askedBy(this.timelines, context, view);
    return isPartner(asked.timeline, code) ? partnerNode(asked, code) : null;
  }
}
