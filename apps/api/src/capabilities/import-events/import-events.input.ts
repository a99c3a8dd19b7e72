import { Field, InputType } from '@nestjs/graphql';
import { ImportKindEnum } from '../../graphql/enums.js';
import type { ImportKind } from '../../store/seeding/import-files.js';

@InputType({
  description:
    'A file to read. Example: `{ kind: FEDERAL_REGISTER, fileName: "documents.json", content: "{ \\"results\\": [ … ] }" }`.',
})
export class ImportEventsInput {
  @Field(() => ImportKindEnum)
  kind!: ImportKind;
  @Field(() => String, {
    description:
      'The whole text of the file. A request holds 256 kB; larger files are imported by `npm run import`.',
  })
  content!: string;
  @Field(() => String, { nullable: true, description: 'For the audit trail. Example: `documents.json`.' })
  fileName?: string | null;
}
