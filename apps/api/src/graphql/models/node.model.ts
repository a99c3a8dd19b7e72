import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** What a node object of `node(id)` carries beside its fields, so that its type is known. */
export interface TypedNode {
  readonly __typename: string;
}

@InterfaceType({
  description: 'Anything that can be asked for again by its id alone, with `node(id)`.',
  resolveType: (node: TypedNode) => node.__typename,
})
export abstract class Node {
  @Field(() => ID, {
    description: 'No two objects of the record share one. Example: `tariff/us/reciprocal/JPN`.',
  })
  id!: string;
}
