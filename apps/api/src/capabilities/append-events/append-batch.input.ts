import { Field, InputType } from '@nestjs/graphql';
import { EventInput, ExpectedRevisionInput } from './append-events.input.js';
import { FamilyEventInput } from './family-inputs.js';

@InputType()
export class AppendEventsInput {
  @Field(() => String, {
    description:
      'Belongs for ever to this batch: sent again, it gives the first receipt. 1 to 200 characters.',
  })
  idempotencyKey!: string;
  @Field(() => [ExpectedRevisionInput], { description: 'One for each stream that is written to.' })
  expected!: ExpectedRevisionInput[];
  @Field(() => [EventInput], {
    nullable: true,
    description: '1 to 200 events, together with those of `byFamily`; all are appended or none.',
  })
  events?: EventInput[] | null;
  @Field(() => [FamilyEventInput], {
    nullable: true,
    description:
      'In the place of `events`, or after them: each as the input of its family, so that GraphQL knows its types.',
  })
  byFamily?: FamilyEventInput[] | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Decide and show what would change; write nothing.',
  })
  dryRun?: boolean | null;
}
