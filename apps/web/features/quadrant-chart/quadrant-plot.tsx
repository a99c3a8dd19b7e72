import { figure } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import { amountOf } from '@/language/trade-amount';
import type { Translate } from '@/language/translate';
import { type ChartSize, WIDE, xOf, Y_TICKS, yOf } from './chart-scale';
import { placeLabels } from './place-labels';
import { QuadrantMark } from './quadrant-marks';
import type { QuadrantRow } from './quadrant-query';

interface Props {
  readonly rows: readonly QuadrantRow[];
  readonly named: ReadonlySet<string>;
  readonly size: ChartSize;
  readonly nameOf: (partner: string) => string;
  readonly threshold: number;
  /** Marks fly in and out instead of the drawing being replaced. */
  readonly shown: ReadonlySet<string>;
  readonly locale: Locale;
  readonly t: Translate;
}

/** The drawing: a mark per partner, names where there is room. */
export function QuadrantPlot({ rows, named, size, nameOf, threshold, shown, locale, t }: Props) {
  const points = rows.flatMap((row) =>
    row.quadrant !== null && row.militaryPercentOfGdp !== null && row.tradeBalanceUsdMillion !== null
      ? [
          {
            row,
            quadrant: row.quadrant,
            x: xOf(row.militaryPercentOfGdp, size),
            y: yOf(row.tradeBalanceUsdMillion, size),
          },
        ]
      : [],
  );
  const wanted = [...points].sort(
    (a, b) =>
      Number(named.has(b.row.code)) - Number(named.has(a.row.code)) ||
      Math.abs(b.row.tradeBalanceUsdMillion ?? 0) - Math.abs(a.row.tradeBalanceUsdMillion ?? 0),
  );
  const wide = size === WIDE;
  const line = xOf(threshold, size);
  const cornerWidth = wide ? 140 : 76;
  const labels = placeLabels(
    wanted
      .filter(({ row }, i) => i < named.size + size.names || (wide && (row.militaryPercentOfGdp ?? 0) > 4.5))
      .map(({ row, x, y }) => {
        const text = nameOf(row.code);
        return { id: row.code, text, x, y, width: widthOf(text), must: named.has(row.code) };
      }),
    points,
    {
      left: wide ? size.left : 2,
      right: size.right,
      line,
      taken: [size.top, size.bottom - 44].flatMap((top) => [
        { left: size.left, right: size.left + cornerWidth, top, bottom: top + 38 },
        { left: size.right - cornerWidth, right: size.right, top, bottom: top + 38 },
      ]),
    },
  );
  const counts = [1, 2, 3, 4].map((quadrant) => points.filter((point) => point.quadrant === quadrant).length);
  const corner = (quadrant: number, x: number, y: number, anchor: 'start' | 'end') => (
    <>
      <text className="qt halo" x={x} y={y} textAnchor={anchor}>
        {t('pages.quadrant.name', { quadrant })}
      </text>
      <text className="cq halo" x={x} y={y + 17} textAnchor={anchor}>
        {wide
          ? t(`pages.quadrant.of.${quadrant as 1 | 2 | 3 | 4}`, {
              threshold: figure(threshold),
              count: counts[quadrant - 1] ?? 0,
            })
          : t('pages.quadrant.countOf', { count: counts[quadrant - 1] ?? 0 })}
      </text>
    </>
  );
  return (
    <svg
      {...(wide ? { id: 'quadrant-drawing', 'data-testid': 'quadrant-plot' } : {})}
      className={wide ? 'when-wide' : 'when-narrow'}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t('pages.quadrant.label')}
    >
      {Y_TICKS.map((tick) => (
        <g key={tick}>
          <path
            d={`M${size.left} ${yOf(tick, size)}H${size.right}`}
            stroke={tick === 0 ? 'var(--ink)' : 'var(--line)'}
          />
          <text x={size.left - 8} y={yOf(tick, size) + 4} textAnchor="end">
            {amountOf(tick, locale)}
          </text>
        </g>
      ))}
      <text className="ct" x={wide ? size.left - 60 : 0} y={size.top - (wide ? 2 : 8)}>
        {t('pages.quadrant.unit')}
      </text>
      {size.acrossTicks.map((tick) => (
        <g key={tick}>
          <path d={`M${xOf(tick, size)} ${size.bottom}v5`} stroke="var(--line-control)" />
          <text x={xOf(tick, size)} y={size.bottom + 18} textAnchor="middle">
            {tick}%
          </text>
        </g>
      ))}
      <text className="ct" x={size.right} y={size.height - 4} textAnchor="end">
        {t('pages.quadrant.across')} →
      </text>
      <g className="quad-line" style={{ transform: `translateX(${line}px)` }}>
        <rect x="-6" y={size.top} width="12" height={size.bottom - size.top} fill="var(--plan-ground)" />
        <path d={`M0 ${size.top}V${size.bottom}`} stroke="var(--ink)" strokeWidth="1.5" />
      </g>
      {corner(2, size.left + (wide ? 10 : 2), size.top + 16, 'start')}
      {corner(1, size.right - 4, size.top + 16, 'end')}
      {corner(3, size.left + (wide ? 10 : 2), size.bottom - 28, 'start')}
      {corner(4, size.right - 4, size.bottom - 28, 'end')}
      {points.map(({ row, quadrant, x, y }) => (
        <g
          key={row.code}
          className={shown.has(row.code) ? 'mark' : 'mark away'}
          style={{ transform: `translate(${x}px, ${y}px)` }}
          {...(wide ? { 'data-partner': row.code, 'data-quadrant': quadrant } : {})}
        >
          <title>
            {`${nameOf(row.code)} ${amountOf(row.tradeBalanceUsdMillion ?? 0, locale)} ${row.militaryPercentOfGdp}%`}
          </title>
          <QuadrantMark quadrant={quadrant} filled={named.has(row.code)} />
        </g>
      ))}
      {labels
        .filter(({ id }) => shown.has(id))
        .map(({ id, text, at, anchor }) => (
          <text
            key={id}
            className={named.has(id) ? 'cb halo' : 'cq halo'}
            x={at.x}
            y={at.y}
            textAnchor={anchor}
          >
            {text}
          </text>
        ))}
    </svg>
  );
}

/** Wide letters count as twelve units, narrow ones as seven. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[ -~]/.test(letter) ? 7 : 12.5), 0);
