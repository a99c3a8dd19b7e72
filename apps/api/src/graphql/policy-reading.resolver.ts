import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Reasons, reasonsOf } from '@policy-timeline/domain';
import { type EventNode, eventNode, PolicyEvent } from './models/policy-event.model.js';
import { type LinkNode, PolicyReading, type ReadingNode, ReasonLink } from './models/policy-reading.model.js';
import { Subject, type SubjectNode, subjectNode } from './models/subject.model.js';
import { ValueUnion, valueNode } from './models/value.model.js';

/** What a reading leads to, from the timeline it was read from. */
@Resolver(() => PolicyReading)
export class PolicyReadingResolver {
  /** Reasons are worked out once, for the three fields that tell them. */
  readonly #reasons = new WeakMap<ReadingNode, Reasons>();

  @ResolveField(() => Subject)
  subject(@Parent() reading: ReadingNode): SubjectNode {
    return subjectNode(reading.from, reading.subject);
  }

  @ResolveField(() => ValueUnion, {
    nullable: true,
    description: 'What holds, what is planned, or what applies meanwhile; null where nothing does.',
  })
  value(@Parent() reading: ReadingNode): object | null {
    return valueNode(reading.value);
  }

  @ResolveField(() => PolicyEvent, {
    nullable: true,
    description: 'Null where nothing was said of the slot.',
  })
  decidedBy(@Parent() reading: ReadingNode): EventNode | null {
    return eventNode(reading.from, reading.decidedBy);
  }

  @ResolveField(() => [ReasonLink], { description: 'The deciding event first, then what it rests on.' })
  because(@Parent() reading: ReadingNode): LinkNode[] {
    return this.#of(reading).because.map((link) => ({ ...link, from: reading.from }));
  }

  @ResolveField(() => [ReasonLink], { description: 'What was also said of the slot and does not decide.' })
  insteadOf(@Parent() reading: ReadingNode): LinkNode[] {
    return this.#of(reading).insteadOf.map((link) => ({ ...link, from: reading.from }));
  }

  @ResolveField(() => [PolicyEvent], {
    description: 'Events that say otherwise with equal authority, and other accounts of the same act.',
  })
  conflicts(@Parent() reading: ReadingNode): EventNode[] {
    return this.#of(reading)
      .conflicts.map((id) => eventNode(reading.from, id))
      .filter((node) => node !== null);
  }

  #of(reading: ReadingNode): Reasons {
    const reasons =
      this.#reasons.get(reading) ?? reasonsOf(reading.from.timeline, reading.slot, reading.from.view);
    this.#reasons.set(reading, reasons);
    return reasons;
  }
}

@Resolver(() => ReasonLink)
export class ReasonLinkResolver {
  @ResolveField(() => PolicyEvent)
  event(@Parent() link: LinkNode): EventNode | null {
    return eventNode(link.from, link.event);
  }
}
