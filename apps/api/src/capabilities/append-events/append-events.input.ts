import { Field, Float, ID, InputType, Int, PartialType } from '@nestjs/graphql';
import type {
  Act,
  DeadlineKind,
  Direction,
  Firmness,
  KnownBasis,
  Modality,
  RelationType,
  SourceKind,
  Track,
} from '@policy-timeline/domain';
import {
  ActEnum,
  DeadlineKindEnum,
  DirectionEnum,
  FirmnessEnum,
  KnownBasisEnum,
  ModalityEnum,
  RateBasisEnum,
  RelationTypeEnum,
  SourceKindEnum,
  TrackEnum,
} from '../../graphql/enums.js';
import { DateSpec } from '../../graphql/models/date-spec.model.js';
import { TariffTerms } from '../../graphql/models/tariff-terms.model.js';
import { Text } from '../../graphql/models/text.model.js';
import { JsonScalar } from '../../graphql/scalars/json.scalar.js';
import { PartialDateScalar } from '../../graphql/scalars/partial-date.scalar.js';

@InputType()
export class RateValueInput {
  @Field(() => Float, { description: 'Percent of customs value: 24 means 24 %, never 0.24.' })
  ratePercent!: number;
  @Field(() => RateBasisEnum, { defaultValue: 'ADDITIONAL' })
  rateBasis!: 'ADDITIONAL' | 'TOTAL' | 'INCLUSIVE';
  @Field(() => Boolean, { nullable: true, description: 'True where the source gives a ceiling.' })
  upTo?: boolean | null;
}

@InputType()
export class QuantityValueInput {
  @Field(() => Float)
  amount!: number;
  @Field(() => String, { description: 'Example: `round`, `percentOfGdp`, `usdMillion`.' })
  unit!: string;
}

@InputType()
export class QuotaValueInput {
  @Field(() => Float, { description: 'Percent of customs value.' })
  withinPercent!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Percent of customs value; left out: nothing may enter above the quota.',
  })
  abovePercent?: number | null;
  @Field(() => RateBasisEnum, { defaultValue: 'ADDITIONAL', description: 'ADDITIONAL or INCLUSIVE.' })
  rateBasis!: 'ADDITIONAL' | 'INCLUSIVE';
  @Field(() => String, { description: 'The quantity as the source gives it, e.g. `100,000 cars a year`.' })
  quota!: string;
}

@InputType({ isOneOf: true, description: 'Exactly one of them.' })
export class ValueInput {
  @Field(() => RateValueInput, { nullable: true })
  rate?: RateValueInput | null;
  @Field(() => QuantityValueInput, { nullable: true })
  quantity?: QuantityValueInput | null;
  @Field(() => Text, { nullable: true })
  text?: Text | null;
  @Field(() => QuotaValueInput, { nullable: true })
  quota?: QuotaValueInput | null;
  @Field(() => Text, { nullable: true, description: 'A duty that is no percentage.' })
  specific?: Text | null;
  @Field(() => Boolean, { nullable: true, description: 'Nothing is due on what the slot covers.' })
  exempt?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'The slot simply holds.' })
  flag?: boolean | null;
}

@InputType()
export class EffectInput {
  @Field(() => ActEnum)
  act!: Act;
  @Field(() => ID, { description: '`subject`, or `subject#attribute`. Example: `tariff/us/reciprocal/JPN`.' })
  slot!: string;
  @Field(() => ValueInput, { nullable: true, description: 'Required for ASSERT and SUSPEND.' })
  value?: ValueInput | null;
  @Field(() => DateSpec, { nullable: true, description: 'Left out: the event’s own days.' })
  from?: DateSpec | null;
  @Field(() => DateSpec, { nullable: true })
  until?: DateSpec | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The event aimed at: required for AMEND and REVOKE, optional for END.',
  })
  target?: string | null;
  @Field(() => ID, { nullable: true, description: 'For END: the event that takes the place.' })
  successor?: string | null;
  @Field(() => TrackEnum, { nullable: true, description: 'Left out: both tracks.' })
  track?: Track | null;
  @Field(() => TariffTerms, {
    nullable: true,
    description: 'For a duty: what goods it covers and how it stacks.',
  })
  terms?: TariffTerms | null;
}

@InputType()
export class SourceInput {
  @Field(() => ID, { description: 'The same source has the same id everywhere, e.g. `eo-14257`.' })
  id!: string;
  @Field(() => SourceKindEnum)
  kind!: SourceKind;
  @Field(() => Text)
  title!: Text;
  @Field(() => String, { nullable: true })
  author?: string | null;
  @Field(() => String)
  publisher!: string;
  @Field(() => PartialDateScalar, { description: 'The day, month or year the source carries.' })
  date!: string;
  @Field(() => String, { nullable: true, description: 'Page, section or heading within it.' })
  where?: string | null;
  @Field(() => String, { nullable: true })
  url?: string | null;
}

@InputType()
export class RelationInput {
  @Field(() => RelationTypeEnum)
  type!: RelationType;
  @Field(() => ID)
  to!: string;
}

