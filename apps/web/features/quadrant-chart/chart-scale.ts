/** How large the drawing is and where its field lies, in its own units. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Percent of GDP that carry a number. */
  readonly acrossTicks: readonly number[];
  /** Names beyond those of the paper that may be written beside their marks. */
  readonly names: number;
}

export const WIDE: ChartSize = {
  width: 730,
  height: 510,
  left: 70,
  right: 720,
  top: 14,
  bottom: 470,
  acrossTicks: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  names: 24,
};
/** A phone's width, so that letters keep their size there. */
export const NARROW: ChartSize = {
  width: 358,
  height: 474,
  left: 46,
  right: 354,
  top: 22,
  bottom: 432,
  acrossTicks: [0, 1, 2, 3, 4, 6, 8],
  names: 6,
};

/** Balances span five orders of magnitude on both sides of nothing: linear within $1 bn, logarithmic beyond. */
const LINEAR_USD_MILLION = 1_000;
const log = (million: number): number =>
  Math.sign(million) * Math.log10(1 + Math.abs(million) / LINEAR_USD_MILLION);
const HIGHEST = log(100_000);
const LOWEST = log(-320_000);

export const yOf = (million: number, { top, bottom }: ChartSize = WIDE): number =>
  top + ((HIGHEST - log(million)) / (HIGHEST - LOWEST)) * (bottom - top);

/** Spending on a root scale: most partners lie between 0 and 3 %. */
const MOST_PERCENT = 9.6;
export const xOf = (percent: number, { left, right }: ChartSize = WIDE): number =>
  left + Math.sqrt(Math.min(percent, MOST_PERCENT) / MOST_PERCENT) * (right - left);

/** Millions of US dollars. */
export const Y_TICKS = [50_000, 10_000, 1_000, 0, -1_000, -10_000, -100_000, -300_000] as const;
