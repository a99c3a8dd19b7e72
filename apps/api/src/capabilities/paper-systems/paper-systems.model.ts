import { ArgsType, Field, ID } from '@nestjs/graphql';
import type { Day } from '@policy-timeline/domain';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import { DateScalar } from '../../graphql/scalars/date.scalar.js';

@ArgsType()
export class SystemArguments {
  @Field(() => DateScalar)
  date!: Day;
  @Field(() => DateScalar, { nullable: true })
  knownAt?: Day | null;
  @Field(() => BasisScalar, { nullable: true })
  basis?: string | null;
}

@ArgsType()
export class PartnerSystemArguments extends SystemArguments {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-3. Example: `JPN`.' })
  partner!: string;
}
