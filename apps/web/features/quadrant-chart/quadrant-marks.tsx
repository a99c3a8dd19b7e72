/** Circle, diamond, square, triangle: the quadrants differ by shape before they differ by colour. */
const TONES = ['--pick-text', '--ease-text', '--tighten-text', '--threat-text'] as const;
const SHAPES = [
  'M0-6a6 6 0 1 0 .01 0Z',
  'M0-7 7 0 0 7-7 0Z',
  'M-5-5H5V5H-5Z',
  'M0-6.6 6.4 4.6H-6.4Z',
] as const;

export const toneOf = (quadrant: number): string => `var(${TONES[quadrant - 1] ?? '--ink-3'})`;

/** Filled where the paper itself placed the partner, hollow where its rule was applied. */
export function QuadrantMark({ quadrant, filled }: { readonly quadrant: number; readonly filled: boolean }) {
  return (
    <path
      d={SHAPES[quadrant - 1] ?? ''}
      fill={filled ? toneOf(quadrant) : 'var(--surface)'}
      stroke={toneOf(quadrant)}
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  );
}

/** The mark in a line of text. */
export function InlineMark({ quadrant }: { readonly quadrant: number }) {
  return (
    <svg className="qs" viewBox="-8 -8 16 16" aria-hidden="true">
      <QuadrantMark quadrant={quadrant} filled />
    </svg>
  );
}
