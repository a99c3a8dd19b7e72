import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Day } from '@policy-timeline/domain';
import { ReadingFilter } from '../../graphql/inputs/reading-filter.input.js';
import { ViewInput } from '../../graphql/inputs/view.input.js';
import { Coverage } from '../../graphql/models/coverage.model.js';
import { DateInterval } from '../../graphql/models/date-interval.model.js';
import { ReadingConnection } from '../../graphql/models/reading-connection.model.js';
import { StateCounts } from '../../graphql/models/state-counts.model.js';
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
