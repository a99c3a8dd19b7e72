import { ArgsType, Field, ID } from '@nestjs/graphql';
import { ViewInput } from '../../graphql/inputs/view.input.js';

@ArgsType()
export class SystemArguments extends ViewInput {}

@ArgsType()
export class PartnerSystemArguments extends ViewInput {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-3. Example: `JPN`.' })
  partner!: string;
}
