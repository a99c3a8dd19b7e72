/** How long one turn of the event loop may take while readers are answered. */
export const TURN_MILLISECONDS = 2;

/** Whoever wants the next turns, in the order in which they asked. */
const waiting: (() => void)[] = [];

/**
 * Resolves when it is the caller's turn. All that goes on beside the readers (appends, lists built anew, packs, the snapshot)
 * takes turns with one another: one of them in each pass of the event loop, so however many go on, whoever asks waits for one.
 */
export const ownTurn = (): Promise<void> =>
  new Promise((resolve) => {
    if (waiting.push(resolve) === 1) setImmediate(giveTurn);
  });

function giveTurn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(giveTurn);
}

/** Goes through slices, so many milliseconds a turn of the event loop. Null where `signal` ends it before its result is there. */
export async function inTurns<T>(
  slices: Iterator<unknown, T>,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<T | null> {
  for (;;) {
    await ownTurn();
    const until = performance.now() + milliseconds;
    do {
      if (signal?.aborted) return null;
      const step = slices.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
  }
}

/** So long may a walk over a whole log keep everybody else waiting. */
const WALK_MILLISECONDS = 5;

/** The same items, with a turn for others whenever a walk over them has lasted a while. */
export async function* walked<T>(items: Iterable<T>): AsyncGenerator<T> {
  let until = performance.now() + WALK_MILLISECONDS;
  for (const item of items) {
    yield item;
    if (performance.now() < until) continue;
    await ownTurn();
    until = performance.now() + WALK_MILLISECONDS;
  }
}
