import { Field, ObjectType } from '@nestjs/graphql';
import { DiffRow } from '../../graphql/models/diff-row.model.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';

@ObjectType({ description: 'What an append changed in a view.' })
export class ViewChange {
  @Field(() => BasisScalar, { description: 'The prefix that ends with the append.' })
  basis!: string;
  @Field(() => [DiffRow], { description: 'The view before the append against the view after it.' })
  rows!: readonly DiffRow[];
}
