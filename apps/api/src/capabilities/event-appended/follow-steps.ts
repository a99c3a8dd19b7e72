import type { RequestContext } from '../../graphql/context.js';
import { ApiError } from '../../graphql/errors.js';
import type { Prefix, Step, Timelines } from '../../timeline/timelines.js';

/** What a subscription delivers, and the position of the log up to which its reader then has everything. */
export interface Delivery<Message> {
  readonly message: Message;
  readonly position: number;
}

/**
 * Messages made of each step of the log, until the reader leaves. Nothing is queued for a reader: one that is slower than
 * the log gets its next messages made of all that came meanwhile, without a hole. It may begin after a position it has
 * (`resumeAfter`). Not a generator: leaving must end it also while it waits.
 */
export function followSteps<Message>(
  timelines: Timelines,
  context: RequestContext,
  messagesOf: (step: Step) => Iterable<Delivery<Message>>,
): AsyncIterableIterator<Message> {
  let delivered: Prefix = prefixAfter(timelines, context.resumeAfter);
  let messages: Iterator<Delivery<Message>> | null = null;
  let asking: {
    resolve: (result: IteratorResult<Message>) => void;
    reject: (error: unknown) => void;
  } | null = null;
  let left = false;

  const next = (): Delivery<Message> | null => {
    for (;;) {
      const made = messages?.next();
      if (made && !made.done) return made.value;
      messages = null;
      const { current } = timelines;
      if (current.position === delivered.position) return null;
      const records = timelines.records.slice(delivered.position + 1, current.position + 1);
      messages = messagesOf({ before: delivered, after: current, records })[Symbol.iterator]();
      delivered = current;
    }
  };
  const hand = (): void => {
    if (!asking) return;
    const { resolve, reject } = asking;
    try {
      const delivery = left ? null : next();
      if (delivery === null && !left) return;
      asking = null;
      if (delivery === null) resolve({ done: true, value: undefined });
      else {
        context.sent = delivery.position;
        resolve({ done: false, value: delivery.message });
      }
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
function prefixAfter(timelines: Timelines, resumeAfter: number | null | undefined): Prefix {
  if (resumeAfter == null) return timelines.current;
  if (resumeAfter > timelines.current.position)
    throw new ApiError(
      'INVALID_INPUT',
      `Last-Event-ID: ${resumeAfter} is beyond this log, which ends at position ${timelines.current.position}; leave it out to begin now.`,
    );
  return timelines.prefix(resumeAfter);
}
