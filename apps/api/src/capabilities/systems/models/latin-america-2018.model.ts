import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Certainty, Day } from '@policy-timeline/domain';
import { CertaintyEnum, StatusEnum } from '../../../graphql/enums.js';
import { Deadline } from '../../../graphql/models/deadline.model.js';
import { PolicyEvent } from '../../../graphql/models/policy-event.model.js';
import { Text } from '../../../graphql/models/text.model.js';
import { ValueUnion } from '../../../graphql/models/value.model.js';
import { DateScalar } from '../../../graphql/scalars/date.scalar.js';
import { PartialDateScalar } from '../../../graphql/scalars/partial-date.scalar.js';
import { Evidence, SystemFigure, SystemFrame } from './evidence.model.js';
import { MarkEnum, RoundStateEnum } from './marks.js';

@ObjectType({ description: 'An argument of the paper and the events behind it.' })
export class SystemArgument {
  @Field(() => Text)
  title!: Text;
  @Field(() => MarkEnum, { description: 'OPINION.' })
  asMarked!: string;
  @Field(() => [Evidence], { description: 'The events behind it.' })
  events!: Evidence[];
}

@ObjectType({ description: 'Who is named to follow.' })
export class NamedSuccessor {
  @Field(() => Text, { description: 'The person.' })
  holder!: Text;
  @Field(() => PolicyEvent, { description: 'The plan, voiced by the day.' })
  event!: PolicyEvent;
}

@ObjectType({ description: 'An office and who holds it.' })
export class OfficeHolder {
  @Field(() => ID, { description: 'Example: `office/us/secretary-of-state`.' })
  office!: string;
  @Field(() => Text)
  title!: Text;
  @Field(() => Text, { nullable: true, description: 'Null: nobody recorded in office.' })
  holder!: Text | null;
  @Field(() => StatusEnum, { description: 'ENDED after a holder left and before the next is known.' })
  status!: string;
  @Field(() => CertaintyEnum)
  certainty!: Certainty;
  @Field(() => PolicyEvent, { description: 'The event that decides.' })
  event!: PolicyEvent;
  @Field(() => NamedSuccessor, { nullable: true, description: 'Who was already named to follow.' })
  successor!: NamedSuccessor | null;
}

@ObjectType({ description: 'Posts that nobody fills.' })
export class Vacancy {
  @Field(() => ID, { description: 'Example: `office/us/ambassadors`.' })
  office!: string;
  @Field(() => Text)
  title!: Text;
  @Field(() => Int, { description: 'Posts vacant. Example: `3`.' })
  vacant!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Posts in all; null where the source counts the vacant ones alone. Example: `8`.',
  })
  posts!: number | null;
  @Field(() => CertaintyEnum)
  certainty!: Certainty;
  @Field(() => PolicyEvent, { description: 'The event that says so.' })
  event!: PolicyEvent;
}

@ObjectType({ description: 'Vacancies in US diplomacy, by what was known.' })
export class Vacancies {
  @Field(() => [Vacancy], { description: 'Office by office.' })
  vacancies!: Vacancy[];
  @Field(() => Int, {
    nullable: true,
    description: 'Posts counted vacant in the record; null where it counts none. Example: `11`.',
  })
  vacantPosts!: number | null;
}

@ObjectType({ description: 'A round of talks.' })
export class NegotiationRound {
  @Field(() => Int, { description: 'From 1. Example: `7`.' })
  number!: number;
  @Field(() => RoundStateEnum, { description: 'What became of it.' })
  state!: string;
  @Field(() => PartialDateScalar, { nullable: true, description: 'As the source gives it.' })
  date!: string | null;
  @Field(() => CertaintyEnum)
  certainty!: Certainty;
  @Field(() => MarkEnum, { nullable: true, description: 'Null: a fact.' })
  asMarked!: string | null;
  @Field(() => PolicyEvent, { nullable: true, description: 'The event that tells of it.' })
  event!: PolicyEvent | null;
}

