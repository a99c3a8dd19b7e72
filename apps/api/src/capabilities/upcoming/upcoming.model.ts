import { ArgsType, Field, Int } from '@nestjs/graphql';
import type { Day } from '@policy-timeline/domain';
import { ReadingFilter } from '../../graphql/inputs/reading-filter.input.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import { DateScalar } from '../../graphql/scalars/date.scalar.js';

@ArgsType()
export class UpcomingArguments {
  @Field(() => DateScalar)
  date!: Day;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Left out: with hindsight, each with its outcome.',
  })
  knownAt?: Day | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: '`knownAt` follows `date`; refused beside a `knownAt`.',
  })
  asLived?: boolean | null;
  @Field(() => Int, { defaultValue: 365, description: 'Days after `date`, 0 to 100000.' })
  withinDays!: number;
  @Field(() => ReadingFilter, { nullable: true })
  filter?: ReadingFilter | null;
  @Field(() => BasisScalar, { nullable: true })
  basis?: string | null;
}
