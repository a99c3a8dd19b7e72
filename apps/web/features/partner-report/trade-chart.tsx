import { figure, inLocale } from '@/language/format-value';
import { eventHref } from '@/language/href';
import type { Locale } from '@/language/locale';
import { attributeName } from '@/language/name-slot';
import type { Translate } from '@/language/translate';
import { ScrollRegion } from '@/ui/scroll-region';
import { TableTwin } from '@/ui/table-twin';
import type { PartnerData } from './partner-query';

const WIDTH = 560;
const HEIGHT = 220;
const LEFT = 64;
const RIGHT = 540;
const TOP = 34;
const BOTTOM = 188;
const TONES: Readonly<Record<string, string>> = {
  exports: 'var(--ease-text)',
  imports: 'var(--tighten-text)',
  balance: 'var(--ink)',
};

type Series = PartnerData['trade'][number];

/** US trade with the partner by year; years the record has no figure for are left out, never joined up. */
export function TradeChart({
  name,
  trade,
  locale,
  t,
}: {
  /** Of the partner. */
  readonly name: string;
  readonly trade: readonly Series[];
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const title = t('pages.partner.trade', { name });
  const series = trade.filter(({ figures, unit }) => figures.length > 0 && unit === 'usdMillion');
  const points = series.flatMap(({ figures }) => figures);
  if (points.length === 0) return <p className="empty-state">{t('pages.partner.noTrade')}</p>;
  const years = points.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const amounts = [0, ...points.map(({ amount }) => amount)];
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)];
  const x = (year: number): number =>
    first === last ? (LEFT + RIGHT) / 2 : LEFT + 20 + ((year - first) / (last - first)) * (RIGHT - LEFT - 40);
  const y = (amount: number): number => BOTTOM - ((amount - low) / (high - low || 1)) * (BOTTOM - TOP);
  const unit = (amount: number): string => figure(Math.round(locale === 'ja' ? amount / 100 : amount / 1000));
  const shown = [...new Set(years)].sort();
  // Words of the last year stand before its point: behind it the picture ends.
  const endsHere = (year: number): boolean => first !== last && year === last;
  return (
    <figure className="chart lines">
      <ScrollRegion label={title} className="xs fit">
        <svg id="trade-drawing" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
          {[low, 0, high]
            .filter((tick, i, all) => all.indexOf(tick) === i)
            .map((tick) => (
              <g key={tick}>
                <path
                  d={`M${LEFT} ${y(tick)}H${RIGHT}`}
                  stroke={tick === 0 ? 'var(--ink)' : 'var(--line)'}
                  style={{ strokeWidth: 1 }}
                />
                <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
                  {unit(tick)}
                </text>
              </g>
            ))}
          <text className="ct" x={2} y={14}>
            {t('pages.quadrant.unit')}
          </text>
          {shown.map((year) => (
            <text key={year} className="ax" x={x(year)} y={HEIGHT - 12} textAnchor="middle">
              {year}
            </text>
          ))}
          {series.map(({ slot, attribute, figures }) => {
            const tone = TONES[attribute ?? ''] ?? 'var(--neutral)';
            return (
              <g key={slot}>
                {figures.map((point, i) => {
                  const before = figures[i - 1];
                  return before && point.year - before.year === 1 ? (
                    <path
                      key={point.year}
                      d={`M${x(before.year)} ${y(before.amount)}L${x(point.year)} ${y(point.amount)}`}
                      stroke={tone}
                    />
                  ) : null;
                })}
                {figures.map((point) => (
                  <g key={point.year}>
                    <circle cx={x(point.year)} cy={y(point.amount)} r="4.5" fill={tone} />
                    <text
                      className="ct halo"
                      x={x(point.year) + (endsHere(point.year) ? -9 : 9)}
                      y={y(point.amount) + 4}
                      textAnchor={endsHere(point.year) ? 'end' : 'start'}
                    >
                      {attributeName(attribute, t)} {unit(point.amount)}
                    </text>
                  </g>
                ))}
              </g>
            );
          })}
        </svg>
      </ScrollRegion>
      <figcaption className="note">{t('pages.partner.tradeNote')}</figcaption>
      <TableTwin
        summary={t('pages.quadrant.table')}
        caption={title}
        label={title}
        headings={[
          t('pages.partner.year'),
          t('pages.partner.counted'),
          { number: t('value.unit.usdMillion', { amount: '' }) },
          t('pages.duty.knownFrom'),
        ]}
      >
        {series.flatMap(({ slot, attribute, title, figures }) =>
          figures.map((point) => (
            <tr key={`${slot} ${point.year}`}>
              <td className="num">{point.year}</td>
              <th scope="row">
                <a className="quiet" href={eventHref(locale, point.decidedBy.id)}>
                  {inLocale(title, locale)} {attributeName(attribute, t)}
                </a>
              </th>
              <td className="r num">{figure(point.amount)}</td>
              <td className="num">{point.knownFrom}</td>
            </tr>
          )),
        )}
      </TableTwin>
    </figure>
  );
}
