import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Day } from '@policy-timeline/domain';
import { PolicyReading } from '../../graphql/models/policy-reading.model.js';
import { DateScalar } from '../../graphql/scalars/date.scalar.js';

@ObjectType({ description: 'A stretch of one axis with one answer.' })
export class Interval {
  @Field(() => ID)
  slot!: string;
  @Field(() => DateScalar, { nullable: true })
  from!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'The first day that no longer counts.' })
  until!: Day | null;
  @Field(() => PolicyReading, { description: 'As read on its first day.' })
  reading!: PolicyReading;
}
