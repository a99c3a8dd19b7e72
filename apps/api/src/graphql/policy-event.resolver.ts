import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Effect as DomainEffect } from '@policy-timeline/domain';
import { walked } from '../timeline/in-turns.js';
import { isKnownIn } from './known-in-view.js';
import { Correction, correctionsOf } from './models/correction.model.js';
import { Party, partyNode } from './models/party.model.js';
import {
  Effect,
  type EventNode,
  eventNode,
  KnownWindow,
  PolicyEvent,
  Relation,
  type RelationNode,
} from './models/policy-event.model.js';
import { PolicyReading, type ReadingNode, readingNode } from './models/policy-reading.model.js';
import { Subject, type SubjectNode, subjectIfAny } from './models/subject.model.js';
import { ValueUnion, valueNode } from './models/value.model.js';

@Resolver(() => PolicyEvent)
export class PolicyEventResolver {
  @ResolveField(() => KnownWindow, { nullable: true })
  knownWindow(@Parent() event: EventNode): KnownWindow | null {
    return event.from.timeline.record.knownWindows.get(event.id) ?? null;
  }

  @ResolveField(() => [Effect])
  effects(@Parent() event: EventNode): readonly DomainEffect[] {
    return event.effects;
  }

  @ResolveField(() => [Relation], {
    description: 'What it says of other events, as far as those were known in the view it was asked for in.',
  })
  relations(@Parent() { relations, from }: EventNode): RelationNode[] {
    return relations.flatMap(({ type, to }) =>
      isKnownIn(from, to) ? [{ type, to, leadsTo: to, from }] : [],
    );
  }

  @ResolveField(() => [Relation], {
    description:
      'What other events known in the view say of it, in order of the log; `to` is its own id, `event` the one that speaks.',
  })
  async relatedFrom(@Parent() { id, from }: EventNode): Promise<RelationNode[]> {
    const related: RelationNode[] = [];
    for await (const { event } of walked(from.timeline.record.events.values()))
      for (const { type, to } of event.relations)
        if (to === id && isKnownIn(from, event.id)) related.push({ type, to: id, leadsTo: event.id, from });
    return related;
  }

  @ResolveField(() => [PolicyEvent], {
    description:
      'Other accounts of the same act that are known in the view; of them and this one, one `projects`.',
  })
  accounts(@Parent() { id, fact, from }: EventNode): EventNode[] {
    return from.timeline.record.events
      .accountsOf(fact ?? id)
      .filter(({ event }) => event.id !== id && isKnownIn(from, event.id))
      .map(({ event }) => eventNode(from, event.id) as EventNode);
  }

  @ResolveField(() => [Correction], {
    description:
      'Errata of our record of it up to the basis, newest first; a voided event has no answer at all.',
  })
  corrections(@Parent() { id, from }: EventNode): Correction[] {
    return correctionsOf(from, id);
  }

  @ResolveField(() => [PolicyReading], {
    description: 'What the slots it acts on read in the view it was asked for in, in order of slot id.',
  })
  readings(@Parent() { effects, from }: EventNode): ReadingNode[] {
    const { timeline, view } = from;
    const slots = new Set(effects.map(({ slot }) => slot));
    const { slotIndex } = timeline.table(view.reading, view.track);
    return [...slots]
      .filter((slot) => slotIndex.has(slot))
      .sort()
      .map((slot) => readingNode(from, timeline.read(slot, view)));
  }

  @ResolveField(() => Subject, {
    nullable: true,
    description: 'The subject its stream is named after; null where none is described.',
  })
  subject(@Parent() { stream, from }: EventNode): SubjectNode | null {
    return subjectIfAny(from, stream);
  }

  @ResolveField(() => [Party], { description: '`actors` with their names.' })
  actorParties(@Parent() { actors, from }: EventNode): Party[] {
    return actors.map((id) => partyNode(from, id));
  }

  @ResolveField(() => [Party], { description: '`targets` with their names.' })
  targetParties(@Parent() { targets, from }: EventNode): Party[] {
    return targets.map((id) => partyNode(from, id));
  }
}

@Resolver(() => Relation)
export class RelationResolver {
  @ResolveField(() => PolicyEvent, {
    nullable: true,
    description: 'The event at the other end; null where the record does not hold it.',
  })
  event(@Parent() { leadsTo, from }: RelationNode): EventNode | null {
    return eventNode(from, leadsTo);
  }
}

@Resolver(() => Effect)
export class EffectResolver {
  @ResolveField(() => ValueUnion, { nullable: true })
  value(@Parent() effect: DomainEffect): object | null {
    return valueNode(effect.value);
  }
}
