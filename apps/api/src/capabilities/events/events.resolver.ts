import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { newestView, prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { eventTest } from '../../graphql/inputs/event-filter.input.js';
import { coverageOf } from '../../graphql/models/coverage.model.js';
import { dateKeyOf } from '../../graphql/models/event-order.js';
import { type EventNode, eventNode } from '../../graphql/models/policy-event.model.js';
import { pageOf } from '../../graphql/pages.js';
import { Timelines } from '../../timeline/timelines.js';
import { EventsArguments, PolicyEventConnection } from './events.model.js';

@Resolver(() => PolicyEventConnection)
export class EventsResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => PolicyEventConnection, {
    description: 'Events of every modality that pass the filter, by the day they begin.',
  })
  events(@Args() question: EventsArguments, @Context() context: RequestContext): PolicyEventConnection {
    const { timeline, basis } = prefixOf(this.timelines, context, question.basis);
    const knownAt = question.knownAt ?? null;
    const from = { timeline, view: newestView(timeline, knownAt) };
    const passes = eventTest(question.filter);
    const passing = [...timeline.record.events.values()].filter(
      (settled) =>
        (knownAt === null ||
          (timeline.record.knownWindows.get(settled.event.id)?.nominal ?? knownAt) <= knownAt) &&
        passes(timeline, settled),
    );
    const rows = passing
      .map((settled) => ({ settled, key: dateKeyOf(settled) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    return {
      ...pageOf(
        rows,
        ({ key }) => key,
        question,
        ({ settled }) => eventNode(from, settled.event.id) as EventNode,
      ),
      basis,
      coverage: coverageOf(
        timeline,
        passing.map(({ event }) => event.topic),
      ),
    };
  }
}
