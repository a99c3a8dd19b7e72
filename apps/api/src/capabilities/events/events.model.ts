import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Day } from '@policy-timeline/domain';
import { EventFilter } from '../../graphql/inputs/event-filter.input.js';
import { Coverage } from '../../graphql/models/coverage.model.js';
import { PolicyEvent } from '../../graphql/models/policy-event.model.js';
import { PageInfo } from '../../graphql/pages.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import { DateScalar } from '../../graphql/scalars/date.scalar.js';

@ArgsType()
export class EventsArguments {
  @Field(() => EventFilter, { nullable: true })
  filter?: EventFilter | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Only events known by the end of this day. Left out: all up to the basis.',
  })
  knownAt?: Day | null;
  @Field(() => BasisScalar, { nullable: true })
  basis?: string | null;
  @Field(() => Int, { defaultValue: 50, description: 'Page size, 1 to 200.' })
  first!: number;
  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' })
  after?: string | null;
}

@ObjectType()
export class PolicyEventEdge {
  @Field(() => String)
  cursor!: string;
  @Field(() => PolicyEvent)
  node!: PolicyEvent;
}

@ObjectType({ description: 'Events by the day they begin, then by their place in the log.' })
export class PolicyEventConnection {
  @Field(() => [PolicyEventEdge])
  edges!: readonly PolicyEventEdge[];
  @Field(() => PageInfo)
  pageInfo!: PageInfo;
  @Field(() => Int)
  totalCount!: number;
  @Field(() => BasisScalar)
  basis!: string;
  @Field(() => [Coverage], { description: 'Of the topics of all events that pass the filter.' })
  coverage!: readonly Coverage[];
}
