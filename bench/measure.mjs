/** A small seeded generator (mulberry32): the same seed asks the same questions. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Times candidates interleaved, in a new order each round, so that a busy neighbour hits all alike.
 * Gives the median and range of microseconds per call over the rounds.
 */
export function interleaved(candidates, { rounds, millisecondsEach }) {
  const names = Object.keys(candidates);
  const samples = new Map(names.map((name) => [name, []]));
  const shuffle = random(7);
  for (let round = -1; round < rounds; round++) {
    for (const name of [...names].sort(() => shuffle() - 0.5)) {
      const run = candidates[name];
      const until = performance.now() + (round < 0 ? millisecondsEach / 2 : millisecondsEach);
      const start = performance.now();
      let calls = 0;
      do {
        run();
        calls++;
      } while (performance.now() < until);
      // The first round warms up.
      if (round >= 0) samples.get(name).push(((performance.now() - start) * 1000) / calls);
    }
  }
  return names.map((name) => {
    const sorted = samples.get(name).sort((a, b) => a - b);
    return { name, medianMicroseconds: sorted[sorted.length >> 1], min: sorted[0], max: sorted.at(-1) };
  });
}

/**
 * As `interleaved`, for candidates that may be asynchronous and may take from nanoseconds to seconds: calls are timed in
 * batches long enough for the clock, and every candidate runs at least once a round.
 */
export async function interleavedBatches(candidates, { rounds, millisecondsEach, seed = 7 }) {
  const names = Object.keys(candidates);
  const samples = new Map(names.map((name) => [name, []]));
  const batch = new Map(names.map((name) => [name, 1]));
  const shuffle = random(seed);
  for (let round = -1; round < rounds; round++) {
    const order = names.map((name) => [shuffle(), name]).sort(([a], [b]) => a - b);
    for (const [, name] of order) {
      const run = candidates[name];
      const until = performance.now() + (round < 0 ? millisecondsEach / 2 : millisecondsEach);
      let spent = 0;
      let calls = 0;
      do {
        const size = batch.get(name);
        const start = performance.now();
        let answer = run();
        if (answer instanceof Promise) {
          await answer;
          for (let i = 1; i < size; i++) await run();
        } else for (let i = 1; i < size; i++) answer = run();
        const took = performance.now() - start;
        spent += took;
        calls += size;
        if (took < 0.2 && size < 1 << 16) batch.set(name, size * 2);
      } while (performance.now() < until);
      // The first round warms up.
      if (round >= 0) samples.get(name).push((spent * 1000) / calls);
    }
  }
  return Object.fromEntries(names.map((name) => [name, summary(samples.get(name))]));
}

/** Median, least and greatest of samples in microseconds. */
export function summary(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1], min: sorted[0], max: sorted.at(-1) };
}

export function table(rows) {
  const figure = (us) => (us < 10 ? us.toFixed(3) : us.toFixed(1)).padStart(12);
  const head = `${'per call, µs'.padEnd(44)}${'median'.padStart(12)}${'min'.padStart(12)}${'max'.padStart(12)}`;
  return [
    head,
    ...rows.map((r) => `${r.name.padEnd(44)}${figure(r.medianMicroseconds)}${figure(r.min)}${figure(r.max)}`),
  ].join('\n');
}
