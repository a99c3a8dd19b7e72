import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Day, DeadlineKind, Firmness, Modality, Outcome } from '@policy-timeline/domain';
import { DeadlineKindEnum, EdgeEnum, FirmnessEnum, ModalityEnum, OutcomeEnum } from '../../graphql/enums.js';
import { ReadingFilter } from '../../graphql/inputs/reading-filter.input.js';
import { PolicyEvent } from '../../graphql/models/policy-event.model.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import { DateScalar } from '../../graphql/scalars/date.scalar.js';
import { PartialDateScalar } from '../../graphql/scalars/partial-date.scalar.js';

@ArgsType()
export class UpcomingArguments {
  @Field(() => DateScalar)
  date!: Day;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Left out: with hindsight, each with its outcome.',
  })
  knownAt?: Day | null;
  @Field(() => Int, { defaultValue: 365, description: 'Days after `date`, 0 to 100000.' })
  withinDays!: number;
  @Field(() => ReadingFilter, { nullable: true })
  filter?: ReadingFilter | null;
  @Field(() => BasisScalar, { nullable: true })
  basis?: string | null;
}

@ObjectType({ description: 'A dated expectation, seen from a day before it.' })
export class Deadline {
  @Field(() => ID, { description: 'Stays the same when the date moves.' })
  id!: string;
  @Field(() => PolicyEvent)
  event!: PolicyEvent;
  @Field(() => EdgeEnum, { description: 'Which of the event’s days is meant.' })
  edge!: string;
  @Field(() => DeadlineKindEnum)
  kind!: DeadlineKind;
  @Field(() => FirmnessEnum)
  firmness!: Firmness;
  @Field(() => ModalityEnum)
  modality!: Modality;
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'As the source gives it; null with NO_DATE.',
  })
  date!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'First day on which it may fall.' })
  earliest!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day on which it may fall.' })
  latest!: Day | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Days from the asked date to the first possible day; 0 inside the window.',
  })
  daysLeft!: number | null;
  @Field(() => DateScalar)
  knownFrom!: Day;
  @Field(() => OutcomeEnum, {
    nullable: true,
    description: 'Null when asked without hindsight, or when its day has not come.',
  })
  outcome!: Outcome | null;
  @Field(() => PolicyEvent, { nullable: true, description: 'The event that moved, ended or fulfilled it.' })
  outcomeBy!: PolicyEvent | null;
}
