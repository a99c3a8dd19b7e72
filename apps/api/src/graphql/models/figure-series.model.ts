import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Day, FigureSeries as Series } from '@policy-timeline/domain';
import type { Asked } from '../asked.js';
import { DateScalar } from '../scalars/date.scalar.js';
import { eventNode, PolicyEvent } from './policy-event.model.js';
import { Text } from './text.model.js';

@ObjectType({ description: 'One figure of a series, for one period.' })
export class Figure {
  @Field(() => Float, { description: 'In the unit of its series. Example: -68467.' })
  amount!: number;
  @Field(() => Int, { description: 'The year in which its period begins. Example: 2024.' })
  year!: number;
  @Field(() => DateScalar, { description: 'The day from which the public could know it.' })
  knownFrom!: Day;
  @Field(() => PolicyEvent, { description: 'The observation, with its source.' })
  decidedBy!: PolicyEvent;
}

@ObjectType({ description: 'One kind of figure about a country or bloc over time.' })
export class FigureSeries {
  @Field(() => ID, { description: 'Example: `indicator/us-goods-trade/MEX#balance`.' })
  slot!: string;
  @Field(() => Text, { description: 'The table the figures stand in.' })
  title!: Text;
  @Field(() => String, {
    nullable: true,
    description: 'What is counted. Example: `balance`, `exports`, `military-spending`.',
  })
  attribute!: string | null;
  @Field(() => String, {
    description: '`usdMillion`: millions of US dollars; `percentOfGdp`; `percent` …',
  })
  unit!: string;
  @Field(() => [Figure], { description: 'Oldest first, up to the day of the view.' })
  figures!: readonly Figure[];
}

export function figureSeriesNode(from: Asked, { figures, ...series }: Series): FigureSeries {
  return {
    ...series,
    figures: figures.map(({ amount, year, knownFrom, event }) => ({
      amount,
      year,
      knownFrom,
      decidedBy: eventNode(from, event) as PolicyEvent,
    })),
  };
}
