import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type Day, type Reading, type Track, type View, viewOf } from '@policy-timeline/domain';
import { type GraphQLField, type GraphQLFieldResolver, getNamedType, isInputObjectType } from 'graphql';
import { busyOf } from '../timeline/busy.js';
import { Timelines } from '../timeline/timelines.js';
import { filterOf } from './asked.js';
import type { RequestContext } from './context.js';
import { ApiError } from './errors.js';

/** The coordinates of a question as a root field is given them. */
interface Coordinates {
  readonly basis?: string | null;
  readonly date?: Day;
  readonly knownAt?: Day | null;
  readonly asLived?: boolean | null;
  readonly reading?: Reading | null;
  readonly track?: Track | null;
  readonly filter?: Parameters<typeof filterOf>[0];
}
type Arguments = Readonly<Record<string, unknown>>;

/**
 * A question whose version, table or lists are not there waits for them before its field is resolved, while other questions are
 * answered. Every root field that takes a basis or a view is seen to; where nothing is missing it is called at once.
 */
@Injectable()
export class PreparedQuestions implements OnApplicationBootstrap {
  constructor(
    @Inject(GraphQLSchemaHost) private readonly schemaHost: GraphQLSchemaHost,
    @Inject(Timelines) private readonly timelines: Timelines,
  ) {}

  onApplicationBootstrap(): void {
    const { schema } = this.schemaHost;
    for (const field of Object.values(schema.getQueryType()?.getFields() ?? {}))
      if (field.resolve) field.resolve = this.#afterwards(field, field.resolve);
    for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {}))
      if (field.subscribe) field.subscribe = this.#afterwards(field, field.subscribe);
  }

  #afterwards(
    field: GraphQLField<unknown, RequestContext>,
    resolve: GraphQLFieldResolver<unknown, RequestContext>,
  ): GraphQLFieldResolver<unknown, RequestContext> {
    const isOne = field.args.some(({ name }) => name === 'basis');
    const views = field.args
      .filter(({ type }) => {
        const input = getNamedType(type);
        return isInputObjectType(input) && 'basis' in input.getFields();
      })
      .map(({ name }) => name);
    if (!isOne && views.length === 0) return resolve;
    return (source, given: Arguments, context, info) => {
      const asked = views.map((name) => given[name] as Coordinates | null | undefined);
      if (isOne) asked.push(given);
      const wait = this.#prepare(asked, context);
      return wait
        ? wait.then(() => resolve(source, given, context, info))
        : resolve(source, given, context, info);
    };
  }

  /** Null: nothing is missing, or the field itself says what is wrong with the question. */
  #prepare(
    asked: readonly (Coordinates | null | undefined)[],
    context: RequestContext,
  ): Promise<unknown> | null {
    const waits: Promise<void>[] = [];
    for (const coordinates of asked) {
      if (!coordinates) continue;
      try {
        const { basis, filter } = coordinates;
        const from = basis ?? context.newest ?? this.timelines.current;
        const view = viewAsked(coordinates);
        const wait = this.timelines.prepareQuestion(from, view, view !== undefined, filterOf(filter));
        if (wait === null) continue;
        // By the time it is ready there may be a newer one.
        if (typeof from === 'object') context.newest = from;
        waits.push(wait);
      } catch {
        // Not a basis, or no view: said by the field.
      }
    }
    if (waits.length === 0) return null;
    return Promise.all(waits).catch((error) => {
      const busy = busyOf(error);
      if (!busy) throw error;
      if (busy.code === 'RATE_LIMITED') context.retryAfterSeconds = busy.retryAfterSeconds;
      throw new ApiError(busy.code, busy.message);
    });
  }
}

function viewAsked({ date, knownAt, asLived, reading, track }: Coordinates): View | undefined {
  if (date === undefined) return undefined;
  return viewOf({
    date,
    knownAt: knownAt ?? null,
    asLived: asLived ?? false,
    reading: reading ?? 'NOMINAL',
    track: track ?? 'LEGAL',
  });
}
