/** How long one turn of the event loop may take while readers are answered. */
export const TURN_MILLISECONDS = 2;

/** Goes through slices, so many milliseconds a turn of the event loop. Null where `signal` ends it before its result is there. */
export async function inTurns<T>(
  slices: Iterator<unknown, T>,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<T | null> {
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve));
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
    await new Promise((resolve) => setImmediate(resolve));
    until = performance.now() + WALK_MILLISECONDS;
  }
}
