import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Certainty } from '@policy-timeline/domain';
import { CertaintyEnum, StatusEnum } from '../../../graphql/enums.js';
import { PolicyEvent } from '../../../graphql/models/policy-event.model.js';
import { Text } from '../../../graphql/models/text.model.js';
import { ValueUnion } from '../../../graphql/models/value.model.js';
import { PartialDateScalar } from '../../../graphql/scalars/partial-date.scalar.js';
import { Evidence, SystemFrame } from './evidence.model.js';
import { MarkEnum } from './marks.js';

@ObjectType({ description: 'A member of a body.' })
export class BodyMember {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-3. Example: `HND`.' })
  country!: string;
  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'As the source gives the joining; null: attested as a member, the day unknown. Example: `"2008-08"`.',
  })
  since!: string | null;
  @Field(() => CertaintyEnum, {
    description: 'POSSIBLE between the founding and the day by which the country must have joined.',
  })
  certainty!: Certainty;
  @Field(() => PolicyEvent, { description: 'The event that says so.' })
  event!: PolicyEvent;
}

@ObjectType({ description: 'A country that left a body.' })
export class BodyExit {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-3. Example: `HND`.' })
  country!: string;
  @Field(() => PartialDateScalar, { nullable: true, description: 'As the source gives it.' })
  from!: string | null;
  @Field(() => PolicyEvent, { description: 'The event that says so.' })
  event!: PolicyEvent;
}

@ObjectType({ description: 'A currency or bank of a body.' })
export class BodyMoney {
  @Field(() => ID)
  slot!: string;
  @Field(() => ValueUnion, { description: 'What it is.' })
  value!: object;
  @Field(() => StatusEnum)
  status!: string;
  @Field(() => PolicyEvent, { description: 'The event that says so.' })
  event!: PolicyEvent;
}

@ObjectType({ description: 'A body as the paper judges it.' })
export class BodyCharacter {
  @Field(() => Text, { description: 'Who drives it.' })
  driver!: Text;
  @Field(() => Text, { description: 'Its attitude to the United States.' })
  attitude!: Text;
  @Field(() => Text, { description: 'What it rests on.' })
  basis!: Text;
  @Field(() => Text, { description: 'Where it is weak.' })
  weakness!: Text;
  @Field(() => MarkEnum, { description: 'OPINION.' })
  asMarked!: string;
  @Field(() => PolicyEvent, { description: 'The paper.' })
  event!: PolicyEvent;
}

@ObjectType({ description: 'UNASUR or ALBA on a day.' })
export class IntegrationBody {
  @Field(() => ID, { description: '`unasur` or `alba`. Example: `alba`.' })
  body!: string;
  @Field(() => Text)
  title!: Text;
  @Field(() => StatusEnum)
  status!: string;
  @Field(() => PolicyEvent, { nullable: true, description: 'The event that decides.' })
  event!: PolicyEvent | null;
  @Field(() => [BodyMember], { description: 'On the day, by what was known.' })
  members!: BodyMember[];
  @Field(() => [BodyExit], { description: 'Who had left.' })
  exits!: BodyExit[];
  @Field(() => [Evidence], { description: 'What it did.' })
  steps!: Evidence[];
  @Field(() => [BodyMoney], { description: 'Its currency and bank.' })
  money!: BodyMoney[];
  @Field(() => BodyCharacter, { nullable: true, description: 'Null before the paper was public.' })
  character!: BodyCharacter | null;
}

@ObjectType({ description: 'A base, fleet or facility.' })
export class MilitaryBase {
  @Field(() => ID)
  slot!: string;
  @Field(() => Text)
  title!: Text;
  @Field(() => StatusEnum)
  status!: string;
  @Field(() => ValueUnion, { nullable: true, description: 'What it is; null where nothing holds.' })
  value!: object | null;
  @Field(() => PartialDateScalar, { nullable: true, description: 'As the source gives it.' })
  validFrom!: string | null;
  @Field(() => CertaintyEnum)
  certainty!: Certainty;
  @Field(() => PolicyEvent, { description: 'The event that decides.' })
  event!: PolicyEvent;
}

@ObjectType({ description: 'Bases of one user.' })
export class BasesOfUser {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-3. Example: `USA`.' })
  user!: string;
  @Field(() => [MilitaryBase], { description: 'Ended ones stay listed with their status.' })
  bases!: MilitaryBase[];
}

@ObjectType({ description: 'Operations of one user.' })
export class OperationsOfUser {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-3. Example: `USA`.' })
  user!: string;
  @Field(() => [Evidence], { description: 'They fill their days and hold nothing afterwards.' })
  operations!: Evidence[];
}

@ObjectType({ description: 'UNASUR against ALBA: members, joins, exits, overlap (paper 002).' })
export class IntegrationBodies {
  @Field(() => [IntegrationBody], { description: 'The two bodies.' })
  bodies!: IntegrationBody[];
  @Field(() => [ID], { description: 'Members of both, for certain or possibly. Example: `["VEN", "BOL"]`.' })
  overlap!: string[];
  @Field(() => [BasesOfUser], { description: 'Bases, fleets and facilities by who uses them.' })
  basesByUser!: BasesOfUser[];
  @Field(() => [OperationsOfUser], { description: 'By who conducted them.' })
  operationsByUser!: OperationsOfUser[];
  @Field(() => [Evidence], { description: 'Decisions about bases, such as not to extend a lease.' })
  baseSteps!: Evidence[];
  @Field(() => SystemFrame, { description: 'The paper.' })
  frame!: SystemFrame;
}
