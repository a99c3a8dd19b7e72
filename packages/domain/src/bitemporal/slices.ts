/** Work that stops now and then so that others get their turn; `inOneGo` finishes it. */
export type Slices<T> = Generator<undefined, T, undefined>;

/** So many rows, slots or changes are gone through between two stops: well under a millisecond also where none is at hand. */
export const PER_SLICE = 2048;

export function inOneGo<T>(slices: Slices<T>): T {
  let step = slices.next();
  while (!step.done) step = slices.next();
  return step.value;
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
