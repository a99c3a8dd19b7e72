import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Asked } from '../asked.js';
import { Text } from './text.model.js';

@ObjectType({
  description: 'An erratum: our record of an event was wrong. It moves with the basis, not with days.',
})
export class Correction {
  @Field(() => ID, { description: 'Id of the erratum itself.' })
  id!: string;
  @Field(() => Int, { description: 'Its place in the log: answers with an earlier basis do not know it.' })
  position!: number;
  @Field(() => Text, { description: 'Why the record was wrong.' })
  reason!: Text;
  @Field(() => [String], { description: 'Names of the fields it replaces. Example: `["effective"]`.' })
  fields!: readonly string[];
}

/** Newest first; an erratum that was itself voided is left out. */
export function correctionsOf({ timeline }: Asked, target: string): Correction[] {
  return timeline.record.recordEvents
    .flatMap(({ event, position }) =>
      event.type === 'EventCorrected' && event.target === target
        ? [{ id: event.id, position, reason: event.reason, fields: Object.keys(event.patch).sort() }]
        : [],
    )
    .sort((a, b) => b.position - a.position);
}
