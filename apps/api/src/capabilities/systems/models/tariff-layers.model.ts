import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import type { Certainty } from '@policy-timeline/domain';
import { CertaintyEnum, RateBasisEnum } from '../../../graphql/enums.js';
import { PercentRange } from '../../../graphql/models/percent-range.model.js';
import { PolicyEvent } from '../../../graphql/models/policy-event.model.js';
import { Text } from '../../../graphql/models/text.model.js';
import { ValueUnion } from '../../../graphql/models/value.model.js';
import { Evidence } from './evidence.model.js';
import { LayerDoubtEnum, LayerStateEnum, MarkEnum } from './marks.js';

@ObjectType({ description: 'One layer of tariffs on a partner: a programme, and the goods it is about.' })
export class TariffLayer {
  @Field(() => ID)
  slot!: string;
  @Field(() => ID, { description: 'Example: `tariff/us/section-232-metals`.' })
  programme!: string;
  @Field(() => Text)
  title!: Text;
  @Field(() => LayerStateEnum, { description: 'What it does on the day.' })
  state!: string;
  @Field(() => String, {
    nullable: true,
    description: 'A list of goods; null: goods on no list. Example: `steel`.',
  })
  goods!: string | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Percent of customs value, as its source gives it; null where nothing is due or it is not known.',
  })
  ratePercent!: number | null;
  @Field(() => Boolean, { description: 'The source gives no rate, though one is due. Example: `false`.' })
  rateUnknown!: boolean;
  @Field(() => RateBasisEnum, { nullable: true, description: 'TOTAL: with its base included.' })
  rateBasis!: string | null;
  @Field(() => Boolean, { description: 'The source gives a ceiling.' })
  upTo!: boolean;
  @Field(() => Float, {
    nullable: true,
    description:
      'Points on top of the base, where the rate is a total: in force, or held back by the pause. Example: `14`.',
  })
  topUpPercent!: number | null;
  @Field(() => CertaintyEnum)
  certainty!: Certainty;
  @Field(() => MarkEnum, { nullable: true, description: 'Null: a fact.' })
  asMarked!: string | null;
  @Field(() => ValueUnion, {
    nullable: true,
    description: 'What the slot reads: a quota or a text where the rate is none.',
  })
  value!: object | null;
  @Field(() => [PolicyEvent], { description: 'A threat’s sequel, where something firm says it follows.' })
  followedBy!: PolicyEvent[];
  @Field(() => [PolicyEvent], { description: 'Acts towards the partner that tell of the same measure.' })
  alsoTold!: PolicyEvent[];
  @Field(() => [PolicyEvent], {
    description: 'The deciding event first; then what excludes it or lies beneath a pause.',
  })
  events!: PolicyEvent[];
}

@ObjectType({
  description: 'Exclusions and stacking of the tariff layers for a partner (papers 004 and 000).',
})
export class TariffLayers {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-3. Example: `JPN`.' })
  partner!: string;
  @Field(() => [ID], { description: 'Blocs whose layers the partner shares. Example: `["org:eu"]`.' })
  blocs!: string[];
  @Field(() => String, {
    description:
      '`ordinary`: on no product list of any instrument; else a list or an HS code. Example: `steel`.',
  })
  goods!: string;
  @Field(() => [TariffLayer], { description: 'Each layer that concerns the partner.' })
  layers!: TariffLayer[];
  @Field(() => Float, {
    nullable: true,
    description:
      'Additional points on the goods; null where the layers do not add without doubt. Example: `15`.',
  })
  totalPercent!: number | null;
  @Field(() => PercentRange, { description: 'Holds whatever is in doubt.' })
  range!: PercentRange;
  @Field(() => LayerDoubtEnum, { nullable: true, description: 'Why there is no total; null: there is one.' })
  doubt!: string | null;
  @Field(() => [ID], { description: 'The slots that make up the total.' })
  rests!: string[];
  @Field(() => [Evidence], {
    description: 'Every tariff threatened against the partner, also without a rate.',
  })
  threats!: Evidence[];
  @Field(() => [Evidence], { description: 'What officials said of those left out.' })
  remarks!: Evidence[];
}
