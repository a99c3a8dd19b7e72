import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Outcome } from '@policy-timeline/domain';
import { Deadline, deadlineNode } from './models/deadline.model.js';
import { ExpectationCounts, eventNodes, Paper, PaperAccount, type PaperNode } from './models/paper.model.js';
import { type EventNode, eventNode, PolicyEvent } from './models/policy-event.model.js';
import { PolicyReading, type ReadingNode, readingNode } from './models/policy-reading.model.js';

/** A paper is read in the world of its own day; only outcomes look back from today. */
@Resolver(() => Paper)
export class PaperResolver {
  @ResolveField(() => [PolicyEvent], { description: 'Every event that cites it, in order of the log.' })
  events(@Parent() { from, reading }: PaperNode): EventNode[] {
    const ids = new Set([...reading.said, ...reading.expected.map(({ event }) => event)]);
    return eventNodes(from, [...ids]).sort((a, b) => a.position - b.position);
  }

  @ResolveField(() => [PolicyEvent], {
    description: 'What it tells of the past and of its day, in order of the log.',
  })
  said(@Parent() { from, reading }: PaperNode): EventNode[] {
    return eventNodes(from, reading.said);
  }

  @ResolveField(() => [PolicyReading], {
    description: 'What the slots it speaks of read on its day, with what was known then.',
  })
  held(@Parent() { from, reading }: PaperNode): ReadingNode[] {
    return reading.slots
      .filter((slot) => from.timeline.index.slots.has(slot))
      .map((slot) => from.timeline.read(slot, from.view))
      .filter(({ status }) => status !== 'NOT_IN_FORCE')
      .map((read) => readingNode(from, read));
  }

  @ResolveField(() => [Deadline], {
    description:
      'What it looked forward to, soonest first, outlook without a day last; `outcome` tells what became of it.',
  })
  expected(@Parent() { from, reading }: PaperNode): Deadline[] {
    return reading.expected.map((deadline) => deadlineNode(from, deadline));
  }

  @ResolveField(() => ExpectationCounts)
  expectedCounts(@Parent() { reading: { expected } }: PaperNode): ExpectationCounts {
    const of = (outcome: Outcome | null): number =>
      expected.filter((deadline) => deadline.outcome === outcome).length;
    return {
      total: expected.length,
      kept: of('KEPT'),
      extended: of('EXTENDED'),
      broughtForward: of('BROUGHT_FORWARD'),
      superseded: of('SUPERSEDED'),
      lapsed: of('LAPSED'),
      unknown: of('UNKNOWN'),
      open: of(null),
    };
  }

  @ResolveField(() => [PaperAccount], {
    description: 'Acts that a better source tells as well; `differs` where it tells them otherwise.',
  })
  accounts(@Parent() { from, reading }: PaperNode): PaperAccount[] {
    return reading.accounts.map(({ said, record, differs }) => ({
      said: eventNode(from, said) as EventNode,
      record: eventNode(from, record) as EventNode,
      differs,
    }));
  }
}
