import { Field, ID, ObjectType } from '@nestjs/graphql';
import { type Family, type SubjectDescription, UnknownSubject } from '@policy-timeline/domain';
import type { Asked, From } from '../asked.js';
import { FamilyEnum } from '../enums.js';
import { Node } from './node.model.js';
import { Text } from './text.model.js';

@ObjectType({
  implements: () => [Node],
  description: 'An instrument, body, office, negotiation or anything else whose state the record follows.',
})
export class Subject {
  @Field(() => ID, { description: 'A path from general to particular, e.g. `tariff/us/reciprocal/JPN`.' })
  id!: string;
  @Field(() => Text)
  title!: Text;
  @Field(() => FamilyEnum)
  family!: Family;
  @Field(() => ID, { description: 'The topic whose coverage tells how far the record is complete.' })
  topic!: string;
  @Field(() => [ID], {
    description: 'Whom it concerns: ISO 3166-1 alpha-3, `org:` ids, or `*` for everyone.',
  })
  partners!: readonly string[];
  @Field(() => [ID], { description: 'Who acts, e.g. `USA`.' })
  authorities!: readonly string[];
}

export type SubjectNode = SubjectDescription & From;

export function subjectNode(from: Asked, id: string): SubjectNode {
  return { ...from.timeline.subject(id), from };
}

export function subjectIfAny(from: Asked, id: string): SubjectNode | null {
  try {
    return subjectNode(from, id);
  } catch (error) {
    if (error instanceof UnknownSubject) return null;
    throw error;
  }
}
