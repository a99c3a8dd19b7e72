import { Field, ID, ObjectType } from '@nestjs/graphql';
import { StatusEnum } from '../../../graphql/enums.js';
import { PolicyEvent } from '../../../graphql/models/policy-event.model.js';
import { Text } from '../../../graphql/models/text.model.js';
import { Evidence, SystemFrame } from './evidence.model.js';
import { MarkEnum, ResponseMatchEnum } from './marks.js';

@ObjectType({ description: 'What a country did in return.' })
export class FrameResponse extends Evidence {
  @Field(() => ResponseMatchEnum, { description: 'Why it counts as one.' })
  matched!: string;
  @Field(() => [PolicyEvent], { description: 'Events that it follows or answers, where the record says so.' })
  answers!: PolicyEvent[];
}

@ObjectType({ description: 'How one country is treated; the sorting of acts into frames is the paper’s.' })
export class FrameRow {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-3. Example: `VEN`.' })
  country!: string;
  @Field(() => [Evidence], { description: 'Pressure.' })
  stick!: Evidence[];
  @Field(() => [Evidence], { description: 'Bargains.' })
  deal!: Evidence[];
  @Field(() => [Evidence], { description: 'Favours.' })
  carrot!: Evidence[];
  @Field(() => [FrameResponse], { description: 'What the country did in return, dated.' })
  responses!: FrameResponse[];
}

@ObjectType({ description: 'A doctrine, in force or planned in the view.' })
export class Doctrine {
  @Field(() => Text, { description: 'What it is called.' })
  name!: Text;
  @Field(() => ID)
  slot!: string;
  @Field(() => StatusEnum)
  status!: string;
  @Field(() => PolicyEvent, { nullable: true, description: 'The event that decides.' })
  event!: PolicyEvent | null;
}

@ObjectType({ description: 'A corollary to the Monroe doctrine, as the paper tells it.' })
export class Corollary {
  @Field(() => Text, { description: 'What it is called.' })
  name!: Text;
  @Field(() => String, { description: 'Whether it builds a regional order. Example: `yes`.' })
  buildsRegionalOrder!: string;
  @Field(() => String, { description: 'Whom it tells to stay out. Example: `Europe`.' })
  counterpart!: string;
  @Field(() => [Evidence], { description: 'The events behind it.' })
  events!: Evidence[];
}

@ObjectType({ description: 'Stick, deal and carrot per country, and the doctrine in force (paper 001).' })
export class StickDealCarrot {
  @Field(() => [FrameRow], { description: 'By country code.' })
  rows!: FrameRow[];
  @Field(() => [Doctrine], { description: 'In force or planned in the view.' })
  doctrines!: Doctrine[];
  @Field(() => [Corollary], { description: 'Of the Monroe doctrine.' })
  corollaries!: Corollary[];
  @Field(() => [Evidence], { description: 'How far the hemisphere reaches, as stated.' })
  scope!: Evidence[];
  @Field(() => MarkEnum, { description: 'OPINION.' })
  asMarked!: string;
  @Field(() => SystemFrame, { description: 'The paper.' })
  frame!: SystemFrame;
}
