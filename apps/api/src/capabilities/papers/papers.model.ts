import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PolicyEvent, Source } from '../../graphql/models/policy-event.model.js';

@ObjectType({ description: 'A dated source document and what the record takes from it.' })
export class Paper {
  @Field(() => Source, { description: 'Who wrote it, when, and where it appeared.' })
  source!: Source;
  @Field(() => Int, { description: 'Events that cite it.' })
  eventCount!: number;
  @Field(() => [PolicyEvent], { description: 'Those events, in order of the log.' })
  events!: readonly PolicyEvent[];
}
