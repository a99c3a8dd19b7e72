import { Field, ObjectType } from '@nestjs/graphql';
import type { Day } from '@policy-timeline/domain';
import { DateScalar } from '../scalars/date.scalar.js';

@ObjectType({ description: 'Days from `from` up to, not including, `until`; null where it is open.' })
export class DateInterval {
  @Field(() => DateScalar, { nullable: true })
  from!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'The first day that no longer counts.' })
  until!: Day | null;
}
