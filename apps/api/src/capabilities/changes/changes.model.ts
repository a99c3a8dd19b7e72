import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Day } from '@policy-timeline/domain';
import { PolicyEvent } from '../../graphql/models/policy-event.model.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import { DateScalar } from '../../graphql/scalars/date.scalar.js';

@ObjectType({ description: 'A day on which readings change.' })
export class Change {
  @Field(() => DateScalar)
  date!: Day;
  @Field(() => [ID], { description: 'The slots that do.' })
  slots!: readonly string[];
}

@ObjectType({ description: 'One record of the log, for readers that follow it.' })
export class LoggedChange {
  @Field(() => Int, {
    description: '0, 1, 2 … without a hole: go on with `after` set to the last one you have.',
  })
  position!: number;
  @Field(() => BasisScalar, { description: 'The prefix that ends with this record.' })
  basis!: string;
  @Field(() => ID)
  stream!: string;
  @Field(() => Int, { description: 'Place in its stream, from 0.' })
  revision!: number;
  @Field(() => ID)
  eventId!: string;
  @Field(() => String, {
    description:
      'A policy event’s type, or `EventCorrected`, `EventVoided`, `CoverageDeclared`, `SubjectsDescribed` …',
  })
  type!: string;
  @Field(() => ID, { nullable: true, description: 'What an erratum or void aims at.' })
  target!: string | null;
  @Field(() => String, { description: 'ISO 8601 instant in UTC. Informative; never to be used for order.' })
  recordedAt!: string;
  @Field(() => PolicyEvent, {
    nullable: true,
    description:
      'The event, or the target, as the record has it now; null for other records and for what was voided.',
  })
  event!: PolicyEvent | null;
}
