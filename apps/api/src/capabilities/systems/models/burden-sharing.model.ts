import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import type { Certainty } from '@policy-timeline/domain';
import { CertaintyEnum, StatusEnum } from '../../../graphql/enums.js';
import { PolicyEvent } from '../../../graphql/models/policy-event.model.js';
import { Text } from '../../../graphql/models/text.model.js';
import { Evidence, SystemFrame } from './evidence.model.js';
import { BurdenReasonEnum, DemandStateEnum, MarkEnum } from './marks.js';

@ObjectType({ description: 'One of the paper’s reasons; sorting the remarks under them is the paper’s.' })
export class BurdenReasonEvidence {
  @Field(() => BurdenReasonEnum, { description: 'Which reason.' })
  reason!: string;
  @Field(() => Text)
  title!: Text;
  @Field(() => MarkEnum, { description: 'OPINION.' })
  asMarked!: string;
  @Field(() => [Evidence], { description: 'The events behind it.' })
  events!: Evidence[];
}

@ObjectType({ description: 'What an ally is asked to spend.' })
export class SpendingDemand {
  @Field(() => ID, { description: 'The ally or body. Example: `JPN`, `org:nato`.' })
  party!: string;
  @Field(() => Float, { description: 'Percent of gross domestic product. Example: `3.5`.' })
  percentOfGdp!: number;
  @Field(() => DemandStateEnum, { description: 'How far it has come.' })
  state!: string;
  @Field(() => StatusEnum, { nullable: true, description: 'Null for an expectation, which holds nothing.' })
  status!: string | null;
  @Field(() => CertaintyEnum)
  certainty!: Certainty;
  @Field(() => MarkEnum, { nullable: true, description: 'Null: a fact.' })
  asMarked!: string | null;
  @Field(() => PolicyEvent, { description: 'The event that says so.' })
  event!: PolicyEvent;
}

@ObjectType({ description: 'Burden-sharing demands and their reasons (paper 004).' })
export class BurdenSharing {
  @Field(() => [BurdenReasonEvidence], { description: 'The paper’s three reasons.' })
  reasons!: BurdenReasonEvidence[];
  @Field(() => [SpendingDemand], { description: 'Highest first within a party.' })
  demands!: SpendingDemand[];
  @Field(() => SystemFrame, { description: 'The paper.' })
  frame!: SystemFrame;
}
