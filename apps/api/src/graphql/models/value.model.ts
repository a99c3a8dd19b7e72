import { createUnionType, Field, Float, ObjectType } from '@nestjs/graphql';
import type { Value } from '@policy-timeline/domain';
import { RateBasisEnum } from '../enums.js';
import { Text } from './text.model.js';

@ObjectType({ description: 'A duty.' })
export class RateValue {
  @Field(() => Float, { description: 'Percent of customs value: 24 means 24 %, never 0.24.' })
  ratePercent!: number;
  @Field(() => RateBasisEnum)
  rateBasis!: string;
  @Field(() => Boolean, { nullable: true, description: 'True where the source gives a ceiling.' })
  upTo?: boolean | null;
}

@ObjectType({ description: 'A number with its unit.' })
export class QuantityValue {
  @Field(() => Float)
  amount!: number;
  @Field(() => String, { description: 'Example: `round`, `percentOfGdp`, `usdMillion`.' })
  unit!: string;
}

@ObjectType({ description: 'What holds, in words.' })
export class TextValue {
  @Field(() => Text)
  text!: Text;
}

@ObjectType({ description: 'A tariff-rate quota: one rate within it, another above.' })
export class QuotaValue {
  @Field(() => Float, { description: 'Percent of customs value.' })
  withinPercent!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Percent of customs value; null: nothing may enter above the quota.',
  })
  abovePercent!: number | null;
  @Field(() => RateBasisEnum)
  rateBasis!: string;
  @Field(() => String, { description: 'The quantity as the source gives it, e.g. `100,000 cars a year`.' })
  quota!: string;
}

@ObjectType({ description: 'A duty that is no percentage, e.g. 100 US dollars per parcel.' })
export class SpecificValue {
  @Field(() => Text)
  text!: Text;
}

@ObjectType({ description: 'Nothing is due on what the slot covers.' })
export class ExemptValue {
  @Field(() => Boolean, { description: 'Always true.' })
  holds!: boolean;
}

@ObjectType({ description: 'The slot simply holds: a membership, a designation, a ban.' })
export class FlagValue {
  @Field(() => Boolean, { description: 'Always true.' })
  holds!: boolean;
}

const BY_KIND: Readonly<Record<Value['kind'], object>> = {
  RATE: RateValue,
  TEXT: TextValue,
  QUANTITY: QuantityValue,
  FLAG: FlagValue,
  QUOTA: QuotaValue,
  SPECIFIC: SpecificValue,
  EXEMPT: ExemptValue,
};

export const ValueUnion = createUnionType({
  name: 'Value',
  description: 'What a slot holds, is planned to hold, or what applies meanwhile.',
  types: () => Object.values(BY_KIND) as [typeof RateValue],
  resolveType: (value: Value) => BY_KIND[value.kind] as typeof RateValue,
});

/** A flag has nothing to say but that it holds, nor has an exemption; GraphQL wants a field. */
export function valueNode(value: Value | null | undefined): object | null {
  if (!value) return null;
  return value.kind === 'FLAG' || value.kind === 'EXEMPT' ? { ...value, holds: true } : value;
}
