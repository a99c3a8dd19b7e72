/** A small seeded generator (mulberry32): the same seed makes the same trials. */
export interface Seeded {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** From 0 up to, not including, `below`. */
  int(below: number): number;
  pick<T>(list: readonly T[]): T;
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return { next, int, pick: (list) => list[int(list.length)] as (typeof list)[number] };
}

/** `TRIAL_SEED` of the environment, to repeat a run. */
export const givenSeed = (): number => Number(process.env.TRIAL_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** The line that every row of trials ends with. */
export function tell(row: number, failures: number, trials: number, seed: number): void {
  process.stdout.write(
    `row ${row}: ${failures} failures in ${trials} trials (95 % bound 3/${trials}) seed ${seed}\n`,
  );
}
