import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Day } from '@policy-timeline/domain';
import { ReadingFilter } from '../../graphql/inputs/reading-filter.input.js';
import { ViewInput } from '../../graphql/inputs/view.input.js';
import { Coverage } from '../../graphql/models/coverage.model.js';
import { DateInterval } from '../../graphql/models/date-interval.model.js';
import { PolicyReading } from '../../graphql/models/policy-reading.model.js';
import { PageInfo } from '../../graphql/pages.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import { DateScalar } from '../../graphql/scalars/date.scalar.js';

@ArgsType()
export class StateArguments extends ViewInput {
  @Field(() => ReadingFilter, { nullable: true })
  filter?: ReadingFilter | null;
  @Field(() => Int, { defaultValue: 50, description: 'Page size, 1 to 200.' })
  first!: number;
  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' })
  after?: string | null;
}

@ObjectType({ description: 'How many slots that pass the filter read what, whatever page is asked for.' })
export class StateCounts {
  @Field(() => Int, { description: 'Slots that pass the filter, those not in force included.' })
  total!: number;
  @Field(() => Int)
  inForce!: number;
  @Field(() => Int)
  suspended!: number;
  @Field(() => Int)
  scheduled!: number;
  @Field(() => Int)
  ended!: number;
  @Field(() => Int)
  expired!: number;
  @Field(() => Int)
  superseded!: number;
  @Field(() => Int)
  neverTookEffect!: number;
  @Field(() => Int)
  dateOpen!: number;
  @Field(() => Int)
  threatened!: number;
  @Field(() => Int)
  proposed!: number;
  @Field(() => Int)
  unknown!: number;
  @Field(() => Int)
  notInForce!: number;
  @Field(() => Int, { description: 'Of all statuses: readings of a day beyond what was known or covered.' })
  projected!: number;
  @Field(() => Int, { description: 'Of all statuses: readings inside the window of an imprecise date.' })
  possible!: number;
}

@ObjectType()
export class ReadingEdge {
  @Field(() => String)
  cursor!: string;
  @Field(() => PolicyReading)
  node!: PolicyReading;
}

@ObjectType({ description: 'Readings by slot id.' })
export class ReadingConnection {
  @Field(() => [ReadingEdge])
  edges!: readonly ReadingEdge[];
  @Field(() => PageInfo)
  pageInfo!: PageInfo;
  @Field(() => Int)
  totalCount!: number;
}

@ObjectType({ description: 'What held on a day, judged by what was known.' })
export class PolicyState {
  @Field(() => DateScalar)
  date!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'As asked; null: everything up to the basis.' })
  knownAt!: Day | null;
  @Field(() => BasisScalar)
  basis!: string;
  @Field(() => [Coverage], { description: 'Of the topics that the filter touches.' })
  coverage!: readonly Coverage[];
  @Field(() => StateCounts)
  counts!: StateCounts;
  @Field(() => ReadingConnection, {
    description: 'Slots that read NOT_IN_FORCE are left out unless `statuses` asks for them.',
  })
  readings!: ReadingConnection;
  @Field(() => DateInterval, {
    description: 'The answer is the same for every date inside: do not ask again there.',
  })
  validInterval!: DateInterval;
  @Field(() => DateInterval, { description: 'The answer is the same for every known day inside.' })
  knownInterval!: DateInterval;
}
