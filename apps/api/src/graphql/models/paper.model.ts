import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Day, type PaperReading, type Source as SourceOf, viewOf } from '@policy-timeline/domain';
import type { Asked, From } from '../asked.js';
import { DateScalar } from '../scalars/date.scalar.js';
import { Node } from './node.model.js';
import { type EventNode, eventNode, PolicyEvent, Source } from './policy-event.model.js';

@ObjectType({
  implements: () => [Node],
  description:
    'A dated source document: what it said, what held on its day, what it expected and what became of it.',
})
export class Paper {
  @Field(() => ID, {
    description: 'The id of its source with `source:` before it. Example: `source:paper-000`.',
  })
  id!: string;
  @Field(() => Source, { description: 'Who wrote it, when, and where it appeared.' })
  source!: Source;
  @Field(() => DateScalar, {
    description: 'The day it is read on: the last on which it may have been written. Example: `2018-03-21`.',
  })
  date!: Day;
  @Field(() => Int, { description: 'Events that cite it.' })
  eventCount!: number;
}

@ObjectType({
  description: 'An act that a better source tells too; the paper’s account stays beside the record’s.',
})
export class PaperAccount {
  @Field(() => PolicyEvent, { description: 'The act as the paper tells it.' })
  said!: PolicyEvent;
  @Field(() => PolicyEvent, { description: 'The account that the record goes by.' })
  record!: PolicyEvent;
  @Field(() => Boolean, {
    description: 'Their days cannot be the same, or they give another value to a slot that both speak of.',
  })
  differs!: boolean;
}

@ObjectType({ description: 'What became of a paper’s expectations, by all that is recorded.' })
export class ExpectationCounts {
  @Field(() => Int)
  total!: number;
  @Field(() => Int, { description: 'Came as expected.' })
  kept!: number;
  @Field(() => Int, { description: 'Came later than expected.' })
  extended!: number;
  @Field(() => Int, { description: 'Came earlier than expected.' })
  broughtForward!: number;
  @Field(() => Int, { description: 'Something else came in its place.' })
  superseded!: number;
  @Field(() => Int, { description: 'Called off.' })
  lapsed!: number;
  @Field(() => Int, { description: 'Fell due, and the record does not say what became of it.' })
  unknown!: number;
  @Field(() => Int, { description: 'Not due yet, or never tied to a day and not answered.' })
  open!: number;
}

export interface PaperNode extends Paper, From {
  readonly reading: PaperReading;
}

const SOURCE = 'source:';

/** Events and sources may share a name; the id of the source that a paper's id, or the source's own, names. */
export const sourceIdOf = (id: string): string => (id.startsWith(SOURCE) ? id.slice(SOURCE.length) : id);

/** @param from the prefix; the paper itself fixes the view: its own day, with what was known on it. */
export function paperNode({ timeline }: Asked, id: string, reading: PaperReading): PaperNode {
  const view = viewOf({ date: reading.day, knownAt: reading.day });
  const from = { timeline, view };
  const cited = [...reading.said, ...reading.expected.map(({ event }) => event)];
  return {
    id: `${SOURCE}${id}`,
    source: sourceOf(from, cited, id),
    date: reading.day,
    eventCount: new Set(cited).size,
    reading,
    from,
  };
}

/** The source as its first event cites it, without the place within it. */
function sourceOf({ timeline }: Asked, citing: readonly string[], id: string): Source {
  const cited = citing
    .flatMap((event) => timeline.event(event)?.event.sources ?? [])
    .find((source) => source.id === id);
  const { where: _place, ...source } = cited as SourceOf;
  return source;
}

export const eventNodes = (from: Asked, ids: readonly string[]): EventNode[] =>
  ids.map((id) => eventNode(from, id)).filter((node) => node !== null);
