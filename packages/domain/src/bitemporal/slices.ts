/** Work that stops now and then so that others get their turn; `inOneGo` finishes it. */
export type Slices<T> = Generator<undefined, T, undefined>;

/** So many rows, slots or changes are gone through between two stops: well under a millisecond also where none is at hand. */
export const PER_SLICE = 2048;

export function inOneGo<T>(slices: Slices<T>): T {
  let step = slices.next();
  while (!step.done) step = slices.next();
  return step.value;
}

/** Goes through so many entries, a range at a time with a stop before each. */
export function* inRanges(count: number, through: (from: number, until: number) => void): Slices<void> {
  for (let from = 0; from < count; from += PER_SLICE) {
    yield;
    through(from, Math.min(from + PER_SLICE, count));
  }
}

type Tuple<N extends number, T, Found extends T[] = []> = Found['length'] extends N
  ? Found
  : Tuple<N, T, [...Found, T]>;

/** Columns of so many numbers, with a stop after each: clearing some megabytes takes milliseconds. */
export function* columnsOf<const N extends number>(length: number, count: N): Slices<Tuple<N, Int32Array>> {
  const columns: Int32Array[] = [];
  while (columns.length < count) {
    columns.push(new Int32Array(length));
    yield;
  }
  return columns as Tuple<N, Int32Array>;
}
