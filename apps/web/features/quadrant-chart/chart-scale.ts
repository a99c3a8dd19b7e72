/** The drawing's size, in its own units. */
export const WIDTH = 730;
export const HEIGHT = 510;
const LEFT = 70;
const RIGHT = 720;
const TOP = 14;
const BOTTOM = 470;

/** Balances span five orders of magnitude on both sides of nothing: linear within $1 bn, logarithmic beyond. */
const LINEAR_USD_MILLION = 1_000;
const log = (million: number): number =>
  Math.sign(million) * Math.log10(1 + Math.abs(million) / LINEAR_USD_MILLION);
const HIGHEST = log(100_000);
const LOWEST = log(-320_000);

export const yOf = (million: number): number =>
  TOP + ((HIGHEST - log(million)) / (HIGHEST - LOWEST)) * (BOTTOM - TOP);

/** Spending on a root scale: most partners lie between 0 and 3 %. */
const MOST_PERCENT = 9.6;
export const xOf = (percent: number): number =>
  LEFT + Math.sqrt(Math.min(percent, MOST_PERCENT) / MOST_PERCENT) * (RIGHT - LEFT);

export const PLOT = { left: LEFT, right: RIGHT, top: TOP, bottom: BOTTOM } as const;
export const X_TICKS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
/** Millions of US dollars. */
export const Y_TICKS = [50_000, 10_000, 1_000, 0, -1_000, -10_000, -100_000, -300_000] as const;

export interface LabelWish {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Units of the drawing; Japanese letters are as wide as they are high. */
  readonly width: number;
}
export interface PlacedLabel extends LabelWish {
  readonly at: { readonly x: number; readonly y: number };
  readonly anchor: 'start' | 'middle' | 'end';
}

const HIGH = 14;

/** Names beside their marks, most wanted first; a name that would cover another or a mark is left to the table. */
export function placeLabels(
  wishes: readonly LabelWish[],
  marks: readonly { readonly x: number; readonly y: number }[],
  /** An upright line that names should not cross. */
  line: number | null = null,
): readonly PlacedLabel[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = marks.map(({ x, y }) => ({
    left: x - 5,
    right: x + 5,
    top: y - 5,
    bottom: y + 5,
  }));
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    const { x, y, width } = wish;
    const options = [
      { anchor: 'start', at: { x: x + 10, y: y + 4 }, left: x + 10 },
      { anchor: 'end', at: { x: x - 10, y: y + 4 }, left: x - 10 - width },
      { anchor: 'middle', at: { x, y: y - 10 }, left: x - width / 2 },
      { anchor: 'middle', at: { x, y: y + 19 }, left: x - width / 2 },
      { anchor: 'start', at: { x: x + 8, y: y + 16 }, left: x + 8 },
      { anchor: 'end', at: { x: x - 8, y: y + 16 }, left: x - 8 - width },
      { anchor: 'end', at: { x: x - 8, y: y - 7 }, left: x - 8 - width },
      { anchor: 'start', at: { x: x + 8, y: y - 7 }, left: x + 8 },
    ] as const;
    for (const { anchor, at, left } of options) {
      const box = { left, right: left + width, top: at.y - HIGH + 3, bottom: at.y + 3 };
      if (box.left < PLOT.left || box.right > PLOT.right + 8) continue;
      if (line !== null && box.left < line + 2 && box.right > line - 2) continue;
      if (taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      placed.push({ ...wish, at, anchor });
      break;
    }
  }
  return placed;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
