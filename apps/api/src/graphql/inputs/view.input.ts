import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { type Day, type Reading, type Track, viewOf } from '@policy-timeline/domain';
import type { Timelines } from '../../timeline/timelines.js';
import { type Asked, prefixOf } from '../asked.js';
import type { RequestContext } from '../context.js';
import { ReadingEnum, TrackEnum } from '../enums.js';
import { BasisScalar } from '../scalars/basis.scalar.js';
import { DateScalar } from '../scalars/date.scalar.js';

/** The coordinates of a question, the same as arguments and as an input. */
@ArgsType()
@InputType({
  description:
    'The coordinates of a question: the day asked about, what was known, and the prefix of the log.',
})
export class ViewInput {
  @Field(() => DateScalar, { description: 'The day on which we ask what holds.' })
  date!: Day;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Only what the public could know by the end of this day counts. Left out: everything up to the basis.',
  })
  knownAt?: Day | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: '`knownAt` follows `date`; refused beside a `knownAt`.',
  })
  asLived?: boolean | null;
  @Field(() => BasisScalar, {
    nullable: true,
    description: 'The prefix of the log to answer from. Left out: all of it.',
  })
  basis?: string | null;
  @Field(() => ReadingEnum, { nullable: true, defaultValue: 'NOMINAL' })
  reading?: Reading | null;
  @Field(() => TrackEnum, { nullable: true, defaultValue: 'LEGAL' })
  track?: Track | null;
}

/** Resolves the view once, for the question and everything nested in it. @throws InvalidView, UnknownBasis */
export function askedBy(
  timelines: Timelines,
  context: RequestContext,
  given: ViewInput,
): Asked & { readonly basis: string } {
  const { timeline, basis } = prefixOf(timelines, context, given.basis);
  const { date, knownAt, asLived, reading, track } = given;
  const view = viewOf({
    date,
    knownAt: knownAt ?? null,
    asLived: asLived ?? false,
    reading: reading ?? 'NOMINAL',
    track: track ?? 'LEGAL',
  });
  return { timeline, view, basis };
}
