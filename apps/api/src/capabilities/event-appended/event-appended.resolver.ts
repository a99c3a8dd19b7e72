import { Inject } from '@nestjs/common';
import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';
import { diff, viewOf } from '@policy-timeline/domain';
import { filterOf, newestView } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { ApiError } from '../../graphql/errors.js';
import { EventFilter, eventTest } from '../../graphql/inputs/event-filter.input.js';
import { ReadingFilter } from '../../graphql/inputs/reading-filter.input.js';
import { ViewInput } from '../../graphql/inputs/view.input.js';
import { diffRow } from '../../graphql/models/diff-row.model.js';
import { type EventNode, eventNode, PolicyEvent } from '../../graphql/models/policy-event.model.js';
import { aimedAt } from '../../timeline/aimed-at.js';
import type { Prefix } from '../../timeline/prefix.js';
import { Timelines } from '../../timeline/timelines.js';
import { ViewChange } from './event-appended.model.js';
import { followLog } from './follow-log.js';

/** Fed by the log's subscription through the timelines, so every way of appending is heard. */
@Resolver(() => ViewChange)
export class EventAppendedResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Subscription(() => PolicyEvent, {
    description:
      'Every policy event as it is appended, and again when an erratum, or the void of one, changes it.',
    resolve: (node: unknown) => node,
  })
  eventAppended(
    @Args('filter', { type: () => EventFilter, nullable: true }) filter: EventFilter | null,
    @Context() context: RequestContext,
  ): AsyncIterableIterator<EventNode> {
    const passes = eventTest(filter);
    return followLog(this.timelines, context, (reached) => {
      const { timeline, position: newest } = this.timelines.current;
      for (let position = reached + 1; position <= newest; position++) {
        const record = this.timelines.recordAt(position);
        const id = record === undefined ? null : aimedAt(this.timelines, record);
        const settled = id === null ? undefined : timeline.event(id);
        if (settled && passes(timeline, settled))
          return { message: eventNode({ timeline, view: newestView(timeline) }, id), position };
      }
      return { message: null, position: newest };
    });
  }

  @Subscription(() => ViewChange, {
    description: 'What each append changes in a view without a basis; silent when it changes nothing there.',
    resolve: (change: unknown) => change,
  })
  viewChanged(
    @Args('view', { type: () => ViewInput }) given: ViewInput,
    @Args('filter', { type: () => ReadingFilter, nullable: true }) filter: ReadingFilter | null,
    @Context() context: RequestContext,
  ): AsyncIterableIterator<ViewChange> {
    if (given.basis != null)
      throw new ApiError(
        'INVALID_VIEW',
        'basis: a view with a basis never changes; leave it out to follow the log.',
      );
    const view = viewOf({
      date: given.date,
      knownAt: given.knownAt ?? null,
      asLived: given.asLived ?? false,
      reading: given.reading ?? 'NOMINAL',
      track: given.track ?? 'LEGAL',
    });
    const side = ({ timeline }: Prefix) => ({ timeline, view });
    // Weak, so that a reader who is slow holds no old timeline; its prefix is then made again.
    let last = new WeakRef(this.timelines.current);
    return followLog(this.timelines, context, (reached) => {
      const kept = last.deref();
      const before = kept?.position === reached ? kept : this.timelines.prefix(reached);
      const after = this.timelines.current;
      last = new WeakRef(after);
      const [a, b] = [side(before), side(after)];
      const rows = diff(a, b, filterOf(filter)).map((row) => diffRow(row, a, b));
      return { message: rows.length === 0 ? null : { basis: after.basis, rows }, position: after.position };
    });
  }
}
