import { ArgsType, Field, Int } from '@nestjs/graphql';
import type { Day, Reading, Track } from '@policy-timeline/domain';
import { ReadingEnum, TrackEnum } from '../../graphql/enums.js';
import { ReadingFilter } from '../../graphql/inputs/reading-filter.input.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import { DateScalar } from '../../graphql/scalars/date.scalar.js';

@ArgsType()
export class UpcomingArguments {
  @Field(() => DateScalar)
  date!: Day;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Left out: with hindsight, each with its outcome.',
  })
  knownAt?: Day | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: '`knownAt` follows `date`; refused beside a `knownAt`.',
  })
  asLived?: boolean | null;
  @Field(() => Int, { defaultValue: 365, description: 'Days after `date`, 0 to 100000.' })
  withinDays!: number;
  @Field(() => ReadingFilter, { nullable: true })
  filter?: ReadingFilter | null;
  @Field(() => BasisScalar, { nullable: true })
  basis?: string | null;
  @Field(() => ReadingEnum, {
    nullable: true,
    defaultValue: 'NOMINAL',
    description:
      'From which day what is told counts as known: CERTAIN waits for the documentation, POSSIBLE takes the earliest. A part-known day itself counts while its window is not over, by every reading.',
  })
  reading?: Reading | null;
  @Field(() => TrackEnum, {
    nullable: true,
    defaultValue: 'LEGAL',
    description:
      'LEGAL: what acts say; COLLECTED: what the border does. An act that speaks of both is in both.',
  })
  track?: Track | null;
}
