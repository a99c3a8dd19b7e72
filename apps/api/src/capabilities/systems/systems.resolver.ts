import { Inject } from '@nestjs/common';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  adviceChecklist,
  burdenSharing,
  integrationBodies,
  latinAmerica2018,
  leverageStructure,
  stickDealCarrot,
  tariffLayers,
} from '@policy-timeline/domain';
import type { RequestContext } from '../../graphql/context.js';
import { askedBy } from '../../graphql/inputs/view.input.js';
import { Timelines } from '../../timeline/timelines.js';
import { AdviceChecklist } from './models/advice-checklist.model.js';
import { BurdenSharing } from './models/burden-sharing.model.js';
import { IntegrationBodies } from './models/integration-bodies.model.js';
import { LatinAmerica2018 } from './models/latin-america-2018.model.js';
import { LeverageStructure } from './models/leverage.model.js';
import { StickDealCarrot } from './models/stick-deal-carrot.model.js';
import { TariffLayers } from './models/tariff-layers.model.js';
import { systemNode } from './system-node.js';
import { PaperSystems, type PaperSystemsNode, SystemsArguments } from './systems.model.js';

const PARTNER = { type: () => ID, description: 'ISO 3166-1 alpha-3. Example: `JPN`.' };

/** The view is resolved once, for every system asked for. */
@Resolver(() => PaperSystems)
export class SystemsResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => PaperSystems, {
    description: 'The analytical systems of the papers for a day, judged by what was known.',
  })
  systems(@Args() given: SystemsArguments, @Context() context: RequestContext): PaperSystemsNode {
    const from = askedBy(this.timelines, context, given);
    return { basis: from.basis, from };
  }

  @ResolveField(() => TariffLayers, {
    description: 'Exclusions and stacking of the tariff layers for a partner (papers 004 and 000).',
  })
  tariffLayers(
    @Parent() { from }: PaperSystemsNode,
    @Args('partner', PARTNER) partner: string,
    @Args('goods', {
      type: () => String,
      nullable: true,
      description: 'HS code or the name of a list; left out: goods on no list. Example: `steel`.',
    })
    goods: string | null,
  ): TariffLayers {
    const question = { partner, goods: goods ?? undefined };
    return systemNode(from, tariffLayers(from.timeline, from.view, question));
  }

  @ResolveField(() => LeverageStructure, {
    description: 'Tariffs, security and currency as linked levers on a partner (paper 004).',
  })
  leverageStructure(
    @Parent() { from }: PaperSystemsNode,
    @Args('partner', PARTNER) partner: string,
  ): LeverageStructure {
    return systemNode(from, leverageStructure(from.timeline, from.view, { partner }));
  }

  @ResolveField(() => BurdenSharing, { description: 'Burden-sharing demands and their reasons (paper 004).' })
  burdenSharing(@Parent() { from }: PaperSystemsNode): BurdenSharing {
    return systemNode(from, burdenSharing(from.timeline, from.view));
  }

  @ResolveField(() => AdviceChecklist, {
    description: 'Five goals and the six-item list of paper 003, with the events that realise each.',
  })
  adviceChecklist(@Parent() { from }: PaperSystemsNode): AdviceChecklist {
    return systemNode(from, adviceChecklist(from.timeline, from.view));
  }

  @ResolveField(() => StickDealCarrot, {
    description: 'Stick, deal and carrot per country, and the doctrine in force (paper 001).',
  })
  stickDealCarrot(@Parent() { from }: PaperSystemsNode): StickDealCarrot {
    return systemNode(from, stickDealCarrot(from.timeline, from.view));
  }

  @ResolveField(() => IntegrationBodies, {
    description: 'UNASUR against ALBA: members, joins, exits, overlap (paper 002).',
  })
  integrationBodies(@Parent() { from }: PaperSystemsNode): IntegrationBodies {
    return systemNode(from, integrationBodies(from.timeline, from.view));
  }

  @ResolveField(() => LatinAmerica2018, {
    description:
      'Reasons and exceptions of US diplomacy in 2018: vacancies, rounds, sanctions, deadlines (paper 000).',
  })
  latinAmerica2018(@Parent() { from }: PaperSystemsNode): LatinAmerica2018 {
    return systemNode(from, latinAmerica2018(from.timeline, from.view));
  }
}
