import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { newestView, prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { eventTest } from '../../graphql/inputs/event-filter.input.js';
import { coverageOf } from '../../graphql/models/coverage.model.js';
import { dateKeyOf } from '../../graphql/models/event-order.js';
import { type EventNode, eventNode } from '../../graphql/models/policy-event.model.js';
import { pageOf } from '../../graphql/pages.js';
import { walked } from '../../timeline/in-turns.js';
import { Timelines } from '../../timeline/timelines.js';
import { EventsArguments, PolicyEventConnection } from './events.model.js';

@Resolver(() => PolicyEventConnection)
export class EventsResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => PolicyEventConnection, {
    description: 'Events of every modality that pass the filter, by the day they begin.',
  })
  async events(
    @Args() question: EventsArguments,
    @Context() context: RequestContext,
  ): Promise<PolicyEventConnection> {
    const { timeline, basis } = prefixOf(this.timelines, context, question.basis);
    const knownAt = question.knownAt ?? null;
    const from = { timeline, view: newestView(timeline, knownAt) };
    const passes = eventTest(question.filter);
    // Ids and keys alone: of a long log the events themselves would fill the memory.
    const rows: { readonly id: string; readonly key: string }[] = [];
    const topics = new Set<string | null>();
    for await (const settled of walked(timeline.record.events.values())) {
      const { id, topic } = settled.event;
      if (knownAt !== null && (timeline.record.knownWindows.get(id)?.nominal ?? knownAt) > knownAt) continue;
      if (!passes(timeline, settled)) continue;
      rows.push({ id, key: dateKeyOf(settled) });
      topics.add(topic);
    }
    rows.sort((a, b) => (a.key < b.key ? -1 : 1));
    return {
      ...pageOf(
        rows,
        ({ key }) => key,
        question,
        ({ id }) => eventNode(from, id) as EventNode,
      ),
      basis,
      coverage: coverageOf(timeline, topics),
    };
  }
}
