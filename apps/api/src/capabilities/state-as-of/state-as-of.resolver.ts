import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { Status } from '@policy-timeline/domain';
import { filterOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { askedBy } from '../../graphql/inputs/view.input.js';
import { coverageOf } from '../../graphql/models/coverage.model.js';
import { readingNode } from '../../graphql/models/policy-reading.model.js';
import { countsOf } from '../../graphql/models/state-counts.model.js';
import { pageOf } from '../../graphql/pages.js';
import { Timelines } from '../../timeline/timelines.js';
import { PolicyState, StateArguments } from './policy-state.model.js';
import { answerIntervals } from './same-answer-interval.js';

@Resolver(() => PolicyState)
export class StateAsOfResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => PolicyState, {
    description: 'What held on `date`, judged by what was known by `knownAt` (left out: everything so far).',
  })
  stateAsOf(@Args() question: StateArguments, @Context() context: RequestContext): PolicyState {
    const asked = askedBy(this.timelines, context, question);
    const { timeline, view, basis } = asked;
    const { statuses, text, actors, ...bySlot } = filterOf(question.filter);
    const candidates = timeline.state(view, bySlot);
    const passes = timeline.passes({ ...(text !== undefined && { text }), ...(actors && { actors }) });
    const passing = candidates.filter((reading) => passes.reading(reading));
    const wanted =
      statuses && statuses.length > 0
        ? (status: Status) => statuses.includes(status)
        : (status: Status) => status !== 'NOT_IN_FORCE';
    const listed = passing.filter(({ status }) => wanted(status));
    return {
      date: view.date,
      knownAt: view.knownAt,
      basis,
      coverage: coverageOf(
        timeline,
        passing.map(({ topic }) => topic),
      ),
      counts: countsOf(passing),
      readings: pageOf(
        listed,
        ({ slot }) => slot,
        question,
        (reading) => readingNode(asked, reading),
      ),
      ...answerIntervals(timeline, view, candidates),
    };
  }
}
