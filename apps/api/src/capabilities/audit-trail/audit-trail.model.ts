import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { AttemptOutcome } from '../../auth/audit-trail.js';
import { AttemptOutcomeEnum } from '../../graphql/enums.js';

@ObjectType({ description: 'One attempt to write, accepted or refused. Holds no token and no content.' })
export class AuditEntry {
  @Field(() => String, {
    description: 'By the clock of the server, ISO 8601. Informative: it orders nothing.',
  })
  at!: string;
  @Field(() => String, { description: 'Example: `appendEvents`.' })
  operation!: string;
  @Field(() => String, {
    description: '`POST`, `GET`, `STREAM`, or `COMMAND` for a command of this installation.',
  })
  transport!: string;
  @Field(() => String, { nullable: true, description: 'Opaque; null: nobody showed a token that holds.' })
  actor!: string | null;
  @Field(() => String, { nullable: true })
  role!: string | null;
  @Field(() => AttemptOutcomeEnum)
  outcome!: AttemptOutcome;
  @Field(() => [String], { description: 'Codes of a refusal. Example: `["UNAUTHENTICATED"]`.' })
  codes!: readonly string[];
  @Field(() => String, { nullable: true })
  idempotencyKey!: string | null;
  @Field(() => String, { nullable: true, description: 'Of an imported file.' })
  fileName!: string | null;
  @Field(() => [Int], { description: 'Where the events stand in the log, when they were accepted.' })
  positions!: readonly number[];
  @Field(() => String, {
    nullable: true,
    description: 'The request, as in `X-Trace-Id` and the server’s log.',
  })
  traceId!: string | null;
}

@ObjectType()
export class AuditEdge {
  @Field(() => String)
  cursor!: string;
  @Field(() => AuditEntry)
  node!: AuditEntry;
}

@ObjectType()
export class AuditPageInfo {
  @Field(() => Boolean, { description: 'Whether there are older attempts.' })
  hasNextPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Give it as `after` for older ones.' })
  endCursor!: string | null;
}

@ObjectType({ description: 'Attempts to write, newest first.' })
export class AuditConnection {
  @Field(() => [AuditEdge])
  edges!: readonly AuditEdge[];
  @Field(() => AuditPageInfo)
  pageInfo!: AuditPageInfo;
}
