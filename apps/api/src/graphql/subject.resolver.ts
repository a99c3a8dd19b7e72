import { Inject } from '@nestjs/common';
import { ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { SettledEvent } from '@policy-timeline/domain';
import { walked } from '../timeline/in-turns.js';
import { Timelines } from '../timeline/timelines.js';
import { isKnownIn, isSpokenOfIn } from './known-in-view.js';
import { Coverage, coverageOf } from './models/coverage.model.js';
import { datedFirst } from './models/event-order.js';
import { Party, partyNode } from './models/party.model.js';
import { type EventNode, eventNode, PolicyEvent } from './models/policy-event.model.js';
import { PolicyReading, type ReadingNode, readingNode } from './models/policy-reading.model.js';
import { Subject, type SubjectNode, subjectNode } from './models/subject.model.js';

@Resolver(() => Subject)
export class SubjectResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @ResolveField(() => [ID], { description: 'Its slots; each holds at most one value at a time.' })
  slots(@Parent() { id, from }: SubjectNode): string[] {
    return [...from.timeline.slotIdsOf(id)];
  }

  @ResolveField(() => [PolicyReading], {
    description: 'What its slots read in the view it was asked for in.',
  })
  readings(@Parent() { id, from }: SubjectNode): ReadingNode[] {
    return from.timeline.slotIdsOf(id).map((slot) => readingNode(from, from.timeline.read(slot, from.view)));
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'Revision of the stream of this name, to be given as `expected` when appending to it; null: nothing was written to it.',
  })
  revision(@Parent() { id, from }: SubjectNode): number | null {
    return this.timelines.revisionOf(id, from.timeline.position);
  }

  @ResolveField(() => [PolicyEvent], {
    description:
      'Events of its stream and those that act on its slots, as far as they are known in the view it was asked for in, by the day they begin; those without a day last.',
  })
  async events(@Parent() { id, from }: SubjectNode): Promise<EventNode[]> {
    const isMine = (slot: string): boolean => slot === id || slot.startsWith(`${id}#`);
    const mine: SettledEvent[] = [];
    for await (const settled of walked(from.timeline.record.events.values())) {
      const { id: event, stream, effects } = settled.event;
      if (!isKnownIn(from, event)) continue;
      if (stream === id || effects.some(({ slot }) => isMine(slot))) mine.push(settled);
    }
    return mine.sort(datedFirst).map(({ event }) => eventNode(from, event.id) as EventNode);
  }

  @ResolveField(() => [Subject], {
    description: 'Subjects beneath it of which something is known in the view, in order of id.',
  })
  parts(@Parent() { id, from }: SubjectNode): SubjectNode[] {
    const ids = new Set(from.timeline.slotIds.map((slot) => slot.split('#')[0] as string));
    return [...ids]
      .filter((other) => other.startsWith(`${id}/`) && isSpokenOfIn(from, other))
      .sort()
      .map((other) => subjectNode(from, other));
  }

  @ResolveField(() => [Party], { description: '`partners` with their names.' })
  partnerParties(@Parent() { partners, from }: SubjectNode): Party[] {
    return partners.map((party) => partyNode(from, party));
  }

  @ResolveField(() => [Party], { description: '`authorities` with their names.' })
  authorityParties(@Parent() { authorities, from }: SubjectNode): Party[] {
    return authorities.map((party) => partyNode(from, party));
  }

  @ResolveField(() => Coverage, { nullable: true, description: 'Of its topic; null where none is declared.' })
  coverage(@Parent() { topic, from }: SubjectNode): Coverage | null {
    return coverageOf(from.timeline, [topic])[0] ?? null;
  }
}
