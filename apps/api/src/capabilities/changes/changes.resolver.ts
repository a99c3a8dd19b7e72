import { Inject } from '@nestjs/common';
import { Args, Context, Int, Query, Resolver } from '@nestjs/graphql';
import { type Change as Found, type LogEvent, nextChange, previousChange } from '@policy-timeline/domain';
import type { Recorded } from '@policy-timeline/event-store';
import { filterOf, newestView, prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { ApiError } from '../../graphql/errors.js';
import { ReadingFilter } from '../../graphql/inputs/reading-filter.input.js';
import { askedBy, ViewInput } from '../../graphql/inputs/view.input.js';
import { eventNode } from '../../graphql/models/policy-event.model.js';
import { checkPageSize } from '../../graphql/pages.js';
import { aimedAt } from '../../timeline/aimed-at.js';
import { basisToken } from '../../timeline/basis.js';
import { Timelines } from '../../timeline/timelines.js';
import { Change, LoggedChange } from './changes.model.js';

@Resolver(() => Change)
export class ChangesResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => Change, {
    nullable: true,
    description:
      'The first day after the view’s date on which a reading that passes the filter changes; null when none is known.',
  })
  nextChange(
    @Args('view', { type: () => ViewInput }) view: ViewInput,
    @Args('filter', { type: () => ReadingFilter, nullable: true }) filter: ReadingFilter | null,
    @Context() context: RequestContext,
  ): Found | null {
    const asked = askedBy(this.timelines, context, view);
    return nextChange(asked.timeline, asked.view, filterOf(filter));
  }

  @Query(() => Change, {
    nullable: true,
    description: 'The last day before the view’s date on which a reading that passes the filter changed.',
  })
  previousChange(
    @Args('view', { type: () => ViewInput }) view: ViewInput,
    @Args('filter', { type: () => ReadingFilter, nullable: true }) filter: ReadingFilter | null,
    @Context() context: RequestContext,
  ): Found | null {
    const asked = askedBy(this.timelines, context, view);
    return previousChange(asked.timeline, asked.view, filterOf(filter));
  }

  @Query(() => [LoggedChange], {
    description: 'Records of the log after a position, in order; -1 begins at the first.',
  })
  changes(
    @Args('after', { type: () => Int }) after: number,
    @Args('first', { type: () => Int, defaultValue: 100, description: '1 to 200.' }) first: number,
    @Context() context: RequestContext,
  ): LoggedChange[] {
    checkPageSize(first);
    const { timeline, position: newest } = prefixOf(this.timelines, context, null);
    const from = { timeline, view: newestView(timeline) };
    if (after < -1)
      throw new ApiError(
        'INVALID_RANGE',
        `after: ${after} is no position; write the last one you have, or -1 to begin at the first record.`,
      );
    const start = after + 1;
    const count = Math.max(0, Math.min(start + first, newest + 1) - start);
    return Array.from({ length: count }, (_, i) => {
      const record = this.timelines.recordAt(start + i) as Recorded<LogEvent>;
      const { position, stream, revision, event, recordedAt, hash } = record;
      const target = 'target' in event && typeof event.target === 'string' ? event.target : null;
      return {
        position,
        basis: basisToken(position, hash),
        stream,
        revision,
        eventId: event.id,
        type: event.type,
        target,
        recordedAt,
        event: eventNode(from, aimedAt(this.timelines, record)),
      };
    });
  }
}
