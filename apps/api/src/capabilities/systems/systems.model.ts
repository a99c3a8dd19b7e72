import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import type { Asked, From } from '../../graphql/asked.js';
import { ViewInput } from '../../graphql/inputs/view.input.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';

@ArgsType()
export class SystemsArguments extends ViewInput {}

@ObjectType({
  description:
    'The analytical systems of the papers, each worked out for the day asked about by what was known: every line names its events, advice and opinion are marked. The quadrant chart and the reciprocal formula have fields of their own.',
})
export class PaperSystems {
  @Field(() => BasisScalar)
  basis!: string;
}

export interface PaperSystemsNode extends PaperSystems, From {
  readonly from: Asked;
}
