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

const large = process.env.TRIALS === 'large';

/** How often a trial is made: `small` in `npm test`, `big` in `npm run trials`. */
export const trialsOf = (small: number, big: number): number => (large ? big : small);

/** Twenty minutes where a large run is asked for, otherwise the time given. */
export const patienceMs = (small: number): number => (large ? 20 * 60_000 : small);

/**
 * The line that `npm run trials` adds up; `row` is that of docs/reliability.md.
 * With no failure in n trials the rate of failure is below 3/n with 95 % confidence.
 */
export const report = (row: number, what: string, seed: number, failures: number, trials: number): void =>
  console.log(
    `row ${row}: ${failures} failures in ${trials} trials (95 % bound 3/${trials}) seed ${seed}: ${what}`,
  );
