import { type Day, dayOf, formatDay, partsOf } from '@policy-timeline/domain';
import { monthName, spellMonthDay } from '@/language/format-day';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { ScrollRegion } from '@/ui/scroll-region';
import type { DutyStep } from './duty-steps';
import { midOf, totalOf } from './total';

interface Props {
  readonly date: Day;
  readonly marks: readonly Day[];
  readonly mfn: number | null;
  readonly from: Day;
  readonly until: Day;
  readonly steps: readonly DutyStep[];
  readonly locale: Locale;
  readonly t: Translate;
}

const LEFT = 44;
const RIGHT = 1140;
const TOP = 14;
const BOTTOM = 166;

/** Across the known day, up the total for the one day of entry; left of that day it was a plan. With its table. */
export function DutyChart({ date, marks, mfn, from, until, steps, locale, t }: Props) {
  const drawn = steps.flatMap((step, i) => {
    const band = midOf(step.quote, mfn);
    return band === null ? [] : [{ step, band, until: steps[i + 1]?.from ?? until }];
  });
  if (drawn.length === 0) return null;
  const top = scaleTop(Math.max(5, ...drawn.map(({ band }) => band.high)));
  const x = (day: number): number => LEFT + ((day - from) / (until - from)) * (RIGHT - LEFT);
  const y = (percent: number): number => BOTTOM - (percent / top) * (BOTTOM - TOP - 12);
  const ticks = [0, 1, 2, 3].map((i) => (top / 3) * i);
  const line = drawn
    .map(
      ({ band, step, until: end }, i) =>
        `${i === 0 ? 'M' : 'V'}${i === 0 ? `${x(step.from)} ` : ''}${y((band.low + band.high) / 2)}H${x(end)}`,
    )
    .join('');
  const onLine = (day: Day): number | null => {
    const at = drawn.find(({ step, until: end }) => step.from <= day && day < end);
    return at ? y((at.band.low + at.band.high) / 2) : null;
  };
  return (
    <section className="blk">
      <h2 className="sec">{t('pages.duty.chartTitle', { day: spellMonthDay(date, locale) })}</h2>
      <figure className="chart">
        <ScrollRegion label={t('pages.duty.chart')} className="xs wide">
          <svg id="duty-drawing" viewBox="0 0 1150 196" role="img" aria-label={t('pages.duty.chart')}>
            <rect
              x={LEFT}
              y={TOP}
              width={Math.max(0, x(Math.min(date, until)) - LEFT)}
              height={BOTTOM - TOP}
              fill="var(--plan-ground)"
            />
            {ticks.map((tick) => (
              <g key={tick}>
                <path d={`M${LEFT} ${y(tick)}H${RIGHT}`} stroke={tick === 0 ? 'var(--ink)' : 'var(--line)'} />
                <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
                  {tick}%
                </text>
              </g>
            ))}
            {months(from, until).map((day) => (
              <g key={day}>
                <path d={`M${x(day)} ${BOTTOM}v5`} stroke="var(--line-control)" />
                <text className="ax" x={x(day) + 4} y={BOTTOM + 16}>
                  {partsOf(day).month === 1 ? partsOf(day).year : monthName(partsOf(day).month, locale)}
                </text>
              </g>
            ))}
            {drawn.map(({ step, band, until: end }) =>
              band.high > band.low ? (
                <rect
                  key={step.from}
                  x={x(step.from)}
                  width={x(end) - x(step.from)}
                  y={y(band.high)}
                  height={y(band.low) - y(band.high)}
                  fill="var(--tighten-wash)"
                />
              ) : null,
            )}
            {date < until ? (
              <>
                <path d={`M${x(date)} ${TOP}V${BOTTOM}`} stroke="var(--ink)" strokeWidth="1.5" />
                <text className="ct" x={x(date) + 8} y={24} fontWeight="700">
                  {spellMonthDay(date, locale)}
                </text>
                <text className="ax" x={x(date) + 8} y={41}>
                  {t('pages.duty.planLeft')}
                </text>
              </>
            ) : null}
            <path
              d={line}
              fill="none"
              stroke="var(--tighten-text)"
              strokeWidth="2.5"
              strokeLinejoin="round"
            />
            {drawn.map(({ step, band, until: end }) =>
              x(end) - x(step.from) > 46 ? (
                <text
                  key={step.from}
                  className="cb halo"
                  x={x(step.from) + 8}
                  y={y((band.low + band.high) / 2) - 8}
                >
                  {totalOf(step.quote, mfn, t).text}
                </text>
              ) : null,
            )}
            {marks.map((day) => {
              const at = onLine(day);
              return at === null ? null : (
                <path
                  key={day}
                  d={`M${x(day)} ${at - 8}l8 8-8 8-8-8Z`}
                  fill="var(--known)"
                  stroke="var(--plan-line)"
                  strokeWidth="1.5"
                />
              );
            })}
          </svg>
        </ScrollRegion>
        <figcaption className="note">
          {t('pages.duty.chartNote', { day: spellMonthDay(date, locale) })}
        </figcaption>
        <details className="more-table">
          <summary>{t('pages.duty.chartTable')}</summary>
          <ScrollRegion label={t('pages.duty.chartTable')} className="xs fit">
            <table className="tbl">
              <caption className="vh">{t('pages.duty.chart')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('pages.duty.knownFrom')}</th>
                  <th scope="col" className="r">
                    {t('pages.duty.total')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {steps.map((step) => (
                  <tr key={step.from}>
                    <td className="num">{formatDay(step.from)}</td>
                    <td className="r num">{totalOf(step.quote, mfn, t).text}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </details>
      </figure>
    </section>
  );
}

/** Divides by three into whole numbers. */
const scaleTop = (highest: number): number => Math.ceil((highest * 1.1) / 15) * 15;

/** First days of the months inside the span; every second one when it is long. */
function months(from: Day, until: Day): Day[] {
  const days: Day[] = [];
  const first = partsOf(from);
  const every = until - from > 500 ? 2 : 1;
  for (let index = first.year * 12 + first.month; ; index += 1) {
    const day = dayOf(Math.floor(index / 12), (index % 12) + 1, 1);
    if (day >= until - 20) return days;
    if ((index % 12) % every === 0) days.push(day);
  }
}
