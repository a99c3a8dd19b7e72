import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type {
  Certainty,
  Day,
  KnownBasis,
  Modality,
  ReasonVerb,
  SlotReading,
  Status,
} from '@policy-timeline/domain';
import type { Asked, From } from '../asked.js';
import { CertaintyEnum, KnownBasisEnum, ModalityEnum, ReasonVerbEnum, StatusEnum } from '../enums.js';
import { DateScalar } from '../scalars/date.scalar.js';
import { PartialDateScalar } from '../scalars/partial-date.scalar.js';
import { DateInterval } from './date-interval.model.js';

@ObjectType({ description: 'What one slot reads in one view.' })
export class PolicyReading {
  @Field(() => ID, { description: '`subject`, or `subject#attribute` for an attribute beside the main one.' })
  slot!: string;
  @Field(() => StatusEnum)
  status!: Status;
  @Field(() => ModalityEnum)
  modality!: Modality;
  @Field(() => CertaintyEnum)
  certainty!: Certainty;
  @Field(() => Boolean, {
    description: 'The day lies beyond what was known or covered: the plan, not what happened.',
  })
  projected!: boolean;
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'As the source gives it; null: no source gives a start.',
  })
  validFrom!: string | null;
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The first day that no longer counts; null: none is set.',
  })
  validUntil!: string | null;
  @Field(() => DateScalar, { nullable: true })
  knownFrom!: Day | null;
  @Field(() => KnownBasisEnum, { nullable: true })
  knownBasis!: KnownBasis | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Days from the latest start to the earliest known day; 0 when known in time; null where the windows meet.',
  })
  retroactiveDays!: number | null;
  @Field(() => DateInterval, {
    description: 'The deciding statement is the same on every date inside, with `knownAt` fixed.',
  })
  validInterval!: DateInterval;
  @Field(() => DateInterval, {
    description: 'The deciding statement is the same on every known day inside, with `date` fixed.',
  })
  knownInterval!: DateInterval;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day for which the record of its topic is complete.',
  })
  coveredThrough!: Day | null;
  @Field(() => [String], { description: 'Fields of the deciding event that are inferred rather than read.' })
  inferred!: readonly string[];
}

@ObjectType({ description: 'One line of the chain of why.' })
export class ReasonLink {
  @Field(() => ReasonVerbEnum)
  verb!: ReasonVerb;
  @Field(() => Int, { description: 'Steps from the deciding event.' })
  depth!: number;
}

export type ReadingNode = SlotReading & From;
export interface LinkNode extends From {
  readonly verb: ReasonVerb;
  readonly depth: number;
  readonly event: string;
}

export const readingNode = (from: Asked, reading: SlotReading): ReadingNode => ({ ...reading, from });
