import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { filterOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { askedBy } from '../../graphql/inputs/view.input.js';
import { checkPage } from '../../graphql/pages.js';
import { Timelines } from '../../timeline/timelines.js';
import { PolicyState, StateArguments } from './policy-state.model.js';
import { stateReadings } from './state-readings.js';

@Resolver(() => PolicyState)
export class StateAsOfResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => PolicyState, {
    description: 'What held on `date`, judged by what was known by `knownAt` (left out: everything so far).',
  })
  stateAsOf(@Args() question: StateArguments, @Context() context: RequestContext): PolicyState {
    checkPage(question);
    const asked = askedBy(this.timelines, context, question);
    return new PolicyState(
      asked,
      stateReadings(asked.timeline, asked.view, filterOf(question.filter)),
      question,
    );
  }
}
