/** Mulberry32: a small generator whose whole state is its seed, so that a printed seed repeats a trial. Gives integers in [0, below). */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** `TRIAL_SEED` repeats a run; otherwise each run has its own. */
export const trialSeed = (): number => Number(process.env.TRIAL_SEED ?? Date.now() % 1_000_000_000);

/** With no failure in n trials the rate of failure is below 3/n with 95 % confidence. */
export const report = (what: string, seed: number, failures: number, trials: number): void =>
  console.log(`${what}: seed ${seed}, ${failures} failures in ${trials} trials (95 % bound 3/${trials})`);
