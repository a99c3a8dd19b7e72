import { ApiError } from '../../graphql/errors.js';
import type { Step, Timelines } from '../../timeline/timelines.js';

/** Messages a reader may fall behind before it is closed: it then asks `changes(after)` and subscribes again. */
const MOST_WAITING = 1_000;

/**
 * Messages made of each step of the log, until the reader leaves. A reader that does not keep up is closed with a
 * sentence. Not a generator: leaving must end it also while it waits.
 */
export function followSteps<Message>(
  timelines: Timelines,
  messagesOf: (step: Step) => Iterable<Message>,
): AsyncIterableIterator<Message> {
  const waiting: Message[] = [];
  let asking: { resolve: (result: IteratorResult<Message>) => void; reject: (error: Error) => void } | null =
    null;
  let ended: 'left' | 'behind' | null = null;

  const hand = (): void => {
    if (!asking) return;
    const { resolve, reject } = asking;
    const next = waiting.shift();
    if (ended === 'behind')
      reject(
        new ApiError(
          'RATE_LIMITED',
          `The subscription fell more than ${MOST_WAITING} messages behind and was closed; catch up with changes(after) and subscribe again.`,
        ),
      );
    else if (ended === 'left') resolve({ done: true, value: undefined });
    else if (next !== undefined) resolve({ done: false, value: next });
    else return;
    asking = null;
  };
  const end = (how: 'left' | 'behind'): void => {
    ended ??= how;
    waiting.length = 0;
    stop();
    hand();
  };
  const leave = (): void => end('left');
  const stop = (): void => {
    timelines.ending.removeEventListener('abort', leave);
    deafen();
  };
  timelines.ending.addEventListener('abort', leave);
  const deafen = timelines.onStep((step) => {
    waiting.push(...messagesOf(step));
    if (waiting.length > MOST_WAITING) end('behind');
    else hand();
  });

  return {
    next: () =>
      new Promise((resolve, reject) => {
        asking = { resolve, reject };
        hand();
      }),
    return: async () => {
      end('left');
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
