import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Text } from '../../graphql/models/text.model.js';
import { JsonScalar } from '../../graphql/scalars/json.scalar.js';

@ObjectType({ description: 'An event made of a row of the file; nothing of it is written yet.' })
export class ImportDraft {
  @Field(() => ID, { description: 'Id of the event: the same row gives the same id in every import.' })
  id!: string;
  @Field(() => Int, { description: 'Line of the file on which the row begins, from 1.' })
  line!: number;
  @Field(() => Text, { description: 'Empty in a language that the source does not give.' })
  title!: Text;
  @Field(() => [String], {
    description:
      'Fields that the source does not give, or gives unclearly; look at them before appending. Example: `["effective", "title.ja"]`.',
  })
  needsReview!: readonly string[];
  @Field(() => JsonScalar, {
    description:
      'The event in the shape of `EventInput`: edit it, then give it to `appendEvents` in `events`, with its id as it is.',
  })
  event!: unknown;
}

@ObjectType({ description: 'A row that could not be read. The other rows are drafts all the same.' })
export class ImportRowError {
  @Field(() => Int, { description: 'From 1.' })
  line!: number;
  @Field(() => String, { description: 'Stable, for programs. Example: `INVALID_DATE`, `MISSING_FIELD`.' })
  code!: string;
  @Field(() => String, { description: 'What was given, where, and how to write it.' })
  reason!: string;
}

@ObjectType({ description: 'What a file would add to the record.' })
export class ImportEventsPayload {
  @Field(() => [ImportDraft], { description: 'In the order of the file.' })
  drafts!: readonly ImportDraft[];
  @Field(() => [ImportRowError])
  rowErrors!: readonly ImportRowError[];
  @Field(() => Int, { description: 'Rows whose event is in the record already, as the file has it.' })
  alreadyRecorded!: number;
}
