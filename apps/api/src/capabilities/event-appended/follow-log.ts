import type { RequestContext } from '../../graphql/context.js';
import { ApiError } from '../../graphql/errors.js';
import type { Timelines } from '../../timeline/timelines.js';

/** A message, or none, made of records after a position; and the position up to which its reader then has everything. */
export interface Delivery<Message> {
  readonly message: Message | null;
  readonly position: number;
}

/**
 * Messages made of the log as it grows, until the reader leaves. Nothing is queued or held for a reader but the position
 * it has reached: one that is slower than the log gets its next message made of what the record is then, without a hole.
 * It may begin after a position it has (`resumeAfter`). Not a generator: leaving must end it also while it waits.
 * @param nextAfter called with a position before the current one.
 */
export function followLog<Message>(
  timelines: Timelines,
  context: RequestContext,
  nextAfter: (position: number) => Delivery<Message>,
): AsyncIterableIterator<Message> {
  let reached = startOf(timelines, context.resumeAfter);
  let asking: {
    readonly resolve: (result: IteratorResult<Message>) => void;
    readonly reject: (error: unknown) => void;
  } | null = null;
  let left = false;

  const next = (): Message | null => {
    while (reached < timelines.current.position) {
      const { message, position } = nextAfter(reached);
      reached = position;
      if (message !== null) return message;
    }
    return null;
  };
  const hand = (): void => {
    if (!asking) return;
    const { resolve, reject } = asking;
    try {
      const message = left ? null : next();
      if (message === null && !left) return;
      asking = null;
      context.sent = reached;
      resolve(message === null ? { done: true, value: undefined } : { done: false, value: message });
    } catch (error) {
      asking = null;
      leave();
      reject(error);
    }
  };
  const leave = (): void => {
    left = true;
    timelines.ending.removeEventListener('abort', leave);
    deafen();
    hand();
  };
  timelines.ending.addEventListener('abort', leave);
  const deafen = timelines.onStep(hand);

  return {
    next: () =>
      new Promise((resolve, reject) => {
        asking = { resolve, reject };
        hand();
      }),
    return: async () => {
      leave();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** @throws ApiError INVALID_INPUT for a position that the log has not reached. */
function startOf({ current }: Timelines, resumeAfter: number | null | undefined): number {
  if (resumeAfter == null) return current.position;
  if (resumeAfter <= current.position) return resumeAfter;
  throw new ApiError(
    'INVALID_INPUT',
    `Last-Event-ID: ${resumeAfter} is beyond this log, which ends at position ${current.position}; leave it out to begin now.`,
  );
}
