import { ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PolicyReading, type ReadingNode, readingNode } from './models/policy-reading.model.js';
import { Subject, type SubjectNode } from './models/subject.model.js';

@Resolver(() => Subject)
export class SubjectResolver {
  @ResolveField(() => [ID], { description: 'Its slots; each holds at most one value at a time.' })
  slots(@Parent() { id, from }: SubjectNode): string[] {
    return from.timeline.slotsOf(id).map((slot) => slot.id);
  }

  @ResolveField(() => [PolicyReading], {
    description: 'What its slots read in the view it was asked for in.',
  })
  readings(@Parent() { id, from }: SubjectNode): ReadingNode[] {
    return from.timeline.slotsOf(id).map((slot) => readingNode(from, from.timeline.read(slot.id, from.view)));
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'Revision of the stream of this name, to be given as `expected` when appending to it; null: nothing was written to it.',
  })
  revision(@Parent() { id, from }: SubjectNode): number | null {
    const count = from.timeline.records.filter(({ event }) => event.stream === id).length;
    return count === 0 ? null : count - 1;
  }
}
