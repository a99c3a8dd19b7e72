import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Certainty, Day } from '@policy-timeline/domain';
import { CertaintyEnum } from '../../../graphql/enums.js';
import { DateSpec } from '../../../graphql/models/date-spec.model.js';
import { PolicyEvent } from '../../../graphql/models/policy-event.model.js';
import { Text } from '../../../graphql/models/text.model.js';
import { DateScalar } from '../../../graphql/scalars/date.scalar.js';
import { MarkEnum } from './marks.js';

@ObjectType({ description: 'An event behind a line, known and begun in the view.' })
export class Evidence {
  @Field(() => PolicyEvent, { description: 'The event whose account of the act projects.' })
  event!: PolicyEvent;
  @Field(() => PolicyEvent, {
    description: 'The event that puts the act into this system; another account of it, or the same.',
  })
  toldBy!: PolicyEvent;
  @Field(() => Text)
  title!: Text;
  @Field(() => DateSpec, { description: 'When it began, as the source gives it.' })
  from!: DateSpec;
  @Field(() => CertaintyEnum, {
    description: 'POSSIBLE while the date asked for lies inside the window of the start.',
  })
  certainty!: Certainty;
  @Field(() => MarkEnum, { nullable: true, description: 'Null: a fact.' })
  asMarked!: string | null;
}

@ObjectType({ description: 'A figure with its period and the observation it rests on.' })
export class SystemFigure {
  @Field(() => ID)
  slot!: string;
  @Field(() => Float, { description: 'In `unit`.' })
  amount!: number;
  @Field(() => String, { description: '`usdMillion`: millions of US dollars; `percent`; `percentOfGdp` …' })
  unit!: string;
  @Field(() => Int, { description: 'The year in which its period begins.' })
  year!: number;
  @Field(() => PolicyEvent, { description: 'The observation, with its source.' })
  event!: PolicyEvent;
  @Field(() => DateScalar, { description: 'The day from which the public could know it.' })
  knownFrom!: Day;
}

@ObjectType({ description: 'The paper that draws up a system: an author’s opinion.' })
export class SystemFrame {
  @Field(() => PolicyEvent, { nullable: true, description: 'The paper; null: the record does not hold it.' })
  event!: PolicyEvent | null;
  @Field(() => MarkEnum, { description: 'OPINION.' })
  asMarked!: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day from which the paper was public.' })
  knownFrom!: Day | null;
  @Field(() => Boolean, {
    description:
      'Whether the paper was public in the view; the acts it speaks of may have been known before.',
  })
  published!: boolean;
}
