import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Text } from '../../../graphql/models/text.model.js';
import { Evidence, SystemFrame } from './evidence.model.js';
import { ItemStateEnum, MarkEnum } from './marks.js';

@ObjectType({
  description: 'An event that goes the way of an item. Which ones do is our reading of the record.',
})
export class MatchedEvidence extends Evidence {
  @Field(() => Text, { description: 'Why it is counted to the item.' })
  because!: Text;
  @Field(() => String, { description: 'The place in the paper that the item stands at.' })
  where!: string;
}

@ObjectType({ description: 'A goal or an item of the list, and what the record holds of it.' })
export class ChecklistItem {
  @Field(() => Int, { description: 'From 1, in the paper’s order. Example: `3`.' })
  number!: number;
  @Field(() => Text)
  title!: Text;
  @Field(() => MarkEnum, { description: 'ADVICE.' })
  asMarked!: string;
  @Field(() => ItemStateEnum, { description: 'Whether anything goes its way.' })
  state!: string;
  @Field(() => [Evidence], { description: 'What the paper itself says under it.' })
  said!: Evidence[];
  @Field(() => [MatchedEvidence], { description: 'Events since the paper.' })
  realisedBy!: MatchedEvidence[];
  @Field(() => [MatchedEvidence], { description: 'Events before the paper that it builds on.' })
  precedents!: MatchedEvidence[];
  @Field(() => MarkEnum, { description: 'DERIVED: the matching is ours.' })
  matchedAs!: string;
}

@ObjectType({
  description: 'Five goals and the six-item list of paper 003, with the events that realise each.',
})
export class AdviceChecklist {
  @Field(() => [ChecklistItem], { description: 'Empty before the paper was public.' })
  items!: ChecklistItem[];
  @Field(() => [ChecklistItem], { description: 'The goals for Japan.' })
  goals!: ChecklistItem[];
  @Field(() => [Text], { description: 'The three basic moves.' })
  basicMoves!: Text[];
  @Field(() => Evidence, { nullable: true, description: 'What the author expects of the new US team.' })
  expectedOfUs!: Evidence | null;
  @Field(() => MarkEnum, { description: 'ADVICE.' })
  asMarked!: string;
  @Field(() => SystemFrame, { description: 'The paper.' })
  frame!: SystemFrame;
}
