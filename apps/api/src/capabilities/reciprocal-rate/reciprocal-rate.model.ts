import { ArgsType, Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ArgsType()
export class ReciprocalRateArguments {
  @Field(() => Float, { description: 'US imports from the partner, millions of US dollars a year.' })
  importsUsdMillion!: number;
  @Field(() => Float, { description: 'US exports to the partner, millions of US dollars a year.' })
  exportsUsdMillion!: number;
  @Field(() => Float, { defaultValue: 4, description: 'Price elasticity of import demand, ε.' })
  elasticity!: number;
  @Field(() => Float, { defaultValue: 0.25, description: 'Pass-through of tariffs to import prices, φ.' })
  passThrough!: number;
}

@ObjectType({ description: 'The reciprocal formula of April 2025, worked out. Percent throughout.' })
export class ReciprocalRate {
  @Field(() => Float)
  elasticity!: number;
  @Field(() => Float)
  passThrough!: number;
  @Field(() => Float, { description: '(x − m) ÷ (ε·φ·m), as printed: negative for a US deficit.' })
  asPrintedPercent!: number;
  @Field(() => Float, {
    description: 'With the sign that gives the stated result: the deficit over imports, not below 0.',
  })
  asStatedPercent!: number;
  @Field(() => Float, {
    description: 'Half of it: neither formula nor paper halves, the published rates do.',
  })
  halvedPercent!: number;
  @Field(() => Float)
  floorPercent!: number;
  @Field(() => Int, {
    description:
      'The half rounded up, not below the floor: reproduces 56 of 57 rates of the annex of 2 April 2025.',
  })
  ceilingOfHalf!: number;
  @Field(() => Int, {
    description:
      'The share rounded first, then its half rounded up: reproduces 55 of 57 rates of the corrected annex.',
  })
  ceilingOfHalfOfRounded!: number;
}
