import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Access } from '../../auth/access.js';
import type { RequestContext } from '../../graphql/context.js';
import { ApiError } from '../../graphql/errors.js';
import { readImport } from '../../store/seeding/import-files.js';
import { Timelines } from '../../timeline/timelines.js';
import { ImportEventsInput } from './import-events.input.js';
import {
  type ImportCorrection,
  type ImportDraft,
  ImportEventsPayload,
  type ImportRowError,
} from './import-events.model.js';

/** What an editor can look through in one sitting; more are for `npm run import`. */
const MOST_ROWS = 1000;

@Resolver(() => ImportEventsPayload)
export class ImportEventsResolver {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(Timelines) private readonly timelines: Timelines,
  ) {}

  @Mutation(() => ImportEventsPayload, {
    description:
      'Reads a file and gives drafts of events, compared with the record; writes nothing: edit the drafts and give them to appendEvents, and the corrections to correctEvent. Needs the role editor.',
  })
  async importEvents(
    @Args('input') { kind, content, fileName }: ImportEventsInput,
    @Context() context: RequestContext,
  ): Promise<ImportEventsPayload> {
    const operation = 'importEvents';
    const actor = await this.access.require(context, 'editor', operation);
    const { timeline } = this.timelines.current;
    const record = {
      event: (id: string) => timeline.event(id)?.event,
      used: (id: string) => timeline.recordOf(id) !== undefined,
    };
    const importedOn = new Date().toISOString().slice(0, 10);
    const file = { importedOn, ...(fileName && { fileName }) };
    const drafts: ImportDraft[] = [];
    const corrections: ImportCorrection[] = [];
    const rowErrors: ImportRowError[] = [];
    let alreadyRecorded = 0;
    for await (const row of readImport(kind, () => [content], record, file)) {
      if (row.kind === 'DRAFT') drafts.push({ ...row.draft, title: row.draft.event.title });
      else if (row.kind === 'CORRECTION') corrections.push(row.correction);
      else if (row.kind === 'ERROR') rowErrors.push(row.error);
      else alreadyRecorded++;
      if (drafts.length + corrections.length + rowErrors.length > MOST_ROWS)
        throw new ApiError(
          'INVALID_INPUT',
          `content: there are more than ${MOST_ROWS} rows; give fewer at once, or import the file with npm run import.`,
        );
    }
    this.access.audit.note({
      operation,
      transport: context.transport,
      actor: actor.id,
      role: actor.role,
      outcome: 'DRAFTED',
      ...(fileName && { fileName: fileName.slice(0, 200) }),
    });
    return { drafts, corrections, rowErrors, alreadyRecorded };
  }
}
