import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { PartialDateScalar } from '../scalars/partial-date.scalar.js';

@ObjectType({ description: 'A day as the source gives it, narrowed by what the source proves.' })
@InputType('DateSpecInput', {
  description: 'A day as the source gives it, narrowed by what the source proves.',
})
export class DateSpec {
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Null where no source gives it. Example: `2017-08~`.',
  })
  date?: string | null;
  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'First possible day, `YYYY-MM-DD`; for an unstated start the founding of the body or office.',
  })
  earliest?: string | null;
  @Field(() => PartialDateScalar, { nullable: true, description: 'Last possible day, `YYYY-MM-DD`.' })
  latest?: string | null;
}
