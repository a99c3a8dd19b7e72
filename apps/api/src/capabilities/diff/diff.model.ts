import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { ReadingFilter } from '../../graphql/inputs/reading-filter.input.js';
import { ViewInput } from '../../graphql/inputs/view.input.js';
import { Coverage } from '../../graphql/models/coverage.model.js';
import { DiffRow } from '../../graphql/models/diff-row.model.js';
import { PageInfo } from '../../graphql/pages.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';

@ArgsType()
export class DiffArguments {
  @Field(() => ViewInput)
  a!: ViewInput;
  @Field(() => ViewInput)
  b!: ViewInput;
  @Field(() => ReadingFilter, { nullable: true })
  filter?: ReadingFilter | null;
  @Field(() => Int, { defaultValue: 50, description: 'Page size, 1 to 200.' })
  first!: number;
  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' })
  after?: string | null;
}

@ObjectType()
export class DiffEdge {
  @Field(() => String)
  cursor!: string;
  @Field(() => DiffRow)
  node!: DiffRow;
}

@ObjectType({ description: 'How many rows of each kind there are, whatever page is asked for.' })
export class DiffCounts {
  @Field(() => Int)
  world!: number;
  @Field(() => Int)
  plan!: number;
  @Field(() => Int)
  learned!: number;
  @Field(() => Int)
  corrected!: number;
}

@ObjectType({
  description: 'The way from a to b: first our corrections, then what was learned, then what happened.',
})
export class Diff {
  @Field(() => BasisScalar, { description: 'Basis of a.' })
  basisA!: string;
  @Field(() => BasisScalar, { description: 'Basis of b.' })
  basisB!: string;
  @Field(() => DiffCounts)
  counts!: DiffCounts;
  @Field(() => [DiffEdge])
  edges!: readonly DiffEdge[];
  @Field(() => [DiffRow], { description: 'The nodes of `edges`.' })
  rows!: readonly DiffRow[];
  @Field(() => PageInfo)
  pageInfo!: PageInfo;
  @Field(() => Int)
  totalCount!: number;
  @Field(() => [Coverage])
  coverage!: readonly Coverage[];
}
