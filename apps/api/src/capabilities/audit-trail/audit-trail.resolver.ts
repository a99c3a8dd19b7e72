import { Inject } from '@nestjs/common';
import { Args, Context, Int, Query, Resolver } from '@nestjs/graphql';
import { Access } from '../../auth/access.js';
import type { NotedAttempt } from '../../auth/audit-trail.js';
import type { RequestContext } from '../../graphql/context.js';
import { ApiError } from '../../graphql/errors.js';
import { checkPageSize } from '../../graphql/pages.js';
import { AuditConnection } from './audit-trail.model.js';

@Resolver(() => AuditConnection)
export class AuditTrailResolver {
  constructor(@Inject(Access) private readonly access: Access) {}

  @Query(() => AuditConnection, {
    description: 'Every attempt to write, accepted or refused, newest first. Needs the role admin.',
  })
  async auditTrail(
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context() context: RequestContext,
  ): Promise<AuditConnection> {
    context.confidential = true;
    await this.access.requireToRead(context, 'admin', 'auditTrail');
    checkPageSize(first);
    const found = this.access.audit.newest(first + 1, after == null ? undefined : offsetIn(after));
    const edges = found.slice(0, first).map((attempt) => ({
      cursor: Buffer.from(`a:${attempt.offset}`).toString('base64url'),
      node: entryOf(attempt),
    }));
    return {
      edges,
      pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    };
  }
}

function entryOf({ offset: _offset, codes, idempotencyKey, fileName, positions, ...attempt }: NotedAttempt) {
  return {
    ...attempt,
    codes: codes ?? [],
    idempotencyKey: idempotencyKey ?? null,
    fileName: fileName ?? null,
    positions: positions ?? [],
  };
}

function offsetIn(cursor: string): number {
  const offset = /^a:(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  if (offset === undefined)
    throw new ApiError(
      'INVALID_INPUT',
      `after: "${cursor.slice(0, 60)}" is not a cursor; use the endCursor of the page before, or leave it out for the newest attempts.`,
    );
  return Number(offset);
}
