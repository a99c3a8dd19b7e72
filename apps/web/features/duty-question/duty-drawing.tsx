import { type Day, dayOf, partsOf } from '@policy-timeline/domain';
import { monthName, spellMonthDay } from '@/language/format-day';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import type { DutyStep } from './duty-steps';
import { totalOf } from './total';

/** A step with its place on the scale; a band where sources leave it open. */
export interface DrawnStep {
  readonly step: DutyStep;
  readonly band: { readonly low: number; readonly high: number };
  readonly until: Day;
}

/** How large the drawing is and where its field lies, in its own units. */
export interface DrawingSize {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
export const WIDE: DrawingSize = { width: 1150, height: 196, left: 44, right: 1140, top: 14, bottom: 166 };
/** A phone's width, so that letters keep their size there. */
export const NARROW: DrawingSize = { width: 358, height: 240, left: 38, right: 354, top: 14, bottom: 210 };

interface Props {
  readonly size: DrawingSize;
  readonly date: Day;
  readonly marks: readonly Day[];
  readonly mfn: number | null;
  readonly from: Day;
  readonly until: Day;
  readonly drawn: readonly DrawnStep[];
  readonly locale: Locale;
  readonly t: Translate;
}

/** Units that a month's name, a total and the words beside the day of entry take. */
const MONTH_ROOM = 34;
const TOTAL_ROOM = 46;
const WORDS_ROOM = 124;

/** The line of the total over the known days; the ground left of the day of entry is a plan's. */
export function DutyDrawing({ size, date, marks, mfn, from, until, drawn, locale, t }: Props) {
  const { left, right, top, bottom } = size;
  const most = scaleTop(Math.max(5, ...drawn.map(({ band }) => band.high)));
  const x = (day: number): number => left + ((day - from) / (until - from)) * (right - left);
  const y = (percent: number): number => bottom - (percent / most) * (bottom - top - 12);
  const middle = ({ band }: DrawnStep): number => y((band.low + band.high) / 2);
  const line = drawn
    .map((one, i) => `${i === 0 ? `M${x(one.step.from)} ` : 'V'}${middle(one)}H${x(one.until)}`)
    .join('');
  const turned = x(date) + 8 + WORDS_ROOM > right;
  const beside = { x: x(date) + (turned ? -8 : 8), textAnchor: turned ? 'end' : 'start' } as const;
  return (
    <svg
      {...(size === WIDE ? { id: 'duty-drawing' } : {})}
      className={size === WIDE ? 'when-wide' : 'when-narrow'}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t('pages.duty.chart')}
    >
      <rect
        x={left}
        y={top}
        width={Math.max(0, x(Math.min(date, until)) - left)}
        height={bottom - top}
        fill="var(--plan-ground)"
      />
      {[0, 1, 2, 3]
        .map((i) => (most / 3) * i)
        .map((tick) => (
          <g key={tick}>
            <path d={`M${left} ${y(tick)}H${right}`} stroke={tick === 0 ? 'var(--ink)' : 'var(--line)'} />
            <text x={left - 8} y={y(tick) + 4} textAnchor="end">
              {tick}%
            </text>
          </g>
        ))}
      {months(from, until, ((right - left) / (until - from)) * 30.4).map((day) => (
        <g key={day}>
          <path d={`M${x(day)} ${bottom}v5`} stroke="var(--line-control)" />
          <text className="ax" x={x(day) + 4} y={bottom + 16}>
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
          <path d={`M${x(date)} ${top}V${bottom}`} stroke="var(--ink)" strokeWidth="1.5" />
          <text className="ct halo" {...beside} y={24} fontWeight="700">
            {spellMonthDay(date, locale)}
          </text>
          <text className="ax halo" {...beside} y={41}>
            {t('pages.duty.planLeft')}
          </text>
        </>
      ) : null}
      <path d={line} fill="none" stroke="var(--tighten-text)" strokeWidth="2.5" strokeLinejoin="round" />
      {drawn.map((one) =>
        x(one.until) - x(one.step.from) > TOTAL_ROOM ? (
          <text key={one.step.from} className="cb halo" x={x(one.step.from) + 6} y={middle(one) - 8}>
            {mfn !== null &&
            one.step.quote.additionalPercent === 0 &&
            x(one.until) - x(one.step.from) > WORDS_ROOM ? (
              <tspan className="cq">{t('pages.duty.mfnOnly')} </tspan>
            ) : null}
            {totalOf(one.step.quote, mfn, t).text}
          </text>
        ) : null,
      )}
      {marks.map((day) => {
        const at = drawn.find(({ step, until: end }) => step.from <= day && day < end);
        return at ? (
          <path
            key={day}
            d={`M${x(day)} ${middle(at) - 8}l8 8-8 8-8-8Z`}
            fill="var(--known)"
            stroke="var(--plan-line)"
            strokeWidth="1.5"
          />
        ) : null;
      })}
    </svg>
  );
}

/** Divides by three into whole numbers. */
const scaleTop = (highest: number): number => Math.ceil((highest * 1.1) / 15) * 15;

/** First days of the months inside the span, thinned until their names have room. */
function months(from: Day, until: Day, unitsPerMonth: number): Day[] {
  const days: Day[] = [];
  const first = partsOf(from);
  const every = [1, 2, 3, 6].find((step) => step * unitsPerMonth >= MONTH_ROOM) ?? 12;
  for (let index = first.year * 12 + first.month; ; index += 1) {
    const day = dayOf(Math.floor(index / 12), (index % 12) + 1, 1);
    if (day >= until - 20) return days;
    if ((index % 12) % every === 0) days.push(day);
  }
}
