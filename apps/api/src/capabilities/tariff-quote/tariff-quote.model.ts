import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type {
  Certainty,
  Day,
  LineStatus,
  PreferenceClaim,
  Reading,
  TariffAuthority,
  Track,
} from '@policy-timeline/domain';
import {
  CertaintyEnum,
  LineStatusEnum,
  PreferenceClaimEnum,
  RateKindEnum,
  ReadingEnum,
  TariffAuthorityEnum,
  TrackEnum,
} from '../../graphql/enums.js';
import { Coverage } from '../../graphql/models/coverage.model.js';
import { PercentRange } from '../../graphql/models/percent-range.model.js';
import { PolicyEvent } from '../../graphql/models/policy-event.model.js';
import { Subject } from '../../graphql/models/subject.model.js';
import { Text } from '../../graphql/models/text.model.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import { DateScalar } from '../../graphql/scalars/date.scalar.js';
import { PartialDateScalar } from '../../graphql/scalars/partial-date.scalar.js';

@InputType({
  description: 'What is imported, and the facts that matter; what is left out is assumed and said.',
})
export class TariffQuestion {
  @Field(() => ID, { description: 'Country of origin, ISO 3166-1 alpha-3. Example: `JPN`.' })
  partner!: string;
  @Field(() => String, {
    description:
      'HS code of 2 to 10 digits (`8703`, `7601.10`), the name of a list (`potash`, `cars`), or `ordinary`: on no product list of any instrument.',
  })
  product!: string;
  @Field(() => [ID], {
    nullable: true,
    description:
      'Of the lists whose members the record does not hold, those that the good is on; it is on no other, and an empty list says that it is on none. `openLists` of an answer names those that matter.',
  })
  lists?: string[] | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Percent of customs value. Without it a rate inclusive of MFN gives a range. Example: 5.',
  })
  mfnRatePercent?: number | null;
  @Field(() => [PreferenceClaimEnum], {
    nullable: true,
    description: 'Preferences claimed; an empty list claims none.',
  })
  claims?: PreferenceClaim[] | null;
  @Field(() => Boolean, { nullable: true })
  overQuota?: boolean | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of loading: grace for goods in transit looks at it.',
  })
  exportedOn?: Day | null;
  @Field(() => Float, { nullable: true, description: 'Share of US content in percent of value, 0 to 100.' })
  usContentPercent?: number | null;
  @Field(() => Float, { nullable: true, description: 'US dollars.' })
  customsValueUsd?: number | null;
}

@ArgsType()
export class TariffQuoteArguments {
  @Field(() => TariffQuestion)
  question!: TariffQuestion;
  @Field(() => DateScalar, { description: 'Day of entry. Example: `2025-08-20`.' })
  date!: Day;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Only what was public by the end of this day counts.',
  })
  knownAt?: Day | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: '`knownAt` follows `date`; refused beside a `knownAt`.',
  })
  asLived?: boolean | null;
  @Field(() => BasisScalar, { nullable: true })
  basis?: string | null;
  @Field(() => TrackEnum, { defaultValue: 'LEGAL' })
  track!: Track;
  @Field(() => ReadingEnum, { nullable: true, defaultValue: 'NOMINAL' })
  reading?: Reading | null;
}

@ObjectType({ description: 'A duty as its instrument writes it; percents of customs value.' })
export class RateExpression {
  @Field(() => RateKindEnum)
  kind!: string;
  @Field(() => Float, { nullable: true, description: 'ADDITIONAL and INCLUSIVE.' })
  percent?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'The source gives a ceiling.' })
  upTo?: boolean | null;
  @Field(() => Float, { nullable: true, description: 'QUOTA: the rate within it.' })
  withinPercent?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'QUOTA: the rate above it; null: not told, or nothing may enter.',
  })
  abovePercent?: number | null;
  @Field(() => String, { nullable: true, description: 'QUOTA: the quantity, as the source gives it.' })
  quota?: string | null;
  @Field(() => Text, { nullable: true, description: 'SPECIFIC: a duty that is no percentage.' })
  text?: Text | null;
}

@ObjectType({ description: 'What one instrument does to the import.' })
export class TariffLine {
  @Field(() => Subject)
  instrument!: Subject;
  @Field(() => ID)
  slot!: string;
  @Field(() => TariffAuthorityEnum)
  authority!: TariffAuthority;
  @Field(() => Text, { description: 'The goods the instrument covers, in words.' })
  scope!: Text;
  @Field(() => LineStatusEnum)
  status!: LineStatus;
  @Field(() => RateExpression)
  rate!: RateExpression;
  @Field(() => Float, { nullable: true, description: 'Points on top of MFN; null where not settled.' })
  additionalPercent!: number | null;
  @Field(() => Text)
  reason!: Text;
  @Field(() => Subject, { nullable: true })
  displacedBy!: Subject | null;
  @Field(() => PolicyEvent)
  decidedBy!: PolicyEvent;
  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'First day that no longer counts, as the source gives it, or the day of the next change known; null: neither is known.',
  })
  until!: string | null;
  @Field(() => String, {
    nullable: true,
    deprecationReason: 'Ask `until`: the same as a date of the schema.',
    description: 'First day that no longer counts, as the source gives it, or the next change known.',
  })
  scheduledUntil!: string | null;
  @Field(() => Boolean)
  projected!: boolean;
  @Field(() => CertaintyEnum)
  certainty!: Certainty;
  @Field(() => Int, {
    nullable: true,
    description: 'Days from the start to the day it became known, when known after the fact.',
  })
  retroactiveDays!: number | null;
}

@ObjectType({
  description: 'A list of goods whose members the record does not hold, as far as an answer depends on it.',
})
export class OpenList {
  @Field(() => ID, { description: 'As `lists` of a question takes it.' })
  name!: string;
  @Field(() => Text)
  title!: Text;
  @Field(() => Boolean, {
    description: 'true: the answer takes the good not to be on it; false: it leaves a duty unsettled.',
  })
  assumedOff!: boolean;
  @Field(() => [String], {
    description:
      'The good is on the list and a duty is on these HS codes of it alone: only its own code settles it. Empty: `lists` does.',
  })
  partCodes!: readonly string[];
}

@ObjectType({ description: 'What an import pays on top of MFN, instrument by instrument.' })
export class TariffQuote {
  @Field(() => Float, { nullable: true, description: 'Points on top of MFN; null where not settled.' })
  additionalPercent!: number | null;
  @Field(() => PercentRange, { description: 'Holds whatever is not settled.' })
  additionalRange!: PercentRange;
  @Field(() => Float, {
    nullable: true,
    description: 'With MFN; null where MFN is not given or the addition is not settled.',
  })
  allInPercent!: number | null;
  @Field(() => [TariffLine], { description: 'One per instrument that could apply, decisive first.' })
  lines!: TariffLine[];
  @Field(() => [String], { description: 'What the answer takes for granted, in English.' })
  assumptions!: string[];
  @Field(() => [Text], { description: 'The same in both languages.' })
  assumptionsText!: readonly Text[];
  @Field(() => [OpenList], {
    description: 'What `lists` of the question, or an HS code, would settle, those that decide a duty first.',
  })
  openLists!: readonly OpenList[];
  @Field(() => BasisScalar)
  basis!: string;
  @Field(() => [Coverage])
  coverage!: Coverage[];
}
