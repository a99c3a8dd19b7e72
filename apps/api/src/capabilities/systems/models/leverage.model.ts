import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PolicyEvent } from '../../../graphql/models/policy-event.model.js';
import { Text } from '../../../graphql/models/text.model.js';
import { Evidence, SystemFrame } from './evidence.model.js';
import { LeverEnum, LinkKindEnum, MarkEnum, RemarkTopicEnum } from './marks.js';

@ObjectType({ description: 'One lever, and the events that use it on the partner.' })
export class LeverNode {
  @Field(() => LeverEnum, { description: 'Which lever.' })
  lever!: string;
  @Field(() => Text)
  title!: Text;
  @Field(() => [Evidence], { description: 'Empty: none is recorded.' })
  events!: Evidence[];
  @Field(() => Boolean, {
    description: 'Whether any event uses the lever on this partner by the view. Example: `true`.',
  })
  used!: boolean;
}

@ObjectType({ description: 'What one lever does to another.' })
export class LeverLink {
  @Field(() => LeverEnum, { description: 'The lever that is used.' })
  from!: string;
  @Field(() => LeverEnum, { description: 'The lever it is used for.' })
  to!: string;
  @Field(() => LinkKindEnum)
  kind!: string;
  @Field(() => Text, { description: 'What is asked or offered.' })
  text!: Text;
}

@ObjectType({ description: 'An aim, risk or lesson, as the paper tells it.' })
export class SystemRemark {
  @Field(() => RemarkTopicEnum, { description: 'What it is about.' })
  about!: string;
  @Field(() => Text, { description: 'In our own words.' })
  text!: Text;
  @Field(() => MarkEnum, { description: 'An author’s view.' })
  asMarked!: string;
  @Field(() => PolicyEvent, { description: 'The event that holds it.' })
  event!: PolicyEvent;
}

@ObjectType({ description: 'Tariffs, security and currency as linked levers on a partner (paper 004).' })
export class LeverageStructure {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-3. Example: `JPN`.' })
  partner!: string;
  @Field(() => [LeverNode], { description: 'The three levers.' })
  levers!: LeverNode[];
  @Field(() => [Evidence], {
    description: 'Remarks that tie levers together on the partner, or refuse the tie.',
  })
  ties!: Evidence[];
  @Field(() => [LeverLink], { description: 'Empty before the concept was public.' })
  links!: LeverLink[];
  @Field(() => [SystemRemark], { description: 'Empty before the paper was public.' })
  remarks!: SystemRemark[];
  @Field(() => Evidence, {
    nullable: true,
    description: 'The concept itself, proposed and never policy in force; null before it was public.',
  })
  concept!: Evidence | null;
  @Field(() => [Evidence], { description: 'What it is compared with, and who stands behind it.' })
  background!: Evidence[];
  @Field(() => MarkEnum, { description: 'PROPOSED.' })
  asMarked!: string;
  @Field(() => SystemFrame, { description: 'The paper.' })
  frame!: SystemFrame;
}
