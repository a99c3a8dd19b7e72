import { Field, Float, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Percent points on top of MFN; a bound is null where nothing tells.' })
export class PercentRange {
  @Field(() => Float, { nullable: true })
  minPercent!: number | null;
  @Field(() => Float, { nullable: true })
  maxPercent!: number | null;
}
