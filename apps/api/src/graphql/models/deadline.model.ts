import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  type Day,
  type DeadlineKind,
  type Deadline as Expected,
  type Firmness,
  type Modality,
  type Outcome,
  type SlotId,
  slotsOn,
} from '@policy-timeline/domain';
import type { Asked } from '../asked.js';
import { DeadlineKindEnum, EdgeEnum, FirmnessEnum, ModalityEnum, OutcomeEnum } from '../enums.js';
import { DateScalar } from '../scalars/date.scalar.js';
import { PartialDateScalar } from '../scalars/partial-date.scalar.js';
import { type EventNode, eventNode, PolicyEvent } from './policy-event.model.js';

@ObjectType({ description: 'A dated expectation, seen from a day before it.' })
export class Deadline {
  @Field(() => ID, {
    description:
      'Stays the same when the date moves: the event and which of its days is meant; with `ofEffects` that day itself is part of it. `date` is the day that this event gives; the act that moved it is `outcomeBy`.',
  })
  id!: string;
  @Field(() => PolicyEvent)
  event!: PolicyEvent;
  @Field(() => EdgeEnum, { description: 'Which of the event’s days is meant.' })
  edge!: string;
  @Field(() => Boolean, {
    description:
      'The day is that of `slots` alone: a later step of the act, or an end of its own for one of its parts.',
  })
  ofEffects!: boolean;
  @Field(() => [ID], {
    description:
      'The slots whose day it is. Of an event’s own day those that the event gives no day of their own; none for what does nothing to slots, a meeting for example.',
  })
  slots!: readonly SlotId[];
  @Field(() => DeadlineKindEnum)
  kind!: DeadlineKind;
  @Field(() => FirmnessEnum)
  firmness!: Firmness;
  @Field(() => ModalityEnum)
  modality!: Modality;
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'As the source gives it; null with NO_DATE.',
  })
  date!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'First day on which it may fall.' })
  earliest!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day on which it may fall.' })
  latest!: Day | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Days from the asked date to the first possible day; 0 inside the window.',
  })
  daysLeft!: number | null;
  @Field(() => DateScalar)
  knownFrom!: Day;
  @Field(() => OutcomeEnum, {
    nullable: true,
    description: 'Null when asked without hindsight, or when its day has not come.',
  })
  outcome!: Outcome | null;
  @Field(() => PolicyEvent, { nullable: true, description: 'The event that moved, ended or fulfilled it.' })
  outcomeBy!: PolicyEvent | null;
}

export function deadlineNode(from: Asked, deadline: Expected): Deadline {
  const event = eventNode(from, deadline.event) as EventNode;
  return {
    ...deadline,
    event,
    get slots() {
      return slotsOn(from.timeline, deadline, from.view.track);
    },
    modality: event.modality,
    outcomeBy: eventNode(from, deadline.outcomeBy),
  };
}
