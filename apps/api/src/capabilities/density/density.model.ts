import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Day } from '@policy-timeline/domain';
import { ReadingFilter } from '../../graphql/inputs/reading-filter.input.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import { DateScalar } from '../../graphql/scalars/date.scalar.js';

@ArgsType()
export class DensityArguments {
  @Field(() => DateScalar)
  from!: Day;
  @Field(() => DateScalar, { description: 'The first day that no longer counts.' })
  until!: Day;
  @Field(() => Int, { description: 'Number of bins, 1 to 2000.' })
  bins!: number;
  @Field(() => ReadingFilter, { nullable: true })
  filter?: ReadingFilter | null;
  @Field(() => DateScalar, { nullable: true })
  knownAt?: Day | null;
  @Field(() => BasisScalar, { nullable: true })
  basis?: string | null;
}

@ObjectType({ description: 'How many events begin in a stretch of days, by direction.' })
export class DensityBin {
  @Field(() => DateScalar)
  from!: Day;
  @Field(() => DateScalar, { description: 'The first day of the next bin.' })
  until!: Day;
  @Field(() => Int)
  tightening!: number;
  @Field(() => Int)
  easing!: number;
  @Field(() => Int)
  neither!: number;
  @Field(() => Int, { description: 'Not firm, or dated after what was known.' })
  planned!: number;
}
