/** How fast a thumb follows a finger, by how far the finger is above the rail. */
export type Pace = 'full' | 'quarter' | 'day';

const QUARTER_FROM_PX = 40;
const DAY_FROM_PX = 72;
/** At the finest pace. */
export const PX_PER_DAY = 12;

export function paceOf(pxAbove: number): Pace {
  return pxAbove >= DAY_FROM_PX ? 'day' : pxAbove >= QUARTER_FROM_PX ? 'quarter' : 'full';
}

/** Days for a movement along the rail. */
export function daysMoved(px: number, pace: Pace, daysPerPx: number): number {
  switch (pace) {
    case 'full':
      return px * daysPerPx;
    case 'quarter':
      return (px * daysPerPx) / 4;
    case 'day':
      return px / PX_PER_DAY;
  }
}
