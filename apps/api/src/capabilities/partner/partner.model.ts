import { ArgsType, Field, ID } from '@nestjs/graphql';
import { ViewInput } from '../../graphql/inputs/view.input.js';

@ArgsType()
export class PartnerArguments extends ViewInput {
  @Field(() => ID, {
    description: 'ISO 3166-1 alpha-3, or an `org:` id for a bloc. Example: `JPN`, `org:eu`.',
  })
  code!: string;
}
