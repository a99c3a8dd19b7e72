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
