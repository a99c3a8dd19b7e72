import { Field, ID, InputType } from '@nestjs/graphql';
import type { Family, Status } from '@policy-timeline/domain';
import { FamilyEnum, StatusEnum } from '../enums.js';

@InputType({ description: 'Every list given narrows the answer; an empty or missing list does not.' })
export class ReadingFilter {
  @Field(() => [FamilyEnum], { nullable: true })
  families?: Family[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'A subject and everything beneath it, e.g. `tariff/us/reciprocal`.',
  })
  subjects?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description:
      'ISO 3166-1 alpha-3 (`JPN`) or `org:` ids for blocs (`org:eu`). A rule for everyone matches every partner.',
  })
  partners?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Actors of the deciding event, e.g. `USA`.' })
  actors?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Who acts on the subject, e.g. `USA`.' })
  authorities?: string[] | null;
  @Field(() => [StatusEnum], { nullable: true })
  statuses?: Status[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Topics as `coverage` lists them, e.g. `nafta-renegotiation`.',
  })
  topics?: string[] | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Found in titles, in either language, without regard to case, width or kana. Example: `ＮＡＦＴＡ`.',
  })
  text?: string | null;
}