@ObjectType({ description: 'The rounds of a negotiation, and what happened between them.' })
export class RoundLadder {
  @Field(() => ID, { description: 'Example: `negotiation/nafta`.' })
  negotiation!: string;
  @Field(() => Text)
  title!: Text;
  @Field(() => StatusEnum)
  status!: string;
  @Field(() => [NegotiationRound], { description: 'From the first round up.' })
  rounds!: NegotiationRound[];
  @Field(() => Int, { description: 'The last round held; 0 before the first. Example: `7`.' })
  lastHeld!: number;
  @Field(() => [Evidence], { description: 'Notice, objectives, proposals, answers, threats.' })
  steps!: Evidence[];
}

@ObjectType({ description: 'One layer of sanctions.' })
export class SanctionLayer {
  @Field(() => ID, { description: 'Example: `sanction/us/venezuela/petro`.' })
  slot!: string;
  @Field(() => Text)
  title!: Text;
  @Field(() => StatusEnum)
  status!: string;
  @Field(() => ValueUnion, { nullable: true, description: 'What is sanctioned; null where nothing holds.' })
  value!: object | null;
  @Field(() => PartialDateScalar, { nullable: true, description: 'As the source gives it; null: undated.' })
  validFrom!: string | null;
  @Field(() => CertaintyEnum)
  certainty!: Certainty;
  @Field(() => DateScalar, { nullable: true })
  knownFrom!: Day | null;
  @Field(() => PolicyEvent, { nullable: true, description: 'Null: nothing decides yet, see `conflicts`.' })
  event!: PolicyEvent | null;
  @Field(() => [PolicyEvent], { description: 'What it builds on or answers.' })
  because!: PolicyEvent[];
  @Field(() => [PolicyEvent], { description: 'Accounts that date or tell the act otherwise.' })
  conflicts!: PolicyEvent[];
}

@ObjectType({ description: 'The layers of sanctions on a country.' })
export class SanctionsStack {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-3. Example: `VEN`.' })
  partner!: string;
  @Field(() => [SanctionLayer], { description: 'Oldest first; undated ones last.' })
  layers!: SanctionLayer[];
  @Field(() => Int, { description: 'How many hold.' })
  inForce!: number;
}

@ObjectType({ description: 'US goods trade with Latin America.' })
export class TradeGrowth {
  @Field(() => SystemFigure, {
    nullable: true,
    description: 'Percent of the year shown; null: no figure known.',
  })
  exportsGrowth!: SystemFigure | null;
  @Field(() => SystemFigure, {
    nullable: true,
    description: 'Percent of the year shown; null: no figure known.',
  })
  importsGrowth!: SystemFigure | null;
}

@ObjectType({
  description:
    'Reasons and exceptions of US diplomacy in 2018: vacancies, rounds, sanctions, deadlines (paper 000).',
})
export class LatinAmerica2018 {
  @Field(() => [SystemArgument], { description: 'Why diplomacy was weak: three reasons.' })
  reasons!: SystemArgument[];
  @Field(() => [SystemArgument], { description: 'Where it was not: two exceptions.' })
  exceptions!: SystemArgument[];
  @Field(() => [SystemArgument], { description: 'Who contended inside over trade.' })
  factions!: SystemArgument[];
  @Field(() => Vacancies, { description: 'Posts that nobody fills.' })
  vacancies!: Vacancies;
  @Field(() => [OfficeHolder], { description: 'Who holds which office.' })
  officeHolders!: OfficeHolder[];
  @Field(() => RoundLadder, { description: 'The renegotiation of NAFTA.' })
  nafta!: RoundLadder;
  @Field(() => SanctionsStack, { description: 'Sanctions on Venezuela.' })
  venezuela!: SanctionsStack;
  @Field(() => TradeGrowth, { description: 'Growth of trade.' })
  trade!: TradeGrowth;
  @Field(() => [Deadline], { description: 'Everything dated ahead and known.' })
  deadlines!: Deadline[];
  @Field(() => SystemFrame, { description: 'The paper.' })
  frame!: SystemFrame;
}
