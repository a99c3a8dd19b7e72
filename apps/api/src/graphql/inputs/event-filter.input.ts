import { Field, ID, InputType } from '@nestjs/graphql';
import {
  type Day,
  type Direction,
  dayRange,
  eventPasses,
  type Modality,
  parsePartialDate,
  type SettledEvent,
  type Timeline,
  untilOf,
} from '@policy-timeline/domain';
import { filterOf } from '../asked.js';
import { DirectionEnum, ModalityEnum } from '../enums.js';
import { DateScalar } from '../scalars/date.scalar.js';
import { ReadingFilter } from './reading-filter.input.js';

@InputType({ description: 'Every list given narrows the answer. `statuses` does not apply to events.' })
export class EventFilter extends ReadingFilter {
  @Field(() => [String], { nullable: true, description: 'Event types, e.g. `TariffOrdered`.' })
  types?: string[] | null;
  @Field(() => [ModalityEnum], { nullable: true })
  modalities?: Modality[] | null;
  @Field(() => [DirectionEnum], { nullable: true })
  directions?: Direction[] | null;
  @Field(() => [ID], { nullable: true, description: 'Ids of sources that must be cited, e.g. `paper-000`.' })
  sources?: string[] | null;
  @Field(() => DateScalar, { nullable: true, description: 'Events that may begin on this day or later.' })
  from?: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Events that may begin before this day.' })
  until?: Day | null;
}

/** The filter as a test of events. @throws InvalidRange */
export function eventTest(
  filter: EventFilter | null | undefined,
): (timeline: Timeline, settled: SettledEvent) => boolean {
  const { types, modalities, directions, sources, from, until, ...reading } = filter ?? {};
  dayRange(from ?? null, until ?? null, 'filter');
  const given = <T>(list: readonly T[] | null | undefined, test: (list: readonly T[]) => boolean): boolean =>
    list == null || list.length === 0 || test(list);
  return (timeline, { event }) =>
    given(types, (list) => list.includes(event.type)) &&
    given(modalities, (list) => list.includes(event.modality)) &&
    given(directions, (list) => list.includes(event.direction)) &&
    given(sources, (list) => event.sources.some(({ id }) => list.includes(id))) &&
    ((from ?? until ?? null) === null ||
      beginsWithin(event.effective.from.date, from ?? null, until ?? null)) &&
    eventPasses(timeline, event, filterOf(reading));
}

function beginsWithin(text: string | null, from: Day | null, until: Day | null): boolean {
  if (text === null) return false;
  const date = parsePartialDate(text);
  return (
    (until === null || date.first < until) && (from === null || untilOf(date) > from || date.last >= from)
  );
}
