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

@ObjectType({
  description:
    'What a row shows to be missing in an event of the record, as a document that was printed again: an erratum, not yet written.',
})
export class ImportCorrection {
  @Field(() => ID, {
    description: 'The `idempotencyKey` for `correctEvent`: the same row gives the same one in every import.',
  })
  id!: string;
  @Field(() => Int, { description: 'Line of the file on which the row begins, from 1.' })
  line!: number;
  @Field(() => ID, { description: 'The event of the record, for `correctEvent`.' })
  target!: string;
  @Field(() => ID, { description: 'The stream of the target, for `expected` of `correctEvent`.' })
  stream!: string;
  @Field(() => Text, { description: 'The title of the target, as the record has it.' })
  title!: Text;
  @Field(() => JsonScalar, {
    description: 'In the shape of `EventPatchInput`, for `correctEvent`. Example: `{ "sources": […] }`.',
  })
  patch!: unknown;
  @Field(() => Text, { description: 'Why the record was wrong, for `correctEvent`.' })
  reason!: Text;
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
  @Field(() => [ImportCorrection], {
    description: 'Of events in the record, in the order of the file; give each to `correctEvent`.',
  })
  corrections!: readonly ImportCorrection[];
  @Field(() => [ImportRowError])
  rowErrors!: readonly ImportRowError[];
  @Field(() => Int, { description: 'Rows whose event is in the record already, as the file has it.' })
  alreadyRecorded!: number;
}
