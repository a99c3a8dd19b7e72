import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { SlotReading, Status } from '@policy-timeline/domain';

@ObjectType({ description: 'How many slots that pass the filter read what, whatever page is asked for.' })
export class StateCounts {
  @Field(() => Int, { description: 'Slots that pass the filter, those not in force included.' })
  total!: number;
  @Field(() => Int)
  inForce!: number;
  @Field(() => Int)
  suspended!: number;
  @Field(() => Int)
  scheduled!: number;
  @Field(() => Int)
  ended!: number;
  @Field(() => Int)
  expired!: number;
  @Field(() => Int)
  superseded!: number;
  @Field(() => Int)
  neverTookEffect!: number;
  @Field(() => Int)
  dateOpen!: number;
  @Field(() => Int)
  threatened!: number;
  @Field(() => Int)
  proposed!: number;
  @Field(() => Int)
  unknown!: number;
  @Field(() => Int)
  notInForce!: number;
  @Field(() => Int, { description: 'Of all statuses: readings of a day beyond what was known or covered.' })
  projected!: number;
  @Field(() => Int, { description: 'Of all statuses: readings inside the window of an imprecise date.' })
  possible!: number;
}

export function countsOf(readings: readonly SlotReading[]): StateCounts {
  const count = (test: (reading: SlotReading) => boolean): number => readings.filter(test).length;
  const of = (status: Status): number => count((reading) => reading.status === status);
  return {
    total: readings.length,
    inForce: of('IN_FORCE'),
    suspended: of('SUSPENDED'),
    scheduled: of('SCHEDULED'),
    ended: of('ENDED'),
    expired: of('EXPIRED'),
    superseded: of('SUPERSEDED'),
    neverTookEffect: of('NEVER_TOOK_EFFECT'),
    dateOpen: of('DATE_OPEN'),
    threatened: of('THREATENED'),
    proposed: of('PROPOSED'),
    unknown: of('UNKNOWN'),
    notInForce: of('NOT_IN_FORCE'),
    projected: count(({ projected }) => projected),
    possible: count(({ certainty }) => certainty === 'POSSIBLE'),
  };
}
