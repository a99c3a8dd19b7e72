import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import {
  adviceChecklist,
  burdenSharing,
  integrationBodies,
  latinAmerica2018,
  leverageStructure,
  stickDealCarrot,
  type Timeline,
  tariffLayers,
  type View,
} from '@policy-timeline/domain';
import type { RequestContext } from '../../graphql/context.js';
import { askedBy } from '../../graphql/inputs/view.input.js';
import { JsonScalar } from '../../graphql/scalars/json.scalar.js';
import { Timelines } from '../../timeline/timelines.js';
import { PartnerSystemArguments, SystemArguments } from './paper-systems.model.js';

/** The documents of the first release; `systems` answers the same in types. */
const document = (what: string, member: string): { description: string; deprecationReason: string } => ({
  description: `${what} A document of the system’s own shape; every figure names its event, advice and opinion are marked. Days are day numbers since 1970-01-01.`,
  deprecationReason: `Ask \`systems { ${member} }\`: the same with types, the events themselves and days as \`YYYY-MM-DD\`.`,
});

/** The papers' systems other than the quadrant chart and the reciprocal formula, each for any day as known. */
@Resolver()
export class PaperSystemsResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(
    () => JsonScalar,
    document(
      'Exclusions and stacking of the tariff layers for a partner (papers 004 and 000).',
      'tariffLayers',
    ),
  )
  tariffLayers(
    @Args() { partner, ...asked }: PartnerSystemArguments,
    @Context() context: RequestContext,
  ): object {
    return this.#ask(asked, context, (timeline, view) => tariffLayers(timeline, view, { partner }));
  }

  @Query(
    () => JsonScalar,
    document(
      'Tariffs, security and currency as linked levers on a partner (paper 004).',
      'leverageStructure',
    ),
  )
  leverageStructure(
    @Args() { partner, ...asked }: PartnerSystemArguments,
    @Context() context: RequestContext,
  ): object {
    return this.#ask(asked, context, (timeline, view) => leverageStructure(timeline, view, { partner }));
  }

  @Query(() => JsonScalar, document('Burden-sharing demands and their reasons (paper 004).', 'burdenSharing'))
  burdenSharing(@Args() asked: SystemArguments, @Context() context: RequestContext): object {
    return this.#ask(asked, context, burdenSharing);
  }

  @Query(
    () => JsonScalar,
    document(
      'Five goals and the six-item list of paper 003, with the events that realise each.',
      'adviceChecklist',
    ),
  )
  adviceChecklist(@Args() asked: SystemArguments, @Context() context: RequestContext): object {
    return this.#ask(asked, context, adviceChecklist);
  }

  @Query(
    () => JsonScalar,
    document('Stick, deal and carrot per country, and the doctrine in force (paper 001).', 'stickDealCarrot'),
  )
  stickDealCarrot(@Args() asked: SystemArguments, @Context() context: RequestContext): object {
    return this.#ask(asked, context, stickDealCarrot);
  }

  @Query(
    () => JsonScalar,
    document('UNASUR against ALBA: members, joins, exits, overlap (paper 002).', 'integrationBodies'),
  )
  integrationBodies(@Args() asked: SystemArguments, @Context() context: RequestContext): object {
    return this.#ask(asked, context, integrationBodies);
  }

  @Query(
    () => JsonScalar,
    document(
      'Reasons and exceptions of US diplomacy in 2018: vacancies, rounds, sanctions, deadlines (paper 000).',
      'latinAmerica2018',
    ),
  )
  latinAmerica2018(@Args() asked: SystemArguments, @Context() context: RequestContext): object {
    return this.#ask(asked, context, latinAmerica2018);
  }

  #ask(
    given: SystemArguments,
    context: RequestContext,
    answer: (timeline: Timeline, view: View) => object,
  ): object {
    const { timeline, view } = askedBy(this.timelines, context, given);
    return answer(timeline, view);
  }
}
