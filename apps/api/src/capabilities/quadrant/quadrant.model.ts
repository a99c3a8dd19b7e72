import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Day } from '@policy-timeline/domain';
import { PolicyEvent } from '../../graphql/models/policy-event.model.js';
import { Text } from '../../graphql/models/text.model.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import { DateScalar } from '../../graphql/scalars/date.scalar.js';

@ArgsType()
export class QuadrantArguments {
  @Field(() => DateScalar)
  date!: Day;
  @Field(() => DateScalar, { nullable: true })
  knownAt?: Day | null;
  @Field(() => Float, {
    defaultValue: 2.0,
    description: 'Spending mark in percent of GDP; 2 is the NATO mark.',
  })
  thresholdPercent!: number;
  @Field(() => BasisScalar, { nullable: true })
  basis?: string | null;
}

@ObjectType({ description: 'One partner on the chart.' })
export class Quadrant {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-3, or `EU`.' })
  partner!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      '1 surplus, high · 2 surplus, low · 3 deficit, low · 4 deficit, high; null where a figure is missing or the balance is zero.',
  })
  quadrant!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'By the other boundary rule: spending at the mark counts as high.',
  })
  quadrantAtLeast!: number | null;
  @Field(() => Boolean, { description: 'The two rules differ: spending lies exactly on the mark.' })
  boundary!: boolean;
  @Field(() => String, { nullable: true, description: 'SPENDING_MISSING, BALANCE_MISSING or BALANCE_ZERO.' })
  noQuadrant!: string | null;
  @Field(() => Float, {
    nullable: true,
    description: 'US goods balance in millions of US dollars; positive is a US surplus.',
  })
  tradeBalanceUsdMillion!: number | null;
  @Field(() => Float, { nullable: true })
  militaryPercentOfGdp!: number | null;
  @Field(() => Int, { nullable: true, description: 'Year of the balance.' })
  year!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Year of the spending; five countries have another than the balance.',
  })
  spendingYear!: number | null;
  @Field(() => [PolicyEvent], { description: 'The observations behind the figures, with their sources.' })
  decidedBy!: PolicyEvent[];
}

@ObjectType({ description: 'US partners by trade balance and military spending, after paper 004.' })
export class QuadrantChart {
  @Field(() => Float)
  thresholdPercent!: number;
  @Field(() => String, {
    description:
      'KNOWN, NOT_YET_KNOWN (not public by the known day) or NO_PERIOD (no figure’s year had begun).',
  })
  figures!: string;
  @Field(() => DateScalar, { nullable: true, description: 'First day on which any figure was public.' })
  knownFrom!: Day | null;
  @Field(() => Text, { description: 'The rule that the field `quadrant` follows.' })
  rule!: Text;
  @Field(() => [Quadrant])
  rows!: Quadrant[];
  @Field(() => BasisScalar)
  basis!: string;
}
