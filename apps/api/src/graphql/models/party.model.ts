import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { PartyId } from '@policy-timeline/domain';
import type { Asked } from '../asked.js';
import { Node } from './node.model.js';
import { Text } from './text.model.js';

@ObjectType({
  implements: () => [Node],
  description: 'A country, a bloc or another body, and what it is called.',
})
export class Party {
  @Field(() => ID, {
    description: 'ISO 3166-1 alpha-3, an `org:` id, or `*` for everyone. Example: `JPN`, `org:eu`.',
  })
  id!: string;
  @Field(() => Text, {
    description: 'Example: `{ en: "Japan", ja: "日本" }`; the id itself where the record has no name.',
  })
  name!: Text;
}

export function partyNode({ timeline }: Asked, id: PartyId): Party {
  return { id, name: timeline.record.parties.get(id) ?? { en: id, ja: id } };
}
