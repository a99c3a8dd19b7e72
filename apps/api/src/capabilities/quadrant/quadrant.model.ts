import { ArgsType, Field, Float, ObjectType } from '@nestjs/graphql';
import type { Day } from '@policy-timeline/domain';
import { ViewInput } from '../../graphql/inputs/view.input.js';
import { Quadrant } from '../../graphql/models/quadrant.model.js';
import { Text } from '../../graphql/models/text.model.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import { DateScalar } from '../../graphql/scalars/date.scalar.js';

@ArgsType()
export class QuadrantArguments extends ViewInput {
  @Field(() => Float, {
    defaultValue: 2.0,
    description: 'Spending mark in percent of GDP; 2 is the NATO mark.',
  })
  thresholdPercent!: number;
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
