import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DiffRow } from '../../graphql/models/diff-row.model.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';

@ObjectType({ description: 'The acknowledgement: everything in it is durable.' })
export class AppendReceipt {
  @Field(() => [Int], { description: 'Place in the log, one per event, in the order given.' })
  positions!: readonly number[];
  @Field(() => BasisScalar, { description: 'A question with this basis sees the whole batch.' })
  basis!: string;
  @Field(() => Boolean, {
    description: 'True when these events were in the log already and nothing was written.',
  })
  repeated!: boolean;
}

@ObjectType({ description: 'Why nothing was appended, and how to put it right.' })
export class UserError {
  @Field(() => String, {
    description: 'Example: `REFUSED_BY_RULE`, `WRONG_REVISION`, `IDEMPOTENCY_CONFLICT`, `INVALID_DATE`.',
  })
  code!: string;
  @Field(() => String)
  message!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Where in the input, e.g. `events[2].effects[0].target`.',
  })
  path!: string | null;
  @Field(() => Int, { nullable: true })
  eventIndex!: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'The rule’s own code, see docs/guides/editing.md; null where `code` says all.',
  })
  reason!: string | null;
}

@ObjectType()
export class AppendEventsPayload {
  @Field(() => AppendReceipt, { nullable: true, description: 'Null with user errors and for a dry run.' })
  receipt!: AppendReceipt | null;
  @Field(() => [DiffRow], {
    description:
      'The readings that the events change, from the first day on which they do; for a dry run what they would be.',
  })
  viewDiff!: readonly DiffRow[];
  @Field(() => [UserError])
  userErrors!: readonly UserError[];
}