@InputType()
export class EffectiveInput {
  @Field(() => DateSpec)
  from!: DateSpec;
  @Field(() => DateSpec, {
    nullable: true,
    description: 'The first day that no longer counts; left out: open.',
  })
  until?: DateSpec | null;
  @Field(() => Boolean, { nullable: true, description: 'The act is given but its day is not fixed.' })
  dateOpen?: boolean | null;
}

@InputType()
export class DeadlineInput {
  @Field(() => DeadlineKindEnum, { nullable: true })
  kind?: DeadlineKind | null;
  @Field(() => FirmnessEnum, { nullable: true })
  firmness?: Firmness | null;
}

@InputType({ description: 'What an event says.' })
export class EventContentInput {
  @Field(() => ID, { description: 'The topic whose coverage tells how far the record is complete.' })
  topic!: string;
  @Field(() => String, { description: 'Decides the family. Example: `TariffOrdered`.' })
  type!: string;
  @Field(() => EffectiveInput)
  effective!: EffectiveInput;
  @Field(() => Text)
  title!: Text;
  @Field(() => [SourceInput], { description: 'At least one.' })
  sources!: SourceInput[];
  @Field(() => ModalityEnum, { nullable: true, description: 'Left out: FACT.' })
  modality?: Modality | null;
  @Field(() => ID, { nullable: true, description: 'The act told of, where another event tells of it too.' })
  fact?: string | null;
  @Field(() => DateSpec, {
    nullable: true,
    description: 'When the public could first know it. Left out: the day of the source.',
  })
  knownOn?: DateSpec | null;
  @Field(() => KnownBasisEnum, { nullable: true, description: 'Left out: ANNOUNCED.' })
  knownBasis?: KnownBasis | null;
  @Field(() => DateSpec, { nullable: true })
  signedOn?: DateSpec | null;
  @Field(() => DateSpec, { nullable: true })
  publishedOn?: DateSpec | null;
  @Field(() => [ID], { nullable: true, description: 'ISO 3166-1 alpha-3 or `org:` ids.' })
  actors?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'ISO 3166-1 alpha-3, `org:` ids, or `*` for everyone.' })
  targets?: string[] | null;
  @Field(() => [String], { nullable: true })
  persons?: string[] | null;
  @Field(() => Text, { nullable: true, description: 'Left out: the title.' })
  summary?: Text | null;
  @Field(() => DirectionEnum, { nullable: true, description: 'Left out: NEITHER.' })
  direction?: Direction | null;
  @Field(() => [RelationInput], { nullable: true })
  relations?: RelationInput[] | null;
  @Field(() => [EffectInput], {
    nullable: true,
    description: 'What it does to slots. Left out: it is listed and holds nothing.',
  })
  effects?: EffectInput[] | null;
  @Field(() => DeadlineInput, { nullable: true })
  deadline?: DeadlineInput | null;
  @Field(() => [String], {
    nullable: true,
    description: 'Names of fields that are inferred rather than read in a source.',
  })
  inferred?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Doubt about the source or the reading of it.' })
  note?: string | null;
  @Field(() => JsonScalar, { nullable: true, description: 'What the type of the event adds.' })
  data?: unknown;
}

@InputType({ description: 'An event to append.' })
export class EventInput extends EventContentInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'Never used for anything else. Left out: made of the idempotency key, so that a retry repeats.',
  })
  id?: string | null;
  @Field(() => ID, {
    description:
      'The instrument, body or negotiation whose history it belongs to, e.g. `tariff/us/reciprocal`.',
  })
  stream!: string;
}

@InputType({ description: 'New content of the fields that were recorded wrongly; what is left out stays.' })
export class EventPatchInput extends PartialType(EventContentInput, InputType) {}

@InputType({ description: 'Where a stream stood when you decided; `subject(id) { revision }` tells it.' })
export class ExpectedRevisionInput {
  @Field(() => ID)
  stream!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Revision of its last event, from 0; null: nothing was written to it.',
  })
  revision?: number | null;
}

@InputType()
export class CorrectEventInput {
  @Field(() => String)
  idempotencyKey!: string;
  @Field(() => [ExpectedRevisionInput], { description: 'For the stream of the target.' })
  expected!: ExpectedRevisionInput[];
  @Field(() => ID, { description: 'The event that was recorded wrongly.' })
  target!: string;
  @Field(() => EventPatchInput)
  patch!: EventPatchInput;
  @Field(() => Text, { description: 'Why the record was wrong.' })
  reason!: Text;
  @Field(() => Boolean, { nullable: true, defaultValue: false })
  dryRun?: boolean | null;
}

@InputType()
export class VoidEventInput {
  @Field(() => String)
  idempotencyKey!: string;
  @Field(() => [ExpectedRevisionInput], { description: 'For the stream of the target.' })
  expected!: ExpectedRevisionInput[];
  @Field(() => ID, { description: 'An event, erratum or void that was recorded by mistake.' })
  target!: string;
  @Field(() => Text, { description: 'Why it should not have been recorded.' })
  reason!: Text;
  @Field(() => Boolean, { nullable: true, defaultValue: false })
  dryRun?: boolean | null;
}
