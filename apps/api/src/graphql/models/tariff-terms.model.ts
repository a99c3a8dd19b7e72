import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { TariffAuthority } from '@policy-timeline/domain';
import { TariffAuthorityEnum } from '../enums.js';
import { Text } from './text.model.js';

@ObjectType({ description: 'Goods, by HS prefix or by the name of a list.' })
@InputType('GoodsScopeInput')
export class GoodsScope {
  @Field(() => [String], { description: 'HS prefixes of 2 to 10 digits, e.g. `8703`.' })
  hs!: readonly string[];
  @Field(() => [String], { description: 'Names of lists, e.g. `potash`.' })
  lists!: readonly string[];
}

@ObjectType({ description: 'What a duty leaves out.' })
@InputType('GoodsExclusionInput')
export class GoodsExclusion {
  @Field(() => [String])
  hs!: readonly string[];
  @Field(() => [String])
  lists!: readonly string[];
  @Field(() => [ID])
  partners!: readonly string[];
  @Field(() => [String])
  conditions!: readonly string[];
}

@ObjectType({ description: 'How a duty meets other duties. Ids are those of events.' })
@InputType('StackingInput')
export class Stacking {
  @Field(() => [ID], { description: 'Duties that this one takes the place of.' })
  displaces!: readonly string[];
  @Field(() => [ID], { description: 'Duties that, where they apply, take the good out of this one.' })
  excludedBy!: readonly string[];
  @Field(() => [ID])
  cumulatesWith!: readonly string[];
  @Field(() => [ID], {
    nullable: true,
    description: 'Duties of which no source says whether they are paid beside this one.',
  })
  unsettledWith?: readonly string[] | null;
  @Field(() => Text, { nullable: true })
  rule?: Text | null;
  @Field(() => ID, { description: 'The source that states it.' })
  source!: string;
}

@ObjectType({ description: 'What a duty covers and how it meets other duties, as its instrument says.' })
@InputType('TariffTermsInput')
export class TariffTerms {
  @Field(() => TariffAuthorityEnum)
  authority!: TariffAuthority;
  @Field(() => GoodsScope)
  include!: GoodsScope;
  @Field(() => GoodsExclusion)
  exclude!: GoodsExclusion;
  @Field(() => [String], { description: 'Facts that limit or change the duty, e.g. `us-content-20`.' })
  conditions!: readonly string[];
  @Field(() => Stacking, {
    nullable: true,
    description: 'Null: no source states it, so the combination is unresolved.',
  })
  stacking!: Stacking | null;
}
