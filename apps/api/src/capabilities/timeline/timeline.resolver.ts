import { Inject } from '@nestjs/common';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { type Day, dayRange, intervalsOf, type View } from '@policy-timeline/domain';
import { newestView, prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { AxisEnum } from '../../graphql/enums.js';
import { askedBy, ViewInput } from '../../graphql/inputs/view.input.js';
import { readingNode } from '../../graphql/models/policy-reading.model.js';
import { DateScalar } from '../../graphql/scalars/date.scalar.js';
import { Timelines } from '../../timeline/timelines.js';
import { Interval } from './timeline.model.js';

type Axis = 'VALID' | 'KNOWN';

@Resolver(() => Interval)
export class TimelineResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => [Interval], {
    description:
      'One subject along an axis, slot by slot. An unknown subject is refused with UNKNOWN_SUBJECT.',
  })
  timeline(
    @Args('subject', {
      type: () => ID,
      description: 'A subject or one of its slots, e.g. `tariff/us/reciprocal/JPN`.',
    })
    subject: string,
    @Args('axis', { type: () => AxisEnum, nullable: true, defaultValue: 'VALID' }) axis: Axis | null,
    @Args('from', { type: () => DateScalar, nullable: true }) from: Day | null,
    @Args('until', {
      type: () => DateScalar,
      nullable: true,
      description: 'The first day that no longer counts.',
    })
    until: Day | null,
    @Args('view', {
      type: () => ViewInput,
      nullable: true,
      description: 'Left out: the newest known day, with everything known.',
    })
    given: ViewInput | null,
    @Context() context: RequestContext,
  ): Interval[] {
    const { timeline, view } = given ? askedBy(this.timelines, context, given) : this.#newest(context);
    const range = dayRange(from ?? null, until ?? null, 'from, until');
    const slots = timeline.table(view.reading, view.track).slotIndex.has(subject)
      ? [subject]
      : timeline.slotIdsOf(timeline.subject(subject).id);
    return slots.flatMap((slot) =>
      intervalsOf(timeline, slot, axis ?? 'VALID', view, range).map((interval) => ({
        slot,
        from: interval.from,
        until: interval.until,
        reading: readingNode(
          { timeline, view: viewAt(view, axis ?? 'VALID', interval.from) },
          interval.reading,
        ),
      })),
    );
  }

  #newest(context: RequestContext) {
    const { timeline } = prefixOf(this.timelines, context, null);
    return { timeline, view: newestView(timeline) };
  }
}

/** The view of an interval's first day: what nested fields are answered from. */
function viewAt(view: View, axis: Axis, day: Day | null): View {
  if (day === null) return view;
  return axis === 'VALID' ? { ...view, date: day } : { ...view, knownAt: day, asLived: false };
}
