import { figure } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { HEIGHT, PLOT, placeLabels, WIDTH, X_TICKS, xOf, Y_TICKS, yOf } from './chart-scale';
import { QuadrantMark } from './quadrant-marks';
import type { QuadrantRow } from './quadrant-query';

interface Props {
  readonly rows: readonly QuadrantRow[];
  readonly named: ReadonlySet<string>;
  readonly nameOf: (partner: string) => string;
  readonly threshold: number;
  /** Marks fly in and out instead of the drawing being replaced. */
  readonly shown: ReadonlySet<string>;
  readonly locale: Locale;
  readonly t: Translate;
}

/** In Japanese hundreds of millions, in English billions. */
export const amountOf = (million: number, locale: Locale): string => {
  const amount = locale === 'ja' ? million / 100 : million / 1000;
  const rounded = Math.abs(amount) >= 10 ? Math.round(amount) : Math.round(amount * 10) / 10;
  return `${rounded > 0 ? '+' : ''}${figure(rounded)}`;
};

/** The drawing: a mark per partner, names where there is room. */
export function QuadrantPlot({ rows, named, nameOf, threshold, shown, locale, t }: Props) {
  const points = rows.flatMap((row) =>
    row.quadrant !== null && row.militaryPercentOfGdp !== null && row.tradeBalanceUsdMillion !== null
      ? [
          {
            row,
            quadrant: row.quadrant,
            x: xOf(row.militaryPercentOfGdp),
            y: yOf(row.tradeBalanceUsdMillion),
          },
        ]
      : [],
  );
  const wanted = [...points].sort(
    (a, b) =>
      Number(named.has(b.row.code)) - Number(named.has(a.row.code)) ||
      Math.abs(b.row.tradeBalanceUsdMillion ?? 0) - Math.abs(a.row.tradeBalanceUsdMillion ?? 0),
  );
  const line = xOf(threshold);
  const labels = placeLabels(
    wanted
      .filter(({ row }, i) => i < 24 || (row.militaryPercentOfGdp ?? 0) > 4.5)
      .map(({ row, x, y }) => {
        const text = nameOf(row.code);
        return { id: row.code, text, x, y, width: widthOf(text) };
      }),
    points,
    line,
  );
  const counts = [1, 2, 3, 4].map((quadrant) => points.filter((point) => point.quadrant === quadrant).length);
  const corner = (quadrant: number, x: number, y: number, anchor: 'start' | 'end') => (
    <>
      <text className="qt halo" x={x} y={y} textAnchor={anchor}>
        {t('pages.quadrant.name', { quadrant })}
      </text>
      <text className="cq halo" x={x} y={y + 17} textAnchor={anchor}>
        {t(`pages.quadrant.of.${quadrant as 1 | 2 | 3 | 4}`, {
          threshold: figure(threshold),
          count: counts[quadrant - 1] ?? 0,
        })}
      </text>
    </>
  );
  return (
    <svg
      id="quadrant-drawing"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('pages.quadrant.label')}
      data-testid="quadrant-plot"
    >
      {Y_TICKS.map((tick) => (
        <g key={tick}>
          <path
            d={`M${PLOT.left} ${yOf(tick)}H${PLOT.right}`}
            stroke={tick === 0 ? 'var(--ink)' : 'var(--line)'}
          />
          <text x={PLOT.left - 8} y={yOf(tick) + 4} textAnchor="end">
            {amountOf(tick, locale)}
          </text>
        </g>
      ))}
      <text className="ct" x={PLOT.left - 60} y={PLOT.top - 2}>
        {t('pages.quadrant.unit')}
      </text>
      {X_TICKS.map((tick) => (
        <g key={tick}>
          <path d={`M${xOf(tick)} ${PLOT.bottom}v5`} stroke="var(--line-control)" />
          <text x={xOf(tick)} y={PLOT.bottom + 18} textAnchor="middle">
            {tick}%
          </text>
        </g>
      ))}
      <text className="ct" x={PLOT.right} y={HEIGHT - 4} textAnchor="end">
        {t('pages.quadrant.across')} →
      </text>
      <g className="quad-line" style={{ transform: `translateX(${line}px)` }}>
        <rect x="-6" y={PLOT.top} width="12" height={PLOT.bottom - PLOT.top} fill="var(--plan-ground)" />
        <path d={`M0 ${PLOT.top}V${PLOT.bottom}`} stroke="var(--ink)" strokeWidth="1.5" />
      </g>
      {corner(2, PLOT.left + 10, PLOT.top + 16, 'start')}
      {corner(1, PLOT.right - 4, PLOT.top + 16, 'end')}
      {corner(3, PLOT.left + 10, PLOT.bottom - 28, 'start')}
      {corner(4, PLOT.right - 4, PLOT.bottom - 28, 'end')}
      {points.map(({ row, quadrant, x, y }) => (
        <g
          key={row.code}
          className={shown.has(row.code) ? 'mark' : 'mark away'}
          style={{ transform: `translate(${x}px, ${y}px)` }}
          data-partner={row.code}
          data-quadrant={quadrant}
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
