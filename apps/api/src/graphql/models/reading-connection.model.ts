import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../pages.js';
import { PolicyReading } from './policy-reading.model.js';

@ObjectType()
export class ReadingEdge {
  @Field(() => String)
  cursor!: string;
  @Field(() => PolicyReading)
  node!: PolicyReading;
}

@ObjectType({ description: 'Readings by slot id.' })
export class ReadingConnection {
  @Field(() => [ReadingEdge])
  edges!: readonly ReadingEdge[];
  @Field(() => PageInfo)
  pageInfo!: PageInfo;
  @Field(() => Int)
  totalCount!: number;
}
