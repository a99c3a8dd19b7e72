/** Work that stops now and then so that others get their turn; `inOneGo` finishes it. */
export type Slices<T> = Generator<undefined, T, undefined>;

/** So many rows, slots or changes are gone through between two stops: well under a millisecond. */
export const PER_SLICE = 8192;

export function inOneGo<T>(slices: Slices<T>): T {
  let step = slices.next();
  while (!step.done) step = slices.next();
  return step.value;
}
