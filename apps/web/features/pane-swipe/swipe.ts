/** One finger's way over the screen, in CSS pixels and milliseconds; `x` is where it began, `dx` < 0 goes left. */
export interface Swipe {
  readonly x: number;
  readonly dx: number;
  readonly dy: number;
  readonly durationMs: number;
}

const SHORTEST_PX = 60;
const LONGEST_MS = 600;
/** Nearer to the edge a swipe is the system's: back and forward. */
const EDGE_PX = 24;

/** The place a swipe leads to among `count` panes in a row, or null when it means something else or there is none on that side. */
export function placeAfterSwipe(at: number, count: number, swipe: Swipe, widthPx: number): number | null {
  const { x, dx, dy, durationMs } = swipe;
  if (x < EDGE_PX || x > widthPx - EDGE_PX) return null;
  if (Math.abs(dx) < SHORTEST_PX || Math.abs(dx) < 2 * Math.abs(dy) || durationMs > LONGEST_MS) return null;
  const next = at + (dx < 0 ? 1 : -1);
  return next < 0 || next >= count ? null : next;
}
