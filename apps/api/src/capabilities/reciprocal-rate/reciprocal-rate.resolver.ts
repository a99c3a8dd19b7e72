import { Args, Query, Resolver } from '@nestjs/graphql';
import { computeReciprocalRate } from '@policy-timeline/domain';
import { ReciprocalRate, ReciprocalRateArguments } from './reciprocal-rate.model.js';

@Resolver(() => ReciprocalRate)
export class ReciprocalRateResolver {
  @Query(() => ReciprocalRate, {
    description:
      'The reciprocal formula as printed, as stated, and with the roundings that reproduce the annexes.',
  })
  reciprocalRate(@Args() figures: ReciprocalRateArguments): ReciprocalRate {
    return computeReciprocalRate(figures);
  }
}
