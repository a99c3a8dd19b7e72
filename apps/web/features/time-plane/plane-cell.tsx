import { formatDay } from '@policy-timeline/domain';
import { shortValue } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { portionOf, type Span } from '@/timeline/scrub-range';
import type { PlaneCell } from './plane-picture';

/** Units of the drawing, across and up. */
export const SIZE = 320;
/** Under these a cell has no room for a figure, for words, for a line. */
const NARROW = 30;
const NARROW_WORDS = 62;
const LOW = 15;
const KNOWN = new Set(['IN_FORCE', 'SUSPENDED']);
const EDGES = [0.01, 11, 20, 30, 40];

/** One answer over its days and the days on which it was the one known. */
export function Cell({ cell, span }: { readonly cell: PlaneCell; readonly span: Span }) {
  const { locale, t } = useLanguage();
  const x = portionOf(cell.dates.from, span) * SIZE;
  const width = portionOf(cell.dates.until, span) * SIZE - x;
  const y = (1 - portionOf(cell.known.until, span)) * SIZE;
  const height = (1 - portionOf(cell.known.from, span)) * SIZE - y;
  const value = shortValue(cell.value, locale, t);
  const holds = KNOWN.has(cell.status);
  const step =
    cell.status === 'IN_FORCE'
      ? cell.value?.kind === 'RATE'
        ? EDGES.filter((e) => (cell.value as { ratePercent: number }).ratePercent >= e).length
        : 3
      : 0;
  return (
    <g data-status={cell.status}>
      <rect x={x} y={y} width={width} height={height} className="cell" data-step={step} />
      {cell.status === 'SUSPENDED' ? (
        <rect x={x} y={y} width={width} height={height} style={{ fill: 'url(#plane-hatch)' }} />
      ) : null}
      {width > (holds && value ? NARROW : NARROW_WORDS) && height > LOW ? (
        <text x={x + 4} y={y + 12} className="cell-text" data-dark={step >= 4}>
          {holds ? (value ?? t(`status.${cell.status}`)) : t(`status.${cell.status}`)}
        </text>
      ) : null}
      <title>
        {`${t(`status.${cell.status}`)} ${value ?? ''} ${formatDay(cell.dates.from)} – ${formatDay(cell.dates.until)} · ${formatDay(cell.known.from)} –`}
      </title>
    </g>
  );
}
